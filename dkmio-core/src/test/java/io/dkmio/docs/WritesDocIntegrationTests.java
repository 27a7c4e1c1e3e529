package io.dkmio.docs;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.dkmio.ConditionFailedException;
import io.dkmio.MissingKeyException;
import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.PreparedItemUpdate;
import io.dkmio.core.Replaced;
import io.dkmio.core.ReturnedItem;
import io.dkmio.core.ReturnedProperties;
import io.dkmio.core.UpdateDefinition;
import io.dkmio.core.Write;
import io.dkmio.core.expression.ConditionParser;
import io.dkmio.core.expression.Update;
import io.dkmio.core.expression.UpdateParser;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.GlobalIndex;
import io.dkmio.core.mapping.Item;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.core.mapping.Unique;
import io.dkmio.core.mapping.WriteOnce;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.domain.Address;
import io.dkmio.domain.Customer;
import io.dkmio.domain.Order;
import io.dkmio.domain.Product;
import io.dkmio.domain.Shop;
import io.dkmio.domain.Status;
import io.dkmio.domain.Stock;
import io.dkmio.test.LocalDynamo;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.annotation.Version;

import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The code of {@code docs/writes.md}, and the texts the page shows.
 */
class WritesDocIntegrationTests {

	private static final DocumentedCode PAGE = DocumentedCode.page("writes.md");

	private static final Instant NOW = Instant.parse("2026-01-31T10:15:30Z");

	private static final Order.Id ID = new Order.Id("c1", "o1");

	private static DynamoTemplate dynamo;

	@BeforeAll
	static void createTables() {
		DynamoDbClient client = LocalDynamo.client(WritesDocIntegrationTests.class);
		List<TableDefinition> tables = new ArrayList<>(Shop.tables());
		dynamo = new DynamoTemplate(client, DynamoMappingContext.of(tables, Customer.class, Order.class, Product.class,
				Stock.class, Account.class));
		new SchemaManager(client).create(tables);
	}

	@Test
	void compilesTheCode() {
		PAGE.isCompiledIn(WritesDocIntegrationTests.class);
	}

	@Test
	void hasVerbsForWholeItems() {
		Order order = Order.of("c1", "verbs").withStatus(Status.OPEN).withPlacedAt(NOW);
		Order stored = dynamo.insert(order);
		Order paid = dynamo.put(stored.withStatus(Status.PAID));
		Order shipped = dynamo.update(paid.withStatus(Status.SHIPPED));
		Order moved = dynamo.update(shipped, shipped.withShipTo(new Address("1", "Lima", null, "PE")));
		Order whole = dynamo.upsert(Order.of("c1", "verbs").withTotal(new BigDecimal("9.00")));
		dynamo.delete(whole);
		assertThat(moved.version()).isEqualTo(4);
		assertThat(whole.version()).isEqualTo(5);
		assertThat(whole.shipTo()).isEqualTo(moved.shipTo());
		assertShown(() -> {
			dynamo.insert(order);
			dynamo.insert(order);
		}, DuplicateKeyException.class);
	}

	@Test
	void writesUnderConditions() {
		Order order = dynamo.insert(Order.of("c1", "o1").withStatus(Status.OPEN).withPlacedAt(NOW).withTags("new"));
		Write open = Write.when(attribute("status").eq(Status.OPEN), "still-open")
			.and(attribute("tags").contains("new"));
		Order stored = dynamo.put(order.withStatus(Status.PAID), open);
		try {
			dynamo.put(stored, open);
		}
		catch (ConditionFailedException ex) {
			String failed = ex.getConditionName().orElseThrow();
			Order current = ex.getCurrent(Order.class).orElseThrow();
			assertThat(failed + " " + current.status()).isEqualTo("still-open PAID");
			shows(ex);
		}
		Replaced<Order> replaced = dynamo.put(stored, Write.returningOld());
		Optional<Order> deleted = dynamo.delete(Order.class, new Order.Id("c1", "o1"),
				Write.when(attribute("status").eq(Status.PAID)).thenReturningOld());
		assertThat(replaced.former()).contains(stored);
		assertThat(deleted).contains(replaced.item());
	}

