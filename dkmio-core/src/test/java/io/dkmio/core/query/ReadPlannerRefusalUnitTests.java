package io.dkmio.core.query;

import java.util.List;
import java.util.stream.Stream;

import io.dkmio.UnservableQueryException;
import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.Conditions;
import io.dkmio.core.expression.Operand;
import io.dkmio.core.query.Shop.Customer;
import io.dkmio.core.query.Shop.Invoice;
import io.dkmio.core.query.Shop.Order;
import io.dkmio.core.query.Shop.Shipment;
import io.dkmio.core.query.Shop.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static io.dkmio.core.query.Shop.ask;
import static io.dkmio.core.query.Shop.call;
import static io.dkmio.core.query.Shop.eq;
import static io.dkmio.core.query.Shop.gt;
import static io.dkmio.core.query.Shop.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link ReadPlanner}: what it refuses, and how it says so.
 */
class ReadPlannerRefusalUnitTests {

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void refuses(String what, QueryShape shape, String text) {
		assertThatExceptionOfType(UnservableQueryException.class).isThrownBy(() -> call(shape)).withMessage(text);
	}

	static Stream<Arguments> refuses() {
		return Stream.of(arguments("no key", ask(Visit.class, eq("agent")),
				"Visit where agent = ?0 cannot be served: the table needs one value of 'userId'; index "
						+ "'by-page' needs one value of 'page'. Ask for one value of 'userId' to use the table, or "
						+ "declare an index whose keys are made of what is asked for, or allow a scan of the table "
						+ "with @AllowScan."),
				arguments("no key of several indexes", ask(Order.class, eq("note")),
						"Order where note = ?0 cannot be served: the table needs one value of 'customerId'; "
								+ "index 'gsi1' needs one value of 'status'; index 'by-carrier' needs one value of "
								+ "'carrier'; index 'by-placed' needs one value of 'customerId'; index 'by-total' needs "
								+ "one value of 'customerId'. Ask for one value of 'customerId' to use the table, or "
								+ "declare an index whose keys are made of what is asked for, or allow a scan of the table "
								+ "with @AllowScan."),
				arguments("an index without an item", ask(Order.class, eq("status")).withIndex("by-region"),
						"Order where status = ?0 cannot be served: items of Order are not in index 'by-region'. "
								+ "They are in gsi1, by-carrier, by-placed, by-total; name one of those."),
				arguments("an index of a type without any", ask(Customer.class).withIndex("gsi1"),
						"Customer cannot be served: items of Customer are not in index 'gsi1'. They are in no "
								+ "index; leave it out."),
				arguments("a forced index without its key", ask(Order.class, eq("customerId")).withIndex("gsi1"),
						"Order where customerId = ?0 cannot be served: index 'gsi1' needs one value of 'status'. "
								+ "Ask for one value of 'status' to use index 'gsi1', or leave the choice of the index "
								+ "open."),
				arguments("half a partition key", ask(Shipment.class, eq("region")),
						"Shipment where region = ?0 cannot be served: the table needs one value of 'shipmentId'; "
								+ "index 'by-region' needs one value of 'city'; index 'by-carrier' needs one value of "
								+ "'carrier'; index 'by-placed' needs one value of 'shipmentId'. Ask for one value of "
								+ "'city' to use index 'by-region', or declare an index whose keys are made of what is "
								+ "asked for, or allow a scan of the table with @AllowScan."),
				arguments("a range of a partition key", ask(Visit.class, gt("userId")),
						"Visit where userId > ?1 cannot be served: the table needs one value of 'userId', which "
								+ "userId > ?1 does not give; index 'by-page' needs one value of 'page'. Ask for one value "
								+ "of 'userId' to use the table, or declare an index whose keys are made of what is asked "
								+ "for, or allow a scan of the table with @AllowScan."),
				arguments("keys joined by or", ask(Visit.class, eq("userId").or(eq("page"))),
						"Visit where userId = ?0 OR page = ?0 cannot be served: the table needs one value of "
								+ "'userId', which userId = ?0 OR page = ?0 does not give; index 'by-page' needs one value "
								+ "of 'page', which userId = ?0 OR page = ?0 does not give. Ask for one value of 'userId' "
								+ "to use the table, or declare an index whose keys are made of what is asked for, or "
								+ "allow a scan of the table with @AllowScan."),
				arguments("two lists of values in one key", ask(Shipment.class, in("region"), in("city")),
						"Shipment where region IN (?1) AND city IN (?1) cannot be served: the table needs one "
								+ "value of 'shipmentId'; index 'by-region' needs one value of 'city', which city IN (?1) "
								+ "does not give; index 'by-carrier' needs one value of 'carrier'; index 'by-placed' needs "
								+ "one value of 'shipmentId'. Ask for one value of 'city' to use index 'by-region', or "
								+ "declare an index whose keys are made of what is asked for, or allow a scan of the table "
								+ "with @AllowScan."),
				arguments("a filter on a plain key",
						ask(Visit.class, eq("userId"), Conditions.attribute("at").ne(Operand.parameter(1))),
						"Visit where userId = ?0 AND at <> ?1 cannot be served: the table has 'at' as a key, and "
								+ "keys cannot be filtered by at <> ?1; index 'by-page' needs one value of 'page'. Ask for "
								+ "one value, a range or the beginning of 'at', or declare an index whose keys are made of "
								+ "what is asked for, or allow a scan of the table with @AllowScan."),
				arguments("or on a plain key", ask(Visit.class, eq("userId"), eq("at").or(eq("agent"))),
						"Visit where userId = ?0 AND (at = ?0 OR agent = ?0) cannot be served: the table has "
								+ "'at' as a key, and keys cannot be filtered by at = ?0 OR agent = ?0; index 'by-page' "
								+ "needs one value of 'page'. Ask for one value, a range or the beginning of 'at', or "
								+ "declare an index whose keys are made of what is asked for, or allow a scan of the table "
								+ "with @AllowScan."),
				arguments("contains on a plain key",
						ask(Shipment.class, eq("region"), eq("city"),
								Conditions.attribute("shipmentId").contains(Operand.parameter(1)))
							.withAnswer(QueryShape.Answer.COUNT),
						"Shipment where region = ?0 AND city = ?0 AND contains(shipmentId, ?1) cannot be served: "
								+ "the table needs one value of 'shipmentId', which contains(shipmentId, ?1) does not "
								+ "give; index 'by-region' has 'shipmentId' as a key, and keys cannot be filtered by "
								+ "contains(shipmentId, ?1); index 'by-carrier' needs one value of 'carrier'; index "
								+ "'by-placed' needs one value of 'shipmentId', which contains(shipmentId, ?1) does not "
								+ "give. Ask for one value, a range or the beginning of 'shipmentId', or declare an index "
								+ "whose keys are made of what is asked for, or allow a scan of the table with @AllowScan."),
				arguments("a filter on a plain key, given as filter",
						ask(Visit.class, eq("userId")).withFilter(eq("at")),
						"Visit where userId = ?0 AND at = ?0 cannot be served: the table has 'at' as a key, and "
								+ "keys cannot be filtered by at = ?0; index 'by-page' needs one value of 'page'. Ask for "
								+ "one value, a range or the beginning of 'at', or declare an index whose keys are made of "
								+ "what is asked for, or allow a scan of the table with @AllowScan."),
				arguments("a composed key itself", ask(Shop.Address.class, eq("customerId"), gt("sk")),
						"Address where customerId = ?0 AND sk > ?1 cannot be served: the table composes 'sk', "
								+ "and keys cannot be filtered by sk > ?1. Ask for 'addressId', which 'sk' is composed of, "
								+ "or declare an index whose keys are made of what is asked for, or allow a scan of the "
								+ "table with @AllowScan."),
				arguments("a filter on a plain key that no index helps with",
						ask(Shop.Parcel.class, eq("depot"), Conditions.attribute("parcelId").ne(Operand.parameter(1))),
						"Parcel where depot = ?0 AND parcelId <> ?1 cannot be served: the table has 'parcelId' "
								+ "as a key, and keys cannot be filtered by parcelId <> ?1; index 'by-weight' serves no "
								+ "more than the table. Ask for one value, a range or the beginning of 'parcelId', or "
								+ "declare an index whose keys are made of what is asked for, or allow a scan of the table "
								+ "with @AllowScan."),
				arguments("a constant key itself", ask(Shop.Product.class, eq("pk")),
						"Product where pk = ?0 cannot be served: the table composes 'pk', and keys cannot be "
								+ "filtered by pk = ?0; index 'gsi1' needs one value of 'category'. Declare an index whose "
								+ "keys are made of what is asked for, or allow a scan of the table with @AllowScan."),
				arguments("a sort by what is no property",
						ask(Visit.class, eq("userId")).withOrder(SortOrder.ascending("when")),
						"Visit where userId = ?0 order by when cannot be served: 'when' is no property of Visit. "
								+ "Sort by a property of a sort key."),
				arguments("a sort by what is no key",
						ask(Visit.class, eq("userId")).withOrder(SortOrder.ascending("agent")),
						"Visit where userId = ?0 order by agent cannot be served: the table sorts by 'at', not "
								+ "by 'agent'; index 'by-page' needs one value of 'page'. Sort by 'at' to use the table, "
								+ "or declare an index whose keys are made of what is asked for."),
				arguments("a sort without a sort key",
						ask(Shipment.class, eq("carrier")).withAnswer(QueryShape.Answer.EXISTS)
							.withIndex("by-carrier")
							.withOrder(SortOrder.ascending("weight")),
						"Shipment where carrier = ?0 order by weight cannot be served: index 'by-carrier' has no "
								+ "sort key to sort by 'weight'. Leave out 'weight' to use index 'by-carrier', or leave "
								+ "the choice of the index open."),
				arguments("a sort by more than the key",
						ask(Visit.class, eq("userId")).withOrder(SortOrder.ascending("at"))
							.withOrder(SortOrder.ascending("agent")),
						"Visit where userId = ?0 order by at, agent cannot be served: the table has no more in "
								+ "its sort key to sort by 'agent'; index 'by-page' needs one value of 'page'. Leave out "
								+ "'agent' to use the table, or declare an index whose keys are made of what is asked for."),
				arguments("a sort by a later part",
						ask(Order.class, eq("status")).withIndex("gsi1").withOrder(SortOrder.ascending("orderId")),
						"Order where status = ?0 order by orderId cannot be served: index 'gsi1' sorts by "
								+ "'placedAt', not by 'orderId'. Sort by 'placedAt' to use index 'gsi1', or leave the "
								+ "choice of the index open."),
				arguments("a sort in mixed directions",
						ask(Order.class, eq("status")).withIndex("gsi1")
							.withOrder(SortOrder.ascending("placedAt"))
							.withOrder(SortOrder.descending("orderId")),
						"Order where status = ?0 order by placedAt, orderId descending cannot be served: index "
								+ "'gsi1' is read forwards or backwards as a whole, and cannot sort by 'placedAt' one way "
								+ "and by 'orderId' the other. Sort all one way, or leave the choice of the index open."),
				arguments("a sort by an enum in a key",
						ask(Invoice.class, eq("customerId"), eq("year")).withOrder(SortOrder.ascending("status")),
						"Invoice where customerId = ?0 AND year = ?0 order by status cannot be served: the table "
								+ "does not sort by 'status': Invoice: Property 'status' of key template "
								+ "'INVOICE#{year}#{status}#{invoiceId}' is an enum, and keys have its names in them, "
								+ "which do not sort as its constants; index 'gsi1' needs one value of 'status'; index "
								+ "'by-placed' sorts by 'placedAt', not by 'status'. Ask for equality, or store a number, "
								+ "or declare an index whose keys are made of what is asked for."),
				arguments("a sort of several partitions",
						ask(Visit.class, in("userId")).withOrder(SortOrder.ascending("at")),
						"Visit where userId IN (?1) order by at cannot be served: the table is read once for "
								+ "each value of 'userId', and the results have no common order; index 'by-page' needs one "
								+ "value of 'page'. Ask for one value of 'userId', or for no order, or declare an index "
								+ "whose keys are made of what is asked for."),
				arguments("a range of an enum in a key", ask(Invoice.class, eq("customerId"), gt("status")),
						"Invoice where customerId = ?0 AND status > ?1 cannot be served: Invoice: Property "
								+ "'status' of key template 'INVOICE#{year}#{status}#{invoiceId}' is an enum, and keys "
								+ "have its names in them, which do not sort as its constants. Ask for equality, or store "
								+ "a number."),
				arguments("whole items of an index without them", ask(Shipment.class, eq("region"), eq("city")),
						"Shipment where region = ?0 AND city = ?0 cannot be served: the table needs one value of "
								+ "'shipmentId'; index 'by-region' does not hold whole items, only pk, sk, region, city, "
								+ "placedAt, shipmentId, weight; index 'by-carrier' needs one value of 'carrier'; index "
								+ "'by-placed' needs one value of 'shipmentId'. Select attributes it holds to use index "
								+ "'by-region', or declare an index whose keys are made of what is asked for, or allow a "
								+ "scan of the table with @AllowScan."),
				arguments("a selected attribute an index does not hold",
						ask(Shipment.class, eq("region"), eq("city")).withSelect(List.of(AttributePath.of("carrier"))),
						"Shipment where region = ?0 AND city = ?0 cannot be served: the table needs one value of "
								+ "'shipmentId'; index 'by-region' does not hold 'carrier', only pk, sk, region, city, "
								+ "placedAt, shipmentId, weight; index 'by-carrier' needs one value of 'carrier'; index "
								+ "'by-placed' needs one value of 'shipmentId'. Project 'carrier' into index 'by-region', "
								+ "or declare an index whose keys are made of what is asked for, or allow a scan of the "
								+ "table with @AllowScan."),
				arguments("a filter an index does not hold",
						ask(Shipment.class, eq("region"), eq("city")).withFilter(eq("carrier"))
							.withAnswer(QueryShape.Answer.COUNT),
						"Shipment where region = ?0 AND city = ?0 AND carrier = ?0 cannot be served: the table "
								+ "needs one value of 'shipmentId'; index 'by-region' does not hold 'carrier', only pk, "
								+ "sk, region, city, placedAt, shipmentId, weight; index 'by-carrier' needs one value of "
								+ "'carrier'; index 'by-placed' needs one value of 'shipmentId'. Project 'carrier' into "
								+ "index 'by-region', or declare an index whose keys are made of what is asked for, or "
								+ "allow a scan of the table with @AllowScan."),
				arguments("a type an index does not hold",
						ask(Shipment.class, eq("carrier")).withAnswer(QueryShape.Answer.COUNT),
						"Shipment where carrier = ?0 cannot be served: the table needs one value of "
								+ "'shipmentId'; index 'by-region' needs one value of 'region' and one value of 'city'; "
								+ "index 'by-carrier' does not hold '_type', only pk, sk, carrier; index 'by-placed' needs "
								+ "one value of 'shipmentId'. Project '_type' into index 'by-carrier', or declare an index "
								+ "whose keys are made of what is asked for, or allow a scan of the table with @AllowScan."),
				arguments("a consistent read of a global index", ask(Visit.class, eq("page")).withConsistent(),
						"Visit where page = ?0 cannot be served: the table needs one value of 'userId'; index "
								+ "'by-page' is global, and cannot be read consistently. Do without the consistent read to "
								+ "use index 'by-page', or declare a local index whose keys are made of what is asked for, "
								+ "or allow a scan of the table with @AllowScan."),
				arguments("a condition that must be served by keys",
						ask(Visit.class, eq("userId"), eq("agent")).withKeysOnly(),
						"Visit where userId = ?0 AND agent = ?0 cannot be served: the table does not serve agent "
								+ "= ?0 by its keys; index 'by-page' needs one value of 'page'. Make that a filter, or "
								+ "declare an index whose keys are made of what is asked for."),
				arguments("a scan that sorts", ask(Visit.class).withScanAllowed().withOrder(SortOrder.ascending("at")),
						"Visit order by at cannot be served: the table needs one value of 'userId'; index "
								+ "'by-page' needs one value of 'page'. Ask for one value of 'userId' to use the table, or "
								+ "declare an index whose keys are made of what is asked for."),
				arguments("a scan backwards", ask(Visit.class).withScanAllowed().withDescending(),
						"Visit cannot be served: the table needs one value of 'userId'; index 'by-page' needs "
								+ "one value of 'page'. Ask for one value of 'userId' to use the table, or declare an "
								+ "index whose keys are made of what is asked for."),
				arguments("a scan for keys", ask(Visit.class, eq("agent")).withKeysOnly().withScanAllowed(),
						"Visit where agent = ?0 cannot be served: the table needs one value of 'userId'; index "
								+ "'by-page' needs one value of 'page'. Ask for one value of 'userId' to use the table, or "
								+ "declare an index whose keys are made of what is asked for."));
	}

	@Test
	void tellsThePartsOfTheText() {
		assertThatExceptionOfType(UnservableQueryException.class).isThrownBy(() -> call(ask(Visit.class, eq("agent"))))
			.satisfies((exception) -> {
				assertThat(exception.getQuery()).isEqualTo("Visit where agent = ?0");
				assertThat(exception.getReason())
					.isEqualTo("the table needs one value of 'userId'; index 'by-page' needs one value of 'page'");
				assertThat(exception.getAdvice()).startsWith("Ask for one value of 'userId' to use the table, or ");
			});
	}

	@Test
	void tellsNoValues() {
		assertThatExceptionOfType(UnservableQueryException.class)
			.isThrownBy(() -> call(ask(Visit.class, Conditions.attribute("agent").eq("secret"))))
			.withMessageStartingWith("Visit where agent = ? cannot be served: ")
			.withMessageNotContaining("secret");
	}

}
