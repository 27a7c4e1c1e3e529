package io.dkmio.core;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.dkmio.AttributeType;
import io.dkmio.MissingKeyException;
import io.dkmio.core.client.ClientDynamoExecutor;
import io.dkmio.core.convert.MappingDynamoConverter;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.Item;
import io.dkmio.core.mapping.PartitionKey;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.core.mapping.TimeToLive;
import io.dkmio.core.mapping.event.AfterConvertCallback;
import io.dkmio.core.mapping.event.AfterSaveCallback;
import io.dkmio.core.mapping.event.AuditingEntityCallback;
import io.dkmio.core.mapping.event.BeforeConvertCallback;
import io.dkmio.core.mapping.event.BeforeSaveCallback;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.domain.Address;
import io.dkmio.domain.Customer;
import io.dkmio.domain.Line;
import io.dkmio.domain.Order;
import io.dkmio.domain.Product;
import io.dkmio.domain.Shop;
import io.dkmio.domain.Status;
import io.dkmio.domain.Stock;
import io.dkmio.test.LocalDynamo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.annotation.Version;
import org.springframework.data.auditing.IsNewAwareAuditingHandler;
import org.springframework.data.mapping.callback.EntityCallbacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link DynamoTemplate}.
 */
class DynamoTemplateIntegrationTests {

	private static final Instant NOW = Instant.parse("2026-01-31T10:15:30.5Z");

	private static final TableDefinition CARTS = TableDefinition.of("carts", "shop-carts", "cartId")
		.withTimeToLive("expires_at");

	private static DynamoDbClient client;

	private static DynamoMappingContext context;

	private final DynamoTemplate dynamo = new DynamoTemplate(client, context);

	@BeforeAll
	static void createTables() {
		client = LocalDynamo.client(DynamoTemplateIntegrationTests.class);
		List<TableDefinition> tables = new ArrayList<>(Shop.tables());
		tables.add(CARTS);
		context = DynamoMappingContext.of(tables, Customer.class, Order.class, Product.class, Stock.class, Cart.class,
				Counter.class);
		new SchemaManager(client).create(tables);
	}

	@Test
	void readsWhatItInserted() {
		Customer stored = this.dynamo
			.insert(Customer.of("c-1", "Ada").withAddress(new Address("1 Main Street", "Lima", "15001", "PE")));
		assertThat(this.dynamo.get(Customer.class, "c-1").required()).isEqualTo(stored);
		assertThat(stored.version()).isEqualTo(1);
	}

	@Test
	void findsAnItemByARecordOfItsKeyProperties() {
		Order stored = this.dynamo.insert(Order.of("c-2", "o-1")
			.withStatus(Status.OPEN)
			.withPlacedAt(NOW)
			.withTotal(new BigDecimal("99.50"))
			.withLines(new Line("sku-1", 2, new BigDecimal("49.75")))
			.withTags("urgent"));
		assertThat(this.dynamo.get(Order.class, new Order.Id("c-2", "o-1")).consistent().required()).isEqualTo(stored);
	}

	@Test
	void findsAnItemByAMapOfItsKeyProperties() {
		Order stored = this.dynamo.insert(Order.of("c-2", "o-2"));
		assertThat(this.dynamo.get(Order.class, Map.of("customerId", "c-2", "orderId", "o-2")).optional())
			.contains(stored);
	}

	@Test
	void composesAllKeysByTheirTemplates() {
		this.dynamo.insert(Order.of("c#3", "o 1").withStatus(Status.OPEN).withPlacedAt(NOW));
		Map<String, AttributeValue> item = client
			.getItem((request) -> request.tableName("shop")
				.key(Map.of("pk", AttributeValue.fromS("CUSTOMER#c$233"), "sk", AttributeValue.fromS("ORDER#o$201"))))
			.item();
		assertThat(item.get("gsi1pk").s()).isEqualTo("STATUS#" + Status.OPEN);
		assertThat(item.get("gsi1sk").s()).isEqualTo("2026-01-31T10:15:30.500000000Z#o$201");
		assertThat(item.get("customerId").s()).isEqualTo("c#3");
		assertThat(item.get("_type").s()).isEqualTo("Order");
	}

