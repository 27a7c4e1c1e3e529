package io.dkmio.core.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.dkmio.test.LocalDynamo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/**
 * DynamoDB accepts every update that can be made, alone and with a condition, and does
 * what its words say.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpdateLawIntegrationTests {

	private static final long SEED = 20261122L;

	private static final int UPDATES = 300;

	private static final String TABLE = "updates";

	private static final Map<String, AttributeValue> KEY = Map.of("id", AttributeValue.fromN("1"));

	private final RandomExpressions random = new RandomExpressions(SEED);

	private DynamoDbClient client;

	@BeforeAll
	void createTable() {
		System.out.println("Update law, seed " + SEED);
		this.client = LocalDynamo.client(UpdateLawIntegrationTests.class);
		this.client.createTable((table) -> table.tableName(TABLE)
			.billingMode(BillingMode.PAY_PER_REQUEST)
			.attributeDefinitions(
					AttributeDefinition.builder().attributeName("id").attributeType(ScalarAttributeType.N).build())
			.keySchema(KeySchemaElement.builder().attributeName("id").keyType(KeyType.HASH).build()));
	}

	@Test
	void dynamoAcceptsEveryUpdate() {
		for (int i = 0; i < UPDATES; i++) {
			put(item());
			Update update = update();
			Condition condition = attribute("id").eq(1).and(attribute("missing").exists().not());
			assertThat(apply(update, condition)).as("update %d of seed %d: %s", i, SEED, update).isNotEmpty();
		}
	}

	@Test
	void doesWhatItsWordsSay() {
		put(item());
		Map<String, AttributeValue> item = apply(Update.empty()
			.set("n", attribute("n").plus(2))
			.set("m.n", attribute("n").minus(1))
			.set("l[1]", "replaced")
			.set("l[9]", "past the end")
			.remove("s")
			.append("new", "first")
			.prepend("m.l", "front")
			.add("counter", 5)
			.addToSet("ss", "c", "a")
			.removeFromSet("ns", 1, 2)
			.setIfAbsent("created", "now")
			.setIfAbsent("b", "ignored")
			.set("o", attribute("o").orElse(10).plus(1)), Condition.always());
		Map<String, AttributeValue> expected = item();
		expected.put("n", number(12));
		expected.put("m", AttributeValue
			.fromM(Map.of("n", number(9), "l", AttributeValue.fromL(List.of(value("front"), value("x"))))));
		expected.put("l",
				AttributeValue.fromL(List.of(value("a"), value("replaced"), value("c"), value("past the end"))));
		expected.remove("s");
		expected.put("new", AttributeValue.fromL(List.of(value("first"))));
		expected.put("counter", number(5));
		expected.put("ss", AttributeValue.fromSs(List.of("a", "b", "c")));
		expected.remove("ns");
		expected.put("created", value("now"));
		expected.put("o", number(11));
		assertThat(AttributeValues.equal(AttributeValue.fromM(item), AttributeValue.fromM(expected)))
			.as("%s should be %s", item, expected)
			.isTrue();
	}

	private Update update() {
		List<Update> changes = new ArrayList<>(List.of(number("n"), number("m.n"), list("l"), list("m.l"), list("new"),
				set("ss"), text("s"), other("other"), other("`x.y`")));
		Update update = Update.empty();
		for (int i = 1 + this.random.below(6); i > 0; i--) {
			update = update.and(changes.remove(this.random.below(changes.size())));
		}
		return update;
	}

	private Update number(String path) {
		Update none = Update.empty();
		return switch (this.random.below(6)) {
			case 0 -> none.add(path, -3);
			case 1 -> none.set(path, attribute("n").plus(attribute("m.n")));
			case 2 -> none.set(path, attribute("n").minus(0.5));
			case 3 -> none.set(path, attribute("zz").orElse(1).plus(attribute("n")));
			case 4 -> none.set(path, UpdateValue.of(100).minus(attribute(path).orElse(0)));
			default -> none.remove(path);
		};
	}

	private Update list(String path) {
		Update none = Update.empty();
		AttributeValue element = this.random.value(2);
		return switch (this.random.below(6)) {
			case 0 -> none.append(path, element).append(path, 2);
			case 1 -> none.prepend(path, element);
			case 2 -> none.appendAll(path, List.of(element, element));
			case 3 -> path.equals("new") ? none.append(path, element)
					: none.set(path + "[" + this.random.below(9) + "]", element);
			case 4 -> path.equals("new") ? none.insert(path, 0, element)
					: none.remove(path + "[" + this.random.below(9) + "]");
			default -> none.set(path, attribute(path).orElse(attribute("kept")));
		};
	}

	private Update set(String path) {
		return switch (this.random.below(4)) {
			case 0 -> Update.empty().addToSet(path, "x", "y").addToSet(path, "x");
			case 1 -> Update.empty().removeFromSet(path, "a", "b", "c");
			case 2 -> Update.empty().set(path, this.random.set());
			default -> Update.empty().setIfAbsent(path, this.random.set());
		};
	}

	private Update text(String path) {
		return (this.random.below(2) == 0) ? Update.empty().remove(path) : Update.empty().set(path, "text");
	}

	private Update other(String path) {
		return (this.random.below(2) == 0) ? Update.empty().set(path, this.random.value(2))
				: Update.empty().setIfAbsent(path, this.random.value(1));
	}

	private static Map<String, AttributeValue> item() {
		Map<String, AttributeValue> item = new HashMap<>(KEY);
		item.put("n", number(10));
		item.put("m", AttributeValue.fromM(Map.of("n", number(1), "l", AttributeValue.fromL(List.of(value("x"))))));
		item.put("l", AttributeValue.fromL(List.of(value("a"), value("b"), value("c"))));
		item.put("kept", AttributeValue.fromL(List.of()));
		item.put("s", value("text"));
		item.put("b", AttributeValue.fromBool(true));
		item.put("ss", AttributeValue.fromSs(List.of("a", "b")));
		item.put("ns", AttributeValue.fromNs(List.of("1", "2")));
		return item;
	}

	private static AttributeValue number(int number) {
		return AttributeValue.fromN(Integer.toString(number));
	}

	private static AttributeValue value(String text) {
		return AttributeValue.fromS(text);
	}

	private void put(Map<String, AttributeValue> item) {
		this.client.putItem((put) -> put.tableName(TABLE).item(item));
	}

	private Map<String, AttributeValue> apply(Update update, Condition condition) {
		Expressions expressions = ExpressionClauses.none()
			.withUpdate(update)
			.withCondition(condition)
			.render(PathResolver.identity(), SimpleEncoder.INSTANCE);
		UpdateItemRequest.Builder request = UpdateItemRequest.builder()
			.tableName(TABLE)
			.key(KEY)
			.returnValues(ReturnValue.ALL_NEW)
			.updateExpression(expressions.update())
			.conditionExpression(expressions.condition())
			.expressionAttributeNames(expressions.names());
		if (!expressions.values().isEmpty()) {
			request.expressionAttributeValues(expressions.values());
		}
		try {
			return this.client.updateItem(request.build()).attributes();
		}
		catch (DynamoDbException ex) {
			return fail("Refused: " + expressions, ex);
		}
	}

}
