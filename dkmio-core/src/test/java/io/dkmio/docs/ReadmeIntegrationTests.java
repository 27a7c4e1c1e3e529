package io.dkmio.docs;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.QueryResult;
import io.dkmio.core.mapping.Attribute;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.GlobalIndex;
import io.dkmio.core.mapping.IndexDefinition;
import io.dkmio.core.mapping.Item;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.repository.DynamoRepository;
import io.dkmio.repository.support.DynamoRepositoryFactory;
import io.dkmio.test.LocalDynamo;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;

import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The code of the {@code README}.
 */
class ReadmeIntegrationTests {

	@Test
	void compilesTheCode() {
		DocumentedCode.page("../README.md").isCompiledIn(ReadmeIntegrationTests.class);
	}

	@Test
	void doesWhatItSays() {
		TableDefinition shop = TableDefinition.of("shop")
			.withIndex(IndexDefinition.global("gsi1").withPartitionKey("gsi1pk").withSortKey("gsi1sk"));
		DynamoDbClient client = LocalDynamo.client(ReadmeIntegrationTests.class);
		new SchemaManager(client).create(shop);
		DynamoTemplate dynamo = new DynamoTemplate(client, DynamoMappingContext.of(List.of(shop), Order.class));
		Order order = new Order("c1", "o1", Status.OPEN, Instant.parse("2026-01-31T10:00:00Z"), new BigDecimal("99.50"),
				List.of(new Line("tea", 2)));

		dynamo.insert(order); // PutItem, if there is none yet
		Optional<Order> one = dynamo.get(Order.class, new Order.Id("c1", "o1")).optional(); // GetItem
		List<Order> all = dynamo.query(Order.class) // Query pk = ? AND begins_with(sk, ?)
			.where(attribute(Order::customerId).eq("c1"))
			.list();
		QueryResult<Order> latest = dynamo.query(Order.class) // Query gsi1, Limit 20
			.where(attribute(Order::status).eq(Status.OPEN))
			.descending()
			.limit(20)
			.page();

		assertThat(one).contains(order);
		assertThat(all).containsExactly(order);
		assertThat(latest).containsExactly(order);

		OrderRepository orders = new DynamoRepositoryFactory(dynamo).getRepository(OrderRepository.class);
		assertThat(orders.findByCustomerId("c1")).containsExactly(order);
		assertThat(orders.findByStatusAndPlacedAtBetween(Status.OPEN, order.placedAt(), order.placedAt()))
			.containsExactly(order);
		assertThat(orders.findByStatusOrderByPlacedAtDesc(Status.OPEN, ScrollPosition.keyset(), Limit.of(1)))
			.containsExactly(order);
		assertThat(orders.existsByCustomerId("c1")).isTrue();
	}

	@Item(pk = "CUSTOMER#{customerId}", sk = "ORDER#{orderId}")
	@GlobalIndex(name = "gsi1", pk = "STATUS#{status}", sk = "{placedAt}#{orderId}")
	public record Order(String customerId, String orderId, Status status, Instant placedAt,
			@Attribute(scale = 2) BigDecimal total, List<Line> lines) {

		public record Id(String customerId, String orderId) {
		}

	}

	// @formatter:off
	public interface OrderRepository extends DynamoRepository<Order, Order.Id> {

		List<Order> findByCustomerId(String customerId); // Query pk = ? AND begins_with(sk, ?)

		List<Order> findByStatusAndPlacedAtBetween(Status status, Instant from, Instant to); // Query gsi1, BETWEEN

		Window<Order> findByStatusOrderByPlacedAtDesc(Status status, ScrollPosition position, Limit limit); // one page of gsi1

		boolean existsByCustomerId(String customerId); // Query, Limit 1, keys alone

	}
	// @formatter:on

	/** What is ordered. */
	public record Line(String product, int quantity) {
	}

	/** Where an order is. */
	public enum Status {

		OPEN, PAID

	}

}
