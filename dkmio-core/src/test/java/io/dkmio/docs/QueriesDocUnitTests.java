package io.dkmio.docs;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.ItemCollection;
import io.dkmio.core.PreparedRead;
import io.dkmio.core.ReadCall;
import io.dkmio.core.ReadDefinition;
import io.dkmio.core.expression.Condition;
import io.dkmio.core.expression.Operand;
import io.dkmio.core.mapping.Attribute;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.GlobalIndex;
import io.dkmio.core.mapping.IndexDefinition;
import io.dkmio.core.mapping.Item;
import io.dkmio.core.mapping.Projection;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.core.query.QueryShape;
import io.dkmio.core.query.ReadPlanner;
import io.dkmio.domain.Customer;
import io.dkmio.domain.CustomerItem;
import org.junit.jupiter.api.Test;

import static io.dkmio.core.expression.Conditions.attribute;

/**
 * The code of {@code docs/queries.md}, and plans the page shows.
 */
class QueriesDocUnitTests {

	private static final DocumentedCode PAGE = DocumentedCode.page("queries.md");

	private final DynamoMappingContext context = DynamoMappingContext.of(List.of(TableDefinition.of("shop")
		.withIndex(IndexDefinition.global("gsi1").withPartitionKey("gsi1pk").withSortKey("gsi1sk"))
		.withIndex(IndexDefinition.local("by-placed").withSortKey("placedAt"))
		.withIndex(IndexDefinition.local("by-total").withSortKey("total:N").withProjection(Projection.KEYS_ONLY))),
			Order.class, Invoice.class);

	private final Condition ofCustomer = attribute("customerId").eq("c1");

	@Test
	void compilesTheCode() {
		PAGE.isCompiledIn(QueriesDocUnitTests.class);
	}

	@Test
	void showsWhatIsPlanned() {
		shows(this.ofCustomer);
		shows(this.ofCustomer.and(attribute("orderId").eq("o1")));
		shows(this.ofCustomer.and(attribute("orderId").in("o1", "o2")));
		shows(this.ofCustomer.and(attribute("orderId").gte("o1")).and(attribute("orderId").lt("o2")));
		shows(this.ofCustomer.and(attribute("orderId").beginsWith("o")));
	}

	private void shows(Condition where) {
		PAGE.shows("`" + new ReadPlanner(this.context).plan(shape(where)).describe() + "`");
	}

	private QueryShape shape(Condition where) {
		return QueryShape.of(this.context.getRequiredPersistentEntity(Order.class)).withWhere(where);
	}

	static void asksWithTheTemplate(DynamoTemplate dynamo) {
		List<Order> orders = dynamo.query(Order.class)
			.where(attribute("customerId").in("c1", "c2").and(attribute("orderId").gte("o-100")))
			.filter(attribute("total").gt(50))
			.list();
		orders.clear();
	}

	static List<Order> preparesARead(DynamoTemplate dynamo, DynamoMappingContext context) {
		QueryShape shape = QueryShape.of(context.getRequiredPersistentEntity(Order.class))
			.withWhere(attribute("customerId").eq(Operand.parameter(0)))
			.withWhere(attribute("orderId").in(Operand.elementsOfParameter(1)));
		PreparedRead<Order> byIds = dynamo.prepare(ReadDefinition.of(Order.class, shape).withParameters(2));
		List<Order> found = byIds.list(ReadCall.of("c1", List.of("o-7", "o-3")));
		return found;
	}

	static void readsParts(DynamoTemplate dynamo, Object id) {
		Order part = dynamo.get(Order.class, id).select("total", "status").required();
		List<Order> parts = dynamo.query(Order.class).where(attribute("customerId").eq("c1")).select("total").list();
		parts.remove(part);
	}

	static List<CustomerItem> readsSeveralTypes(DynamoTemplate dynamo) {
		List<CustomerItem> items = dynamo.query(CustomerItem.class).where(attribute("customerId").eq("c1")).list();
		return items;
	}

	static void readsAPartition(DynamoTemplate dynamo) {
		ItemCollection all = dynamo.collection(Customer.class)
			.where(attribute("customerId").eq("c1"))
			.first()
			.orElseThrow();
		Optional<Customer> customer = all.single(Customer.class);
		List<Order> orders = all.get(Order.class);
		List<Map<String, Object>> unknown = all.unmapped();
		Set.of(customer, orders, unknown);
	}

	static Optional<CustomerOverview> readsARecord(DynamoTemplate dynamo) {
		Optional<CustomerOverview> overview = dynamo.query(CustomerOverview.class)
			.where(attribute("customerId").eq("c1"))
			.first();
		return overview;
	}

	record CustomerOverview(Customer customer, List<Order> orders, Optional<Invoice> invoice) {
	}

	@Item(pk = "CUSTOMER#{customerId}", sk = "ORDER#{orderId}")
	@GlobalIndex(name = "gsi1", pk = "STATUS#{status}", sk = "{placedAt}#{orderId}")
	record Order(String customerId, String orderId, Status status, Instant placedAt,
			@Attribute(scale = 2) BigDecimal total, String carrier, String note) {
	}

	@Item(pk = "CUSTOMER#{customerId}", sk = "INVOICE#{number}")
	@GlobalIndex(name = "gsi1", pk = "STATUS#{status}", sk = "{placedAt}#{number}")
	record Invoice(String customerId, String number, Status status, Instant placedAt) {
	}

	enum Status {

		OPEN, PAID

	}

}
