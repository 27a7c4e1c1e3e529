package io.dkmio.core.query;

import io.dkmio.core.expression.Conditions;
import io.dkmio.core.expression.Operand;
import io.dkmio.core.query.Shop.Address;
import io.dkmio.core.query.Shop.Customer;
import io.dkmio.core.query.Shop.Invoice;
import io.dkmio.core.query.Shop.Order;
import io.dkmio.core.query.Shop.Product;
import io.dkmio.core.query.Shop.Shipment;
import io.dkmio.core.query.Shop.Visit;
import org.junit.jupiter.api.Test;

import static io.dkmio.core.query.Shop.ask;
import static io.dkmio.core.query.Shop.between;
import static io.dkmio.core.query.Shop.call;
import static io.dkmio.core.query.Shop.eq;
import static io.dkmio.core.query.Shop.gt;
import static io.dkmio.core.query.Shop.gte;
import static io.dkmio.core.query.Shop.in;
import static io.dkmio.core.query.Shop.lt;
import static io.dkmio.core.query.Shop.plan;
import static io.dkmio.core.query.Shop.startsWith;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ReadPlanner}: what keys serve.
 */
class ReadPlannerUnitTests {

	@Test
	void getsAnItemByItsWholeKey() {
		assertThat(call(ask(Order.class, eq("customerId"), eq("orderId")))).isEqualTo("GetItem shop pk = ? AND sk = ?");
		assertThat(call(ask(Visit.class, eq("userId"), eq("at"))))
			.isEqualTo("GetItem visits-prod userId = ? AND at = ?");
	}

	@Test
	void getsAnItemWhoseSortKeyIsConstant() {
		assertThat(call(ask(Customer.class, eq("customerId")))).isEqualTo("GetItem shop pk = ? AND sk = ?");
	}

	@Test
	void getsAnItemWhosePartitionKeyIsConstant() {
		assertThat(call(ask(Product.class, eq("productId")))).isEqualTo("GetItem shop pk = ? AND sk = ?");
	}

	@Test
	void checksWhatTheKeyOfAnItemDoesNotSay() {
		assertThat(call(ask(Order.class, eq("customerId"), eq("orderId"), gt("total")).withFilter(eq("note"))))
			.isEqualTo("GetItem shop pk = ? AND sk = ? then check total > ?1 AND note = ?0");
	}

	@Test
	void getsAnItemConsistently() {
		assertThat(call(ask(Order.class, eq("customerId"), eq("orderId")).withConsistent()))
			.isEqualTo("GetItem shop pk = ? AND sk = ? consistent");
	}

	@Test
	void asksWhetherAnItemExistsByItsKey() {
		assertThat(call(ask(Order.class, eq("customerId"), eq("orderId")).withAnswer(QueryShape.Answer.EXISTS)))
			.isEqualTo("GetItem shop pk = ? AND sk = ? exists");
	}

	@Test
	void sortsOneItemByAnything() {
		assertThat(call(ask(Order.class, eq("customerId"), eq("orderId")).withOrder(SortOrder.ascending("total"))))
			.isEqualTo("GetItem shop pk = ? AND sk = ?");
	}

	@Test
	void getsABatchOfItemsThatDifferInThePartition() {
		assertThat(call(ask(Customer.class, in("customerId")))).isEqualTo("BatchGetItem shop for each customerId");
	}

	@Test
	void getsABatchOfItemsThatDifferInTheSortKey() {
		assertThat(call(ask(Order.class, eq("customerId"), in("orderId"), gt("total")).withConsistent()))
			.isEqualTo("BatchGetItem shop for each orderId consistent then check total > ?1");
		assertThat(call(ask(Visit.class, eq("userId"), in("at")))).isEqualTo("BatchGetItem visits-prod for each at");
	}

	@Test
	void queriesTheItemsOfATypeInAPartition() {
		assertThat(call(ask(Order.class, eq("customerId")))).isEqualTo("Query shop pk = ? AND begins_with(sk, ?)");
	}

	@Test
	void queriesAConstantPartition() {
		assertThat(call(ask(Product.class))).isEqualTo("Query shop pk = ?");
	}

	@Test
	void queriesAPlainPartition() {
		assertThat(call(ask(Visit.class, eq("userId")))).isEqualTo("Query visits-prod userId = ?");
	}

