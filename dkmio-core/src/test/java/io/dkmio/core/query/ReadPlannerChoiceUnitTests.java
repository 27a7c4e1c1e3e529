package io.dkmio.core.query;

import java.util.List;

import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.Condition;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.mapping.IndexDefinition;
import io.dkmio.core.mapping.Item;
import io.dkmio.core.mapping.TableDefinition;
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
import static io.dkmio.core.query.Shop.in;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ReadPlanner}: which keys are chosen, and what they sort by and hold.
 */
class ReadPlannerChoiceUnitTests {

	@Test
	void prefersTheTable() {
		assertThat(call(ask(Order.class, eq("customerId"), eq("status"))))
			.isEqualTo("Query shop pk = ? AND begins_with(sk, ?) filter status = ?0");
	}

	@Test
	void prefersTheWholeKeyToAnIndexThatServesMore() {
		assertThat(call(ask(Order.class, eq("customerId"), eq("orderId"), eq("status"), eq("placedAt"))))
			.isEqualTo("GetItem shop pk = ? AND sk = ? then check status = ?0 AND placedAt = ?0");
	}

	@Test
	void prefersAnIndexThatServesMore() {
		assertThat(call(ask(Order.class, eq("customerId"), eq("status"), between("placedAt"), gt("orderId"))))
			.isEqualTo("Query shop pk = ? AND sk BETWEEN ? AND ? filter status = ?0 AND placedAt BETWEEN ?1 AND ?2");
		assertThat(call(ask(Order.class, eq("customerId"), eq("status"), eq("placedAt"), gt("orderId"))))
			.isEqualTo("Query shop index gsi1 gsi1pk = ? AND gsi1sk BETWEEN ? AND ? "
					+ "filter customerId = ?0 AND _type = ?");
	}

	@Test
	void prefersTheIndexThatSorts() {
		assertThat(call(ask(Order.class, eq("customerId")).withOrder(SortOrder.descending("placedAt"))))
			.isEqualTo("Query shop index by-placed pk = ? filter _type = ? backwards");
	}

	@Test
	void prefersLocalIndexesToGlobalOnes() {
		TableDefinition table = TableDefinition.of("places")
			.withIndex(IndexDefinition.global("global").withPartitionKey("country").withSortKey("rank:N"))
			.withIndex(IndexDefinition.local("local").withSortKey("rank:N"));
		DynamoMappingContext context = DynamoMappingContext.of(List.of(table), Place.class);
		DynamoPersistentEntity<?> type = context.getRequiredPersistentEntity(Place.class);
		QueryShape shape = QueryShape.of(type).withWhere(eq("country")).withWhere(gt("rank"));
		assertThat(new ReadPlanner(context).plan(shape).describe())
			.isEqualTo("Query places index local pk = ? AND rank > ?");
		assertThat(new ReadPlanner(context).plan(shape.withIndex("global")).describe())
			.isEqualTo("Query places index global country = ? AND rank > ?");
	}

	@Test
	void prefersTheIndexDeclaredFirst() {
		TableDefinition table = TableDefinition.of("places")
			.withIndex(IndexDefinition.global("zzz").withPartitionKey("country"))
			.withIndex(IndexDefinition.global("aaa").withPartitionKey("country"));
		DynamoMappingContext context = DynamoMappingContext.of(List.of(table), City.class);
		QueryShape shape = QueryShape.of(context.getRequiredPersistentEntity(City.class)).withWhere(eq("country"));
		assertThat(new ReadPlanner(context).plan(shape).describe()).isEqualTo("Query places index zzz country = ?");
	}

	@Test
	void takesTheIndexItIsTold() {
		assertThat(call(ask(Order.class, eq("customerId"), eq("status")).withIndex("gsi1")))
			.isEqualTo("Query shop index gsi1 gsi1pk = ? filter customerId = ?0 AND _type = ?");
		assertThat(call(ask(Order.class, eq("customerId"), eq("orderId")).withIndex("by-placed")))
			.isEqualTo("Query shop index by-placed pk = ? filter orderId = ?0 AND _type = ?");
	}