	@Test
	void leavesAnItemOutOfAnIndexForWantOfAProperty() {
		this.dynamo.insert(Order.of("c-4", "o-1").withStatus(Status.OPEN));
		Map<String, AttributeValue> item = client
			.getItem((request) -> request.tableName("shop")
				.key(Map.of("pk", AttributeValue.fromS("CUSTOMER#c-4"), "sk", AttributeValue.fromS("ORDER#o-1"))))
			.item();
		assertThat(item).doesNotContainKeys("gsi1sk").containsKey("pk");
	}

	@Test
	void keepsOneCustomerOutOfAnothersPartition() {
		this.dynamo.insert(Order.of("c-5", "x#ORDER#y"));
		assertThat(this.dynamo.exists(Order.class, new Order.Id("c-5#ORDER#x", "y"))).isFalse();
		assertThat(this.dynamo.exists(Order.class, new Order.Id("c-5", "x#ORDER#y"))).isTrue();
	}

	@Test
	void insertsOnlyOnce() {
		this.dynamo.insert(Customer.of("c-6", "Ada"));
		assertThatExceptionOfType(DuplicateKeyException.class)
			.isThrownBy(() -> this.dynamo.insert(Customer.of("c-6", "Bob")))
			.withMessageContaining(
					"Operation 'insert' of Customer on table 'shop' failed: an item with this key exists");
		assertThat(this.dynamo.get(Customer.class, "c-6").required().name()).isEqualTo("Ada");
	}

	@Test
	void replacesAnItemWithoutVersion() {
		this.dynamo.put(new Product("sku-1", "Tea", new BigDecimal("1.50"), Set.of()));
		Product replaced = this.dynamo.put(new Product("sku-1", "Green tea", new BigDecimal("2.50"), Set.of("drinks")));
		assertThat(this.dynamo.get(Product.class, "sku-1").required()).isEqualTo(replaced);
	}

	@Test
	void countsVersionsAndRefusesAStaleOne() {
		Customer first = this.dynamo.put(Customer.of("c-7", "Ada"));
		Customer second = this.dynamo.put(first.withEmail("ada@example.com"));
		assertThat(second.version()).isEqualTo(2);
		assertThatExceptionOfType(OptimisticLockingFailureException.class)
			.isThrownBy(() -> this.dynamo.put(first.withEmail("other@example.com")));
		assertThat(this.dynamo.get(Customer.class, "c-7").required()).isEqualTo(second);
	}

	@Test
	void doesNotBringADeletedItemBack() {
		Customer stored = this.dynamo.put(Customer.of("c-8", "Ada"));
		this.dynamo.delete(Customer.class, "c-8");
		assertThatExceptionOfType(OptimisticLockingFailureException.class).isThrownBy(() -> this.dynamo.put(stored));
		assertThat(this.dynamo.exists(Customer.class, "c-8")).isFalse();
	}

	@Test
	void refusesToDeleteAStaleItem() {
		Customer first = this.dynamo.put(Customer.of("c-9", "Ada"));
		Customer second = this.dynamo.put(first);
		assertThatExceptionOfType(OptimisticLockingFailureException.class).isThrownBy(() -> this.dynamo.delete(first));
		this.dynamo.delete(second);
		assertThat(this.dynamo.get(Customer.class, "c-9").optional()).isEmpty();
	}

