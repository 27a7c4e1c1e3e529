package io.dkmio.docs;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.QueryResult;
import io.dkmio.core.ScanResult;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.Item;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.core.query.Cursor;
import io.dkmio.core.query.CursorCodec;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.test.LocalDynamo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.data.domain.Window;

import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The code of {@code docs/paging.md}.
 */
class PagingDocIntegrationTests {

	private static DynamoTemplate dynamo;

	@BeforeAll
	static void storeOrders() {
		DynamoDbClient client = LocalDynamo.client(PagingDocIntegrationTests.class);
		List<TableDefinition> tables = List.of(TableDefinition.of("shop"));
		new SchemaManager(client).create(tables);
		dynamo = new DynamoTemplate(client, DynamoMappingContext.of(tables, Order.class));
		for (int i = 0; i < 60; i++) {
			dynamo.insert(new Order("c1", "o-%03d".formatted(i), BigDecimal.valueOf(30 + i)));
		}
	}

	@Test
	void compilesTheCode() {
		DocumentedCode.page("paging.md").isCompiledIn(PagingDocIntegrationTests.class);
	}

	@Test
	void readsPagesAndWindows() {
		QueryResult<Order> page = dynamo.query(Order.class)
			.where(attribute("customerId").eq("c1"))
			.filter(attribute("total").gt(50))
			.limit(20)
			.page();
		List<Order> orders = page.items();
		Optional<String> next = page.cursor();
		Window<Order> window = Window.from(page.items(),
				(index) -> Cursor.decode(page.cursorAfter(index)).toScrollPosition(), page.hasNext());
		assertThat(orders).hasSize(20);
		assertThat(window.positionAt(19)).isEqualTo(Cursor.decode(next.orElseThrow()).toScrollPosition());
		assertThat(following(next.orElseThrow())).hasSize(19);
	}

	private static QueryResult<Order> following(String cursor) {
		QueryResult<Order> following = dynamo.query(Order.class)
			.where(attribute("customerId").eq("c1"))
			.filter(attribute("total").gt(50))
			.limit(20)
			.after(cursor)
			.page();
		return following;
	}

	@Test
	void scansInSegments() {
		ScanResult<Order> result = dynamo.scan(Order.class)
			.filter(attribute("total").gt(50))
			.segments(4)
			.maxPages(25)
			.page();
		boolean everything = result.completed();
		assertThat(everything).isTrue();
		assertThat(Set.copyOf(result.items())).hasSize(39);
	}

	static void setsASecret(DynamoTemplate template, String secret, String formerSecret) {
		template.setCursorCodec(CursorCodec.of(secret, formerSecret));
	}

	@Item(pk = "CUSTOMER#{customerId}", sk = "ORDER#{orderId}")
	record Order(String customerId, String orderId, BigDecimal total) {
	}

}