	@Test
	void servesRangesInsideThePrefixByOneBetween() {
		String between = "Query shop pk = ? AND sk BETWEEN ? AND ?";
		assertThat(call(ask(Order.class, eq("customerId"), between("orderId")))).isEqualTo(between);
		assertThat(call(ask(Order.class, eq("customerId"), gte("orderId")))).isEqualTo(between);
		assertThat(call(ask(Order.class, eq("customerId"), lt("orderId")))).isEqualTo(between);
		assertThat(call(ask(Order.class, eq("customerId"), gte("orderId"), lt("orderId")))).isEqualTo(between);
		assertThat(call(ask(Order.class, lt("orderId"), eq("customerId"), gt("orderId")))).isEqualTo(between);
	}

	@Test
	void servesRangesOfPlainKeysAsTheyAre() {
		assertThat(call(ask(Visit.class, eq("userId"), gt("at")))).isEqualTo("Query visits-prod userId = ? AND at > ?");
		assertThat(call(ask(Visit.class, eq("userId"), gte("at"))))
			.isEqualTo("Query visits-prod userId = ? AND at >= ?");
		assertThat(call(ask(Visit.class, eq("userId"), lt("at")))).isEqualTo("Query visits-prod userId = ? AND at < ?");
		assertThat(call(ask(Visit.class, eq("userId"), Conditions.attribute("at").lte(Operand.parameter(1)))))
			.isEqualTo("Query visits-prod userId = ? AND at <= ?");
		assertThat(call(ask(Visit.class, eq("userId"), between("at"))))
			.isEqualTo("Query visits-prod userId = ? AND at BETWEEN ? AND ?");
		assertThat(plan(ask(Visit.class, eq("userId"), gte("at"), lt("at")))).isInstanceOfSatisfying(KeyQuery.class,
				(query) -> {
					assertThat(query.keyCondition()).isEqualTo("userId = ? AND at BETWEEN ? AND ?");
					KeyPredicate.End upper = query.sort().get(0).upper();
					assertThat(upper).isEqualTo(new KeyPredicate.End(Operand.parameter(2), false));
				});
	}

	@Test
	void servesTheBeginningOfAString() {
		assertThat(call(ask(Order.class, eq("customerId"), startsWith("orderId"))))
			.isEqualTo("Query shop pk = ? AND begins_with(sk, ?)");
		assertThat(plan(ask(Order.class, eq("customerId"), startsWith("orderId")))).isInstanceOfSatisfying(
				KeyQuery.class, (query) -> assertThat(query.sort().get(0).start()).isEqualTo(Operand.parameter(1)));
	}

	@Test
	void servesTheFirstPartsOfASortKey() {
		assertThat(call(ask(Invoice.class, eq("customerId"), eq("year"))))
			.isEqualTo("Query shop pk = ? AND begins_with(sk, ?)");
		assertThat(call(ask(Invoice.class, eq("customerId"), between("year"))))
			.isEqualTo("Query shop pk = ? AND sk BETWEEN ? AND ?");
		assertThat(call(ask(Invoice.class, eq("customerId"), eq("year"), eq("status"), gt("invoiceId"))))
			.isEqualTo("Query shop pk = ? AND sk BETWEEN ? AND ?");
	}

	@Test
	void filtersWhatFollowsASkippedPart() {
		assertThat(call(ask(Invoice.class, eq("customerId"), eq("year"), eq("invoiceId"))))
			.isEqualTo("Query shop pk = ? AND begins_with(sk, ?) filter invoiceId = ?0");
		assertThat(call(ask(Invoice.class, eq("customerId"), gt("year"), eq("status"))))
			.isEqualTo("Query shop pk = ? AND sk BETWEEN ? AND ? filter status = ?0");
	}

	@Test
	void filtersWhatIsNoKey() {
		assertThat(call(ask(Order.class, eq("customerId"), eq("note")).withFilter(gt("total"))))
			.isEqualTo("Query shop pk = ? AND begins_with(sk, ?) filter note = ?0 AND total > ?1");
	}

	@Test
	void filtersPropertiesOfComposedKeysByTheirAttributes() {
		assertThat(call(ask(Order.class, eq("customerId"), Conditions.attribute("orderId").ne(Operand.parameter(1)))))
			.isEqualTo("Query shop pk = ? AND begins_with(sk, ?) filter orderId <> ?1");
		assertThat(call(
				ask(Order.class, eq("customerId"), Conditions.attribute("orderId").contains(Operand.parameter(1)))))
			.isEqualTo("Query shop pk = ? AND begins_with(sk, ?) filter contains(orderId, ?1)");
		assertThat(call(ask(Order.class, eq("customerId"), eq("orderId").or(eq("note")))))
			.isEqualTo("Query shop pk = ? AND begins_with(sk, ?) filter orderId = ?0 OR note = ?0");
	}

