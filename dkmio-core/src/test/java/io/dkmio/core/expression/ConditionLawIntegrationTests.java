package io.dkmio.core.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

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
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The law of conditions: DynamoDB accepts every expression that is rendered, and selects
 * the items the evaluator selects.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConditionLawIntegrationTests {

	private static final long SEED = 20261121L;

	private static final int ITEMS = 60;

	private static final int CONDITIONS = 600;

	private static final String TABLE = "conditions";

	private final RandomExpressions random = new RandomExpressions(SEED);

	private final List<Map<String, AttributeValue>> items = new ArrayList<>();

	private DynamoDbClient client;

	@BeforeAll
	void fillTable() {
		System.out.println("Condition law, seed " + SEED);
		this.client = LocalDynamo.client(ConditionLawIntegrationTests.class);
		this.client.createTable((table) -> table.tableName(TABLE)
			.billingMode(BillingMode.PAY_PER_REQUEST)
			.attributeDefinitions(
					AttributeDefinition.builder().attributeName("id").attributeType(ScalarAttributeType.N).build())
			.keySchema(KeySchemaElement.builder().attributeName("id").keyType(KeyType.HASH).build()));
		for (int i = 0; i < ITEMS; i++) {
			Map<String, AttributeValue> item = this.random.item(i);
			this.items.add(item);
			this.client.putItem((put) -> put.tableName(TABLE).item(item));
		}
	}

	@Test
	void dynamoSelectsWhatTheEvaluatorSelects() {
		int selective = 0;
		for (int i = 0; i < CONDITIONS; i++) {
			Condition condition = this.random.condition(3);
			Set<String> expected = evaluated(condition);
			assertThat(scanned(condition)).as("condition %d of seed %d: %s", i, SEED, condition).isEqualTo(expected);
			selective += (expected.isEmpty() || expected.size() == ITEMS) ? 0 : 1;
		}
		assertThat(selective).as("conditions that select some items, but not all").isGreaterThan(CONDITIONS / 3);
	}

	@Test
	void preparedConditionsSelectTheSame() {
		for (int i = 0; i < 40; i++) {
			AttributeValue value = this.random.value(1);
			Condition condition = attribute("p").eq(Operand.parameter(0))
				.or(attribute("q").in(Operand.elementsOfParameter(1)));
			List<Object> arguments = List.of(value, List.of(value, this.random.value(0)));
			Expressions bound = ExpressionClauses.none()
				.withFilter(condition)
				.prepare(PathResolver.identity(), SimpleEncoder.INSTANCE)
				.bind(arguments);
			assertThat(scanned(bound)).isEqualTo(evaluated(condition.bind(arguments)));
		}
	}

	@Test
	void dynamoAcceptsTheLargestConditions() {
		Condition candidates = attribute("p").in(IntStream.range(0, 450).boxed().toList());
		assertThat(scanned(candidates)).isEqualTo(evaluated(candidates));
		AttributeValue value = AttributeValue.fromN("1");
		Condition operators = Condition
			.anyOf(IntStream.range(0, 150)
				.<Condition>mapToObj((i) -> attribute(AttributePath.of("p").index(i)).eq(value))
				.toList())
			.not();
		assertThat(scanned(operators)).isEqualTo(evaluated(operators));
	}

	private Set<String> evaluated(Condition condition) {
		ConditionEvaluator evaluator = ConditionEvaluator.of(condition, PathResolver.identity(),
				SimpleEncoder.INSTANCE);
		return ids(this.items.stream().filter(evaluator::test).toList());
	}

	private Set<String> scanned(Condition condition) {
		return scanned(
				ExpressionClauses.none().withFilter(condition).render(PathResolver.identity(), SimpleEncoder.INSTANCE));
	}

	private Set<String> scanned(Expressions expressions) {
		if (expressions.isNever()) {
			return Set.of();
		}
		ScanRequest.Builder scan = ScanRequest.builder().tableName(TABLE).filterExpression(expressions.filter());
		if (!expressions.names().isEmpty()) {
			scan.expressionAttributeNames(expressions.names());
		}
		if (!expressions.values().isEmpty()) {
			scan.expressionAttributeValues(new HashMap<>(expressions.values()));
		}
		try {
			return ids(this.client.scan(scan.build()).items());
		}
		catch (DynamoDbException ex) {
			throw new AssertionError("Refused: " + expressions, ex);
		}
	}

	private static Set<String> ids(List<Map<String, AttributeValue>> items) {
		Set<String> ids = new TreeSet<>();
		items.forEach((item) -> ids.add(item.get("id").n()));
		return ids;
	}

}