	@Test
	void givesAMutableItemItsVersionBackWhenItIsRefused() {
		Stock stock = new Stock("sku-1", "lima", 5);
		this.dynamo.put(stock);
		assertThat(stock.getVersion()).isEqualTo(1);
		Stock twin = new Stock("sku-1", "lima", 7);
		assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> this.dynamo.put(twin));
		assertThat(twin.getVersion()).isNull();
		stock.setQuantity(6);
		this.dynamo.put(stock);
		assertThat(stock.getVersion()).isEqualTo(2);
	}

	@Test
	void refusesAVersionThatCannotBeCounted() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.dynamo.put(new Counter("n", Short.MAX_VALUE)))
			.withMessageContaining("The version of this Counter is the greatest its type can hold");
	}

	@Test
	void countsAPrimitiveVersionFromZero() {
		assertThat(this.dynamo.put(new Counter("m", (short) 0)).version()).isEqualTo((short) 1);
	}

	@Test
	void saysWhichKeyPropertyIsMissing() {
		assertThatExceptionOfType(MissingKeyException.class)
			.isThrownBy(() -> this.dynamo
				.insert(new Order(null, "o-1", null, null, null, null, null, null, null, null, null, null)))
			.withMessageContaining("customerId");
	}

	@Test
	void saysThatARequiredItemIsAbsent() {
		assertThatExceptionOfType(EmptyResultDataAccessException.class)
			.isThrownBy(() -> this.dynamo.get(Customer.class, "nobody").required())
			.withMessage("No Customer with this id in table 'shop'; use optional() where it may be absent");
	}

	@Test
	void expiresItemsAfterAWhile() {
		DynamoTemplate atNow = new DynamoTemplate(new ClientDynamoExecutor(client), context,
				new MappingDynamoConverter(context), Clock.fixed(NOW, ZoneOffset.UTC));
		Cart stored = atNow.put(new Cart("cart-1", null));
		assertThat(stored.until()).isEqualTo(Instant.parse("2026-03-02T10:15:30Z"));
		AttributeValue expiresAt = client
			.getItem((request) -> request.tableName("shop-carts").key(Map.of("cartId", AttributeValue.fromS("cart-1"))))
			.item()
			.get("expires_at");
		assertThat(expiresAt.type().name()).isEqualTo(AttributeType.N.name());
		assertThat(expiresAt.n()).isEqualTo("1772446530");
		assertThat(atNow.get(Cart.class, "cart-1").required()).isEqualTo(stored);
	}

	@Test
	void callsEntityCallbacksInOrder() {
		List<String> calls = new ArrayList<>();
		BeforeConvertCallback<Product> beforeConvert = (product, table) -> {
			calls.add("before convert " + table);
			return new Product(product.sku(), "Tea", product.price(), null);
		};
		BeforeSaveCallback<Product> beforeSave = (product, table) -> {
			calls.add("before save " + product.name());
			return product;
		};
		AfterSaveCallback<Product> afterSave = (product, table) -> {
			calls.add("after save " + product.name());
			return product;
		};
		AfterConvertCallback<Product> afterConvert = (product, table) -> {
			calls.add("after convert " + product.name());
			return product;
		};
		this.dynamo.setEntityCallbacks(EntityCallbacks.create(beforeConvert, beforeSave, afterSave, afterConvert));
		this.dynamo.put(new Product("sku-2", "?", BigDecimal.ONE.setScale(2), null));
		this.dynamo.get(Product.class, "sku-2").required();
		assertThat(calls).containsExactly("before convert shop-products", "before save Tea", "after save Tea",
				"after convert Tea");
	}

	@Test
	void audits() {
		IsNewAwareAuditingHandler handler = IsNewAwareAuditingHandler.from(context);
		handler.setDateTimeProvider(() -> Optional.of(NOW));
		this.dynamo.setEntityCallbacks(EntityCallbacks.create(new AuditingEntityCallback(() -> handler)));
		Order created = this.dynamo.put(Order.of("c-10", "o-1"));
		assertThat(created.createdAt()).isEqualTo(NOW);
		assertThat(created.updatedAt()).isEqualTo(NOW);
		handler.setDateTimeProvider(() -> Optional.of(NOW.plusSeconds(60)));
		Order updated = this.dynamo.put(created.withTags("late"));
		assertThat(updated.createdAt()).isEqualTo(NOW);
		assertThat(updated.updatedAt()).isEqualTo(NOW.plusSeconds(60));
		assertThat(this.dynamo.get(Order.class, new Order.Id("c-10", "o-1")).required()).isEqualTo(updated);
	}

	@Item(table = "carts")
	record Cart(@PartitionKey String cartId, @TimeToLive(after = "30d") Instant until) {
	}

	@Item(pk = "COUNTER#{name}", sk = "COUNTER")
	record Counter(String name, @Version short version) {
	}

}
