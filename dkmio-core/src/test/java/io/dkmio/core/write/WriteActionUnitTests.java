package io.dkmio.core.write;

import java.util.List;
import java.util.Map;

import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.ComparisonOperator;
import io.dkmio.core.expression.Condition;
import io.dkmio.core.expression.Operand;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.write.WriteCondition.Meaning;
import io.dkmio.core.write.WriteCondition.Part;
import io.dkmio.domain.Customer;
import io.dkmio.domain.Shop;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WriteAction} and {@link WriteCondition}.
 */
class WriteActionUnitTests {

	private static final DynamoPersistentEntity<?> TYPE = Shop.mappingContext()
		.getRequiredPersistentEntity(Customer.class);

	private static final Map<String, AttributeValue> KEY = Map.of("pk", s("CUSTOMER#secret"), "sk", s("PROFILE"));

	private static final Part VERSION = new Part(Meaning.VERSION, null, equal("version", AttributeValue.fromN("3")));

	private static final Part OPEN = new Part(Meaning.APPLICATION, "open", equal("status", s("OPEN")));

	@Test
	void tellsWhichPartOfAConditionDoesNotHold() {
		WriteCondition condition = condition(VERSION, OPEN);
		assertThat(condition.expression()).isEqualTo("#n0 = :v0 AND #n1 = :v1");
		assertThat(condition.refusedPart(Map.of("version", AttributeValue.fromN("3"), "status", s("PAID"))))
			.isSameAs(OPEN);
		assertThat(condition.refusedPart(Map.of("version", AttributeValue.fromN("4"), "status", s("PAID"))))
			.isSameAs(VERSION);
		assertThat(condition.refusedPart(Map.of())).isSameAs(VERSION);
	}

	@Test
	void blamesTheFirstPartIfTheItemIsNotToldFromWhatWasRefused() {
		assertThat(
				condition(OPEN, VERSION).refusedPart(Map.of("version", AttributeValue.fromN("3"), "status", s("OPEN"))))
			.isSameAs(OPEN);
	}

	@Test
	void needsNoConditionForWhatAlwaysHolds() {
		assertThat(WriteCondition.of(List.of(new Part(Meaning.APPLICATION, null, Condition.always())))).isNull();
		assertThat(WriteCondition.of(List.of())).isNull();
	}

	@Test
	void joinsPartsWithoutRedundantParentheses() {
		Part either = new Part(Meaning.APPLICATION, null, OPEN.condition().or(VERSION.condition()));
		assertThat(condition(VERSION).and(List.of(either)).expression())
			.isEqualTo("#n0 = :v0 AND (#n1 = :v1 OR #n0 = :v0)");
	}

	@Test
	void putsByItselfOrInATransaction() {
		WriteAction.Put put = new WriteAction.Put(TYPE,
				Map.of("pk", s("CUSTOMER#secret"), "sk", s("PROFILE"), "name", s("Ada")), condition(OPEN));
		assertThat(put.key()).isEqualTo(KEY);
		assertThat(put.toRequest().build().conditionExpression()).isEqualTo("#n0 = :v0");
		assertThat(put.toRequest().build().returnValuesOnConditionCheckFailure())
			.isEqualTo(ReturnValuesOnConditionCheckFailure.ALL_OLD);
		assertThat(put.toRequest().build().returnValues()).isNull();
		TransactWriteItem item = put.toTransactItem();
		assertThat(item.put().tableName()).isEqualTo("shop");
		assertThat(item.put().item()).isEqualTo(put.item());
		assertThat(item.put().conditionExpression()).isEqualTo("#n0 = :v0");
		assertThat(item.put().expressionAttributeNames()).isEqualTo(Map.of("#n0", "status"));
		assertThat(item.put().returnValuesOnConditionCheckFailure())
			.isEqualTo(ReturnValuesOnConditionCheckFailure.ALL_OLD);
		assertThat(new WriteAction.Put(TYPE, put.item(), null).toTransactItem()
			.put()
			.returnValuesOnConditionCheckFailure()).isNull();
	}

	@Test
	void deletesByItselfOrInATransaction() {
		WriteAction.Delete delete = new WriteAction.Delete(TYPE, KEY, null, ReturnValue.ALL_OLD);
		assertThat(delete.toRequest().build().returnValues()).isEqualTo(ReturnValue.ALL_OLD);
		assertThat(delete.toRequest().build().conditionExpression()).isNull();
		assertThat(delete.toTransactItem().delete().key()).isEqualTo(KEY);
		assertThat(delete.toTransactItem().delete().returnValuesOnConditionCheckFailure()).isNull();
		assertThat(new WriteAction.Delete(TYPE, KEY, condition(OPEN)).toTransactItem()
			.delete()
			.returnValuesOnConditionCheckFailure()).isEqualTo(ReturnValuesOnConditionCheckFailure.ALL_OLD);
	}

	@Test
	void updatesByItselfOrInATransaction() {
		WriteAction.Update update = new WriteAction.Update(TYPE, KEY, "REMOVE #n0", Map.of("#n0", "note"), Map.of(),
				null, ReturnValue.ALL_NEW);
		assertThat(update.toRequest().build().hasExpressionAttributeValues()).isFalse();
		assertThat(update.toRequest().build().returnValues()).isEqualTo(ReturnValue.ALL_NEW);
		assertThat(update.toTransactItem().update().updateExpression()).isEqualTo("REMOVE #n0");
		assertThat(update.toTransactItem().update().hasExpressionAttributeValues()).isFalse();
		assertThat(update.toTransactItem().update().returnValuesOnConditionCheckFailure()).isNull();
	}

	@Test
	void checksInATransaction() {
		WriteAction.Check check = new WriteAction.Check(TYPE, KEY, condition(OPEN));
		assertThat(check.toTransactItem().conditionCheck().key()).isEqualTo(KEY);
		assertThat(check.toTransactItem().conditionCheck().conditionExpression()).isEqualTo("#n0 = :v0");
	}

	@Test
	void keepsValuesOutOfDescriptions() {
		assertThat(new WriteAction.Check(TYPE, KEY, condition(OPEN)))
			.hasToString("check Customer in shop if #n0 = :v0");
		assertThat(new WriteAction.Update(TYPE, KEY, "SET #n0 = :v0", Map.of("#n0", "a"), Map.of(":v0", s("secret")),
				null, ReturnValue.NONE))
			.hasToString("update Customer in shop: SET #n0 = :v0");
	}

	private static WriteCondition condition(Part... parts) {
		WriteCondition condition = WriteCondition.of(List.of(parts));
		assertThat(condition).isNotNull();
		return condition;
	}

	private static Condition equal(String attribute, AttributeValue value) {
		return new Condition.Comparison(new Operand.Attribute(AttributePath.of(attribute)), ComparisonOperator.EQ,
				new Operand.Value(value));
	}

	private static AttributeValue s(String value) {
		return AttributeValue.fromS(value);
	}

}