	@Test
	void servesTheNarrowestOfSeveralConditionsOnAProperty() {
		assertThat(call(ask(Order.class, gt("orderId"), eq("customerId"), eq("orderId"))))
			.isEqualTo("GetItem shop pk = ? AND sk = ? then check orderId > ?1");
		assertThat(call(ask(Order.class, eq("customerId"), between("orderId"), gt("orderId"))))
			.isEqualTo("Query shop pk = ? AND sk BETWEEN ? AND ? filter orderId > ?1");
	}

	@Test
	void comparesNoAttributesByKeys() {
		assertThat(call(
				ask(Order.class, eq("customerId"), Conditions.attribute("orderId").eq(Conditions.attribute("note")))))
			.isEqualTo("Query shop pk = ? AND begins_with(sk, ?) filter orderId = note");
	}

	@Test
	void knowsPropertiesByTheirAttributesToo() {
		assertThat(call(ask(Customer.class, eq("customerId"), eq("e_mail"))))
			.isEqualTo("GetItem shop pk = ? AND sk = ? then check e_mail = ?0");
		assertThat(call(ask(Customer.class, eq("customerId"), eq("email"))))
			.isEqualTo("GetItem shop pk = ? AND sk = ? then check email = ?0");
	}

	@Test
	void countsAndAsksForExistence() {
		QueryShape orders = ask(Order.class, eq("customerId"));
		assertThat(call(orders.withAnswer(QueryShape.Answer.COUNT)))
			.isEqualTo("Query shop pk = ? AND begins_with(sk, ?) count");
		assertThat(call(orders.withAnswer(QueryShape.Answer.EXISTS)))
			.isEqualTo("Query shop pk = ? AND begins_with(sk, ?) exists");
		assertThat(call(ask(Order.class, eq("customerId"), eq("orderId")).withAnswer(QueryShape.Answer.COUNT)))
			.isEqualTo("Query shop pk = ? AND sk = ? count");
	}

	@Test
	void queriesSeveralPartitionsOneByOne() {
		assertThat(call(ask(Order.class, in("customerId"), startsWith("orderId"))))
			.isEqualTo("Query shop pk = ? AND begins_with(sk, ?) for each customerId");
		assertThat(call(ask(Order.class, in("status"), between("placedAt"))))
			.isEqualTo("Query shop index gsi1 gsi1pk = ? AND gsi1sk BETWEEN ? AND ? filter _type = ? for each status");
	}

	@Test
	void servesAMultiAttributeIndexFromLeftToRight() {
		QueryShape region = ask(Shipment.class, eq("region"), eq("city")).withAnswer(QueryShape.Answer.COUNT);
		assertThat(call(region)).isEqualTo("Query shop index by-region region = ? AND city = ? count");
		assertThat(call(region.withWhere(gt("placedAt"))))
			.isEqualTo("Query shop index by-region region = ? AND city = ? AND placedAt > ? count");
		assertThat(call(region.withWhere(eq("placedAt")).withWhere(startsWith("shipmentId"))))
			.isEqualTo("Query shop index by-region region = ? AND city = ? AND placedAt = ? "
					+ "AND begins_with(shipmentId, ?) count");
	}

	@Test
	void separatesTypesByKeysWhereTheyCan() {
		assertThat(call(ask(Address.class, eq("customerId")))).isEqualTo("Query shop pk = ? AND begins_with(sk, ?)");
		assertThat(call(ask(Product.class, eq("category")))).isEqualTo("Query shop index gsi1 gsi1pk = ?");
	}

	@Test
	void filtersTheTypeWhereKeysDoNotSeparateIt() {
		assertThat(call(ask(Order.class, eq("status")))).isEqualTo("Query shop index gsi1 gsi1pk = ? filter _type = ?");
		assertThat(call(ask(Order.class, eq("customerId"), gt("placedAt"))))
			.isEqualTo("Query shop index by-placed pk = ? AND placedAt > ? filter _type = ?");
	}

	@Test
	void plansTheSameAlways() {
		QueryShape shape = ask(Order.class, in("status"), between("placedAt"), eq("note"));
		assertThat(call(shape)).isEqualTo(call(shape));
	}

}