	@Test
	void readsBackwards() {
		assertThat(call(ask(Order.class, eq("customerId")).withDescending()))
			.isEqualTo("Query shop pk = ? AND begins_with(sk, ?) backwards");
	}

	@Test
	void sortsByTheFirstPartOfASortKey() {
		QueryShape orders = ask(Order.class, eq("status"));
		assertThat(call(orders.withOrder(SortOrder.ascending("placedAt"))))
			.isEqualTo("Query shop index gsi1 gsi1pk = ? filter _type = ?");
		assertThat(call(orders.withOrder(SortOrder.descending("placedAt"))))
			.isEqualTo("Query shop index gsi1 gsi1pk = ? filter _type = ? backwards");
		assertThat(call(orders.withOrder(SortOrder.descending("placedAt")).withOrder(SortOrder.descending("orderId"))))
			.isEqualTo("Query shop index gsi1 gsi1pk = ? filter _type = ? backwards");
	}

	@Test
	void sortsByThePartAfterAFixedOne() {
		assertThat(call(ask(Order.class, eq("status"), eq("placedAt")).withOrder(SortOrder.descending("orderId"))))
			.isEqualTo("Query shop index gsi1 gsi1pk = ? AND begins_with(gsi1sk, ?) filter _type = ? backwards");
		assertThat(call(ask(Invoice.class, eq("customerId"), eq("status")).withOrder(SortOrder.ascending("year"))
			.withOrder(SortOrder.ascending("invoiceId"))))
			.isEqualTo("Query shop pk = ? AND begins_with(sk, ?) filter status = ?0");
	}

	@Test
	void sortsByWhatHasOneValue() {
		assertThat(call(ask(Order.class, eq("customerId"), eq("note")).withOrder(SortOrder.descending("customerId"))
			.withOrder(SortOrder.ascending("note"))
			.withOrder(SortOrder.ascending("orderId"))))
			.isEqualTo("Query shop pk = ? AND begins_with(sk, ?) filter note = ?0");
	}

	@Test
	void sortsSeveralPartitionsByWhatHasOneValue() {
		assertThat(call(ask(Order.class, in("customerId"), eq("note")).withOrder(SortOrder.ascending("note"))))
			.isEqualTo("Query shop pk = ? AND begins_with(sk, ?) filter note = ?0 for each customerId");
	}

	@Test
	void sortsAMultiAttributeIndexFromLeftToRight() {
		QueryShape region = ask(Shipment.class, eq("region"), eq("city"))
			.withSelect(List.of(AttributePath.of("weight")));
		assertThat(
				call(region.withOrder(SortOrder.descending("placedAt")).withOrder(SortOrder.descending("shipmentId"))))
			.isEqualTo("Query shop index by-region region = ? AND city = ? select weight backwards");
	}

	@Test
	void readsAnIndexThatHoldsWhatIsSelected() {
		assertThat(call(ask(Shipment.class, eq("region"), eq("city"), gt("weight"))
			.withSelect(List.of(AttributePath.of("weight"), AttributePath.of("shipmentId")))))
			.isEqualTo("Query shop index by-region region = ? AND city = ? filter weight > ?1 "
					+ "select weight, shipmentId");
	}

	@Test
	void countsInAnIndexOfKeysOnly() {
		QueryShape orders = ask(Order.class, eq("customerId"), gt("total"));
		assertThat(call(orders.withAnswer(QueryShape.Answer.COUNT)))
			.isEqualTo("Query shop index by-total pk = ? AND total > ? count");
		assertThat(call(orders.withAnswer(QueryShape.Answer.EXISTS)))
			.isEqualTo("Query shop index by-total pk = ? AND total > ? exists");
		assertThat(call(orders)).as("whole items")
			.isEqualTo("Query shop pk = ? AND begins_with(sk, ?) filter total > ?1");
	}

	@Test
	void readsLocalIndexesConsistently() {
		assertThat(call(ask(Order.class, eq("customerId"), gt("placedAt")).withConsistent()))
			.isEqualTo("Query shop index by-placed pk = ? AND placedAt > ? filter _type = ? consistent");
	}

