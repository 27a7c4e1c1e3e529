package io.dkmio.docs;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import io.dkmio.core.expression.Condition;
import io.dkmio.core.mapping.Attribute;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.GlobalIndex;
import io.dkmio.core.mapping.IndexDefinition;
import io.dkmio.core.mapping.Item;
import io.dkmio.core.mapping.Projection;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.core.query.QueryShape;
import io.dkmio.core.query.ReadPlanner;
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