	@Test
	void updates() {
		dynamo.put(Order.of("c1", "o1").withStatus(Status.OPEN).withShipTo(new Address("1", "Cusco", null, "PE")));
		Order shipped = dynamo.update(Order.class, new Order.Id("c1", "o1"))
			.set("status", Status.SHIPPED)
			.set("shipTo.city", "Lima")
			.set(Order::placedAt, NOW)
			.setIfAbsent("total", BigDecimal.ONE)
			.remove("expiresAt")
			.addToSet("tags", "urgent")
			.when(attribute("status").in(Status.OPEN, Status.PAID), "open")
			.returning(ReturnedItem.ALL_NEW);
		assertThat(shipped.tags()).contains("urgent");
		Map<String, Object> changed = dynamo.update(Order.class, new Order.Id("c1", "o1"))
			.set("total", new BigDecimal("12.50"))
			.returning(ReturnedProperties.UPDATED_NEW);
		assertThat(changed).containsKeys("total", "version");
		Order cancelled = dynamo.patchAndReturn(Order.class, new Order.Id("c1", "o1"),
				Update.empty().set("status", Status.CANCELLED).remove("total"));
		assertThat(cancelled.total()).isNull();
		dynamo.update(Customer.class, "c9").set("name", "Ada").upsert().execute();
		dynamo.put(new Order("c1", "o2", null, null, null, null, null, null, null, null, null, null));
		assertShown(() -> dynamo.update(Order.class, new Order.Id("c1", "o2")).set("shipTo.city", "Lima").execute(),
				InvalidDataAccessApiUsageException.class);
		dynamo.delete(Order.class, ID);
		assertShown(() -> dynamo.update(Order.class, ID).set("status", Status.PAID).execute(),
				EmptyResultDataAccessException.class);
		assertShown(() -> dynamo.update(Order.class, ID).set("orderId", "o2").execute(),
				InvalidDataAccessApiUsageException.class);
		assertShown(() -> dynamo.update(Order.class, ID).append("tags", "x").set("tags[0]", "y").execute(),
				InvalidDataAccessApiUsageException.class);
	}

	@Test
	void preparesUpdates() {
		Update text = new UpdateParser(List.of(new ConditionParser.Parameter("next", 0, false)))
			.parse("SET status = :next REMOVE expiresAt");
		PreparedItemUpdate<Order> changeStatus = dynamo
			.prepare(UpdateDefinition.of(Order.class, text, 1).returning(ReturnedItem.ALL_NEW));
		dynamo.put(Order.of("c2", "o1").withStatus(Status.OPEN));
		Order order = changeStatus.execute(new Order.Id("c2", "o1"), List.of(Status.PAID));
		assertThat(order).isNotNull();
		assertThat(order.status()).isEqualTo(Status.PAID);
	}

	@Test
	void keepsIndexKeys() {
		dynamo.insert(new Account("a1", "red", "ada", "ada@example.org", null));
		dynamo.update(Account.class, "a1").set("handle", "lovelace").with("team", "red").execute();
		dynamo.update(Account.class, "a1").set("handle", "ada").readFirst().execute();
		assertShown(() -> dynamo.update(Account.class, "a1").set("handle", "x").execute(), MissingKeyException.class);
	}

	@Test
	void keepsVersions() {
		dynamo.put(Order.of("c3", "o1").withStatus(Status.OPEN));
		dynamo.update(Order.class, new Order.Id("c3", "o1")).set("status", Status.PAID).expectVersion(1).execute();
		assertShown(() -> dynamo.update(Order.class, new Order.Id("c3", "o1"))
			.set("status", Status.PAID)
			.expectVersion(1)
			.execute(), OptimisticLockingFailureException.class);
	}

	@Test
	void keepsValuesUnique() {
		dynamo.insert(new Account("a2", "red", "eve", "eve@example.org", null));
		assertShown(() -> dynamo.insert(new Account("a3", "red", "bob", "eve@example.org", null)),
				DuplicateKeyException.class);
	}

	private static void assertShown(Runnable write, Class<? extends RuntimeException> type) {
		assertThatExceptionOfType(type).isThrownBy(write::run).satisfies(WritesDocIntegrationTests::shows);
	}

	/** The page shows the message without what names the request. */
	private static void shows(RuntimeException ex) {
		PAGE.shows(String.valueOf(ex.getMessage()).replaceAll(" \\[.*]$", ""));
	}

	@Item(pk = "ACCOUNT#{id}", sk = "ACCOUNT")
	@GlobalIndex(name = "gsi1", pk = "HANDLE#{team}#{handle}", sk = "{id}")
	record Account(String id, @WriteOnce String team, @Nullable String handle, @Unique String email,
			@Version @Nullable Long version) {
	}

}