	@Test
	void readsNoGlobalIndexConsistently() {
		QueryShape orders = ask(Order.class, eq("customerId"), eq("status"), eq("placedAt"), gt("orderId"));
		assertThat(call(orders)).startsWith("Query shop index gsi1 ");
		assertThat(call(orders.withConsistent()))
			.isEqualTo("Query shop pk = ? AND sk BETWEEN ? AND ? filter status = ?0 AND placedAt = ?0 consistent");
	}

	@Test
	void scansOnlyIfNothingElseServes() {
		assertThat(call(ask(Order.class, eq("note")).withFilter(gt("total")).withScanAllowed()))
			.isEqualTo("Scan shop filter note = ?0 AND total > ?1 AND _type = ?");
		assertThat(call(ask(Order.class).withScanAllowed().withAnswer(QueryShape.Answer.COUNT).withConsistent()))
			.isEqualTo("Scan shop filter _type = ? count consistent");
		assertThat(call(ask(Visit.class).withScanAllowed())).isEqualTo("Scan visits-prod");
		assertThat(call(ask(Visit.class, gt("at")).withScanAllowed())).isEqualTo("Scan visits-prod filter at > ?1");
		assertThat(call(ask(Product.class).withScanAllowed())).isEqualTo("Query shop pk = ?");
		assertThat(call(ask(Order.class, eq("customerId"), eq("note")).withScanAllowed()))
			.isEqualTo("Query shop pk = ? AND begins_with(sk, ?) filter note = ?0");
	}

	@Test
	void servesByKeysAloneWhereItMust() {
		assertThat(call(ask(Order.class, eq("customerId"), gt("placedAt")).withKeysOnly().withFilter(eq("note"))))
			.isEqualTo("Query shop index by-placed pk = ? AND placedAt > ? filter note = ?0 AND _type = ?");
	}

	@Test
	void neverServesAFilterByKeys() {
		assertThat(call(ask(Order.class, eq("customerId")).withFilter(eq("orderId"))))
			.isEqualTo("Query shop pk = ? AND begins_with(sk, ?) filter orderId = ?0");
	}

	@Test
	void filtersByAllAliasesOfAType() {
		TableDefinition table = TableDefinition.of("animals")
			.withIndex(IndexDefinition.global("by-name").withPartitionKey("name"));
		DynamoMappingContext context = DynamoMappingContext.of(List.of(table), Cat.class, Dog.class);
		QueryShape cats = QueryShape.of(context.getRequiredPersistentEntity(Cat.class)).withWhere(eq("name"));
		assertThat(new ReadPlanner(context).plan(cats.withIndex("by-name")).describe())
			.isEqualTo("Query animals index by-name name = ? filter _type IN (?, ?, ?)");
		DynamoMappingContext alone = DynamoMappingContext.of(List.of(table), Cat.class);
		assertThat(new ReadPlanner(alone).plan(
				QueryShape.of(alone.getRequiredPersistentEntity(Cat.class)).withWhere(eq("name")).withIndex("by-name"))
			.describe()).isEqualTo("Query animals index by-name name = ?");
	}

	@Test
	void describesWhatIsAsked() {
		QueryShape shape = ask(Order.class, eq("status"), between("placedAt")).withFilter(eq("note").or(gt("total")))
			.withOrder(SortOrder.descending("placedAt"))
			.withOrder(SortOrder.ascending("orderId"));
		assertThat(shape.describe()).isEqualTo("Order where status = ?0 AND placedAt BETWEEN ?1 AND ?2 "
				+ "AND (note = ?0 OR total > ?1) order by placedAt descending, orderId");
		assertThat(ask(Order.class, Condition.always()).describe()).isEqualTo("Order");
	}

	@Item(pk = "COUNTRY#{country}", sk = "{name}")
	record Place(String country, String name, int rank) {
	}

	@Item(pk = "CITY#{name}", sk = "CITY")
	record City(String name, String country) {
	}

	@Item(pk = "CAT#{name}", sk = "CAT", aliases = { "cat", "kitten" })
	record Cat(String name) {
	}

	@Item(pk = "DOG#{name}", sk = "DOG")
	record Dog(String name) {
	}

}
