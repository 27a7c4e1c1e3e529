package io.dkmio.core;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.dkmio.ConditionFailedException;
import io.dkmio.core.client.ClientDynamoExecutor;
import io.dkmio.core.convert.MappingDynamoConverter;
import io.dkmio.core.expression.Update;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.Item;
import io.dkmio.core.mapping.OtherAttributes;
import io.dkmio.core.mapping.PartitionKey;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.core.mapping.TimeToLive;
import io.dkmio.core.mapping.WriteOnce;
import io.dkmio.core.mapping.event.AuditingEntityCallback;
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
import io.dkmio.test.RecordingExecutor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.annotation.CreatedBy;
import org.springframework.data.annotation.CreatedDate;
import org.springframework.data.annotation.LastModifiedBy;
import org.springframework.data.annotation.LastModifiedDate;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.auditing.IsNewAwareAuditingHandler;
import org.springframework.data.mapping.callback.EntityCallbacks;

import static io.dkmio.core.ReturnedItem.ALL_NEW;
import static io.dkmio.core.ReturnedItem.ALL_OLD;
import static io.dkmio.core.ReturnedProperties.UPDATED_NEW;
import static io.dkmio.core.ReturnedProperties.UPDATED_OLD;
import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for updates, and for writes on terms.
 */
class UpdateOperationIntegrationTests {

	private static final Instant NOW = Instant.parse("2026-01-31T10:15:30Z");

	private static final TableDefinition NOTES = TableDefinition.of("notes", "shop-notes", "id")
		.withTimeToLive("expires_at");

	private static DynamoDbClient client;

	private static DynamoMappingContext context;

	private final RecordingExecutor executor = new RecordingExecutor(new ClientDynamoExecutor(client));

	private final DynamoTemplate dynamo = new DynamoTemplate(this.executor, context,
			new MappingDynamoConverter(context), Clock.systemUTC());

	private final String id = UUID.randomUUID().toString();

	@BeforeAll
	static void createTables() {
		client = LocalDynamo.client(UpdateOperationIntegrationTests.class);
		List<TableDefinition> tables = new ArrayList<>(Shop.tables());
		tables.add(NOTES);
		context = DynamoMappingContext.of(tables, Customer.class, Order.class, Product.class, Stock.class, Note.class);
		new SchemaManager(client).create(tables);
	}

	@Test
	void changesWhatItNamesInOneRequest() {
		Order order = order();
		this.executor.clear();
		Order changed = this.dynamo.update(Order.class, idOf(order))
			.set("shipTo.city", "Cusco")
			.set("lines[0].quantity", 5)
			.set("lines[9]", new Line("sku-2", 1, new BigDecimal("1.00")))
			.addToSet(Order::tags, "urgent")
			.returning(ALL_NEW);
		this.executor.only(UpdateItemRequest.class);
		assertThat(changed.shipTo().city()).isEqualTo("Cusco");
		assertThat(changed.lines()).extracting(Line::quantity).containsExactly(5, 1);
		assertThat(changed.tags()).containsExactlyInAnyOrder("new", "urgent");
		assertThat(changed.version()).isEqualTo(2);
		assertThat(stored(order)).isEqualTo(changed);
	}

	@Test
	void calculatesWithOtherAttributes() {
		this.dynamo.put(new Product(this.id, "Tea", new BigDecimal("2.00"), null));
		this.dynamo.update(Product.class, this.id)
			.set("price", attribute("price").plus(new BigDecimal("0.50")))
			.set("name", "Green tea")
			.setIfAbsent("categories", Set.of("drinks"))
			.execute();
		assertThat(this.dynamo.get(Product.class, this.id).required())
			.isEqualTo(new Product(this.id, "Green tea", new BigDecimal("2.50"), Set.of("drinks")));
	}

	@Test
	void changesNothingThatDoesNotExist() {
		assertThatExceptionOfType(EmptyResultDataAccessException.class)
			.isThrownBy(() -> this.dynamo.update(Product.class, this.id).set("name", "Tea").execute())
			.withMessageStartingWith("Operation 'update' of Product on table 'shop-products' failed: there is no such "
					+ "item. Insert it first, or use upsert() where it may be absent; nothing was written.");
		assertThat(this.dynamo.exists(Product.class, this.id)).isFalse();
	}

	@Test
	void createsAnItemIfAskedTo() {
		Order.Id key = new Order.Id(this.id, "o#1");
		Order created = this.dynamo.update(Order.class, key)
			.set("total", new BigDecimal("3.00"))
			.upsert()
			.returning(ALL_NEW);
		assertThat(created).isEqualTo(Order.of(this.id, "o#1").withTotal(new BigDecimal("3.00")).withVersion(1L));
		assertThat(this.dynamo.get(Order.class, key).required()).isEqualTo(created);
		assertThat(this.dynamo.query(Order.class).where(attribute("customerId").eq(this.id)).list()).hasSize(1);
	}

	@Test
	void returnsWhatIsAskedFor() {
		Order order = order();
		assertThat(this.dynamo.update(Order.class, idOf(order)).set("total", new BigDecimal("7.00")).returning(ALL_OLD))
			.isEqualTo(order);
		assertThat(this.dynamo.update(Order.class, idOf(order))
			.set(Order::total, new BigDecimal("8.00"))
			.returning(UPDATED_OLD)).isEqualTo(Map.of("total", new BigDecimal("7.00"), "version", 2L));
		assertThat(this.dynamo.update(Order.class, idOf(order))
			.set("total", new BigDecimal("9.00"))
			.remove("placedAt")
			.returning(UPDATED_NEW)).isEqualTo(Map.of("total", new BigDecimal("9.00"), "version", 4L));
	}

	@Test
	void refusesToReturnWhatMayNotBeThere() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.dynamo.update(Product.class, "p").set("name", "x").upsert().returning(ALL_OLD))
			.withMessage("An upsert of Product cannot return the old item: there may be none. Ask for ALL_NEW, or use "
					+ "execute()");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.dynamo.update(Order.class, new Order.Id("c", "o"))
				.set("shipTo.city", "x")
				.returning(UPDATED_NEW))
			.withMessage(
					"An update of Order cannot return the properties it changes: of 'shipTo.city' DynamoDB returns "
							+ "only a part, which is no value of a property. Ask for the whole item");
	}

	@Test
	void namesTheConditionThatDoesNotHoldAndBringsTheItem() {
		Order order = order();
		assertThatExceptionOfType(ConditionFailedException.class)
			.isThrownBy(() -> this.dynamo.update(Order.class, idOf(order))
				.set("total", new BigDecimal("1.00"))
				.when(attribute("total").gt(5), "expensive")
				.when(attribute(Order::status).eq(Status.PAID).or(attribute("status").eq(Status.SHIPPED)), "paid")
				.execute())
			.satisfies((ex) -> {
				assertThat(ex.getConditionName()).contains("paid");
				assertThat(ex.getCurrent(Order.class)).contains(order);
				assertThat(ex.getItem()).containsKey("pk");
			})
			.withMessageStartingWith(
					"Operation 'update' of Order on table 'shop' failed: the condition 'paid' does not "
							+ "hold. getCurrent(…) of this exception has the item as it is stored.");
		assertThat(stored(order)).isEqualTo(order);
	}

	@Test
	void updatesNothingUnderAConditionThatCanNeverHold() {
		Order order = order();
		assertThatExceptionOfType(ConditionFailedException.class)
			.isThrownBy(() -> this.dynamo.update(Order.class, idOf(order))
				.set("total", new BigDecimal("1.00"))
				.when(attribute("status").in(List.of()), "one of none")
				.execute())
			.satisfies((ex) -> assertThat(ex.getConditionName()).contains("one of none"));
		assertThat(stored(order)).isEqualTo(order);
	}

	@Test
	void expectsAVersion() {
		Order order = order();
		this.dynamo.update(Order.class, idOf(order)).set("total", new BigDecimal("1.00")).expectVersion(1).execute();
		assertThatExceptionOfType(OptimisticLockingFailureException.class)
			.isThrownBy(() -> this.dynamo.update(Order.class, idOf(order))
				.set("total", new BigDecimal("2.00"))
				.expectVersion(1)
				.execute())
			.withMessageContaining("the item was changed or deleted since it was read");
		assertThat(stored(order).version()).isEqualTo(2);
		assertThat(stored(order).total()).isEqualTo("1.00");
	}

	@Test
	void refusesWhatCannotBeChangedBeforeItIsSent() {
		assertRefused("customerId", "it is part of the primary key; the key of an item never changes: delete the item "
				+ "and insert another one");
		assertRefused("pk",
				"it is the primary key; the key of an item never changes: delete the item and insert " + "another one");
		assertRefused("gsi1sk", "it is an index key, composed of 'placedAt', 'orderId': update those instead");
		assertRefused("_type", "it holds the type of the item, which never changes");
		assertRefused("version",
				"it is the version, which every update counts up by itself; use expectVersion(…) for a "
						+ "condition on it");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.dynamo.update(Order.class, new Order.Id("c", "o")).execute())
			.withMessageContaining("The update of Order is empty");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.dynamo.update(Order.class, new Order.Id("c", "o"))
				.set("shipTo", "x")
				.set("shipTo.city", "y"));
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.dynamo.update(Note.class, "n").set("owner", "me").execute())
			.withMessage("An update of Note cannot change 'owner': it is written once, when the item is inserted");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.dynamo.update(Note.class, "n").set("views", 1).execute())
			.withMessage(
					"An update of Note cannot change 'views': it is read-only; remove @ReadOnlyProperty if it is to "
							+ "be written");
		assertThat(this.executor.requests()).isEmpty();
	}

	@Test
	void refusesWhatIsNoPropertyBeforeItIsSent() {
		assertRefused("sttus",
				"it is no property of it, which has customerId, orderId, status, placedAt, total, lines, shipTo, tags, "
						+ "version, createdAt, updatedAt, expiresAt. Correct the name; attributes that no property "
						+ "names are changed by table(…).update(…)");
		for (Update update : List.of(Update.empty().remove("sttus"), Update.empty().add("totl", 1),
				Update.empty().addToSet("tgs", "new"), Update.empty().append("lnes", "x"))) {
			assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
				.isThrownBy(() -> this.dynamo.patch(Order.class, new Order.Id("c", "o"), update))
				.withMessageContaining("': it is no property of it, which has customerId, orderId");
		}
		assertThat(this.executor.requests()).isEmpty();
	}

	@Test
	void changesAttributesOfSubtypesAndOthers() {
		DynamoMappingContext context = DynamoMappingContext.of(List.of(Shop.TABLE), Remark.class, LongRemark.class,
				Memo.class);
		DynamoTemplate dynamo = new DynamoTemplate(this.executor, context, new MappingDynamoConverter(context),
				Clock.systemUTC());
		dynamo.insert(new LongRemark(this.id));
		dynamo.update(Remark.class, this.id).set("pages", 3).execute();
		assertThat(dynamo.get(LongRemark.class, this.id).required().pages).isEqualTo(3);
		dynamo.insert(new Memo(this.id, Map.of()));
		dynamo.update(Memo.class, this.id).set("colour", "red").execute();
		assertThat(dynamo.get(Memo.class, this.id).required().others()).containsEntry("colour", "red");
	}

	private void assertRefused(String path, String why) {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.dynamo.update(Order.class, new Order.Id("c", "o")).set(path, "x").execute())
			.withMessage("An update of Order cannot change '" + path + "': " + why);
	}

	@Test
	void movesAnItemInAnIndexWithWhatItKnows() {
		Order order = order();
		this.dynamo.update(Order.class, idOf(order)).set("status", Status.PAID).execute();
		assertThat(attributes(order).get("gsi1pk").s()).isEqualTo("STATUS#PAID");
		this.dynamo.update(Order.class, idOf(order)).set("placedAt", NOW.plusSeconds(1)).execute();
		assertThat(attributes(order).get("gsi1sk").s()).isEqualTo("2026-01-31T10:15:31.000000000Z#o-1");
	}

	@Test
	void takesAnItemOutOfAnIndexAndPutsItBack() {
		Order order = order();
		this.dynamo.update(Order.class, idOf(order)).remove("placedAt").execute();
		assertThat(attributes(order)).doesNotContainKeys("gsi1sk", "placedAt");
		this.dynamo.update(Order.class, idOf(order)).set("placedAt", NOW).execute();
		assertThat(attributes(order)).containsKey("gsi1sk");
	}

	@Test
	void patchesAnItem() {
		Order order = order();
		Update update = Update.empty().set("status", Status.PAID).remove("total");
		Order patched = this.dynamo.patchAndReturn(Order.class, idOf(order), update);
		assertThat(patched).isEqualTo(order.withStatus(Status.PAID).withTotal(null).withVersion(2L));
		assertThatExceptionOfType(EmptyResultDataAccessException.class)
			.isThrownBy(() -> this.dynamo.patch(Order.class, new Order.Id(this.id, "none"), update));
	}

	@Test
	void sendsTheDifferenceOfTwoStates() {
		Order order = order();
		Order changed = order.withStatus(Status.SHIPPED).withTotal(null).withTags("new", "sent");
		this.executor.clear();
		Order stored = this.dynamo.update(order, changed);
		UpdateItemRequest request = this.executor.only(UpdateItemRequest.class);
		assertThat(request.expressionAttributeNames().values()).containsExactlyInAnyOrder("status", "total", "tags",
				"version", "gsi1pk");
		assertThat(stored).isEqualTo(changed.withVersion(2L));
		assertThat(stored(order)).isEqualTo(stored);
		assertThatExceptionOfType(OptimisticLockingFailureException.class)
			.isThrownBy(() -> this.dynamo.update(order, order.withStatus(Status.CANCELLED)));
	}

	@Test
	void sendsNothingIfNothingDiffers() {
		Order order = order();
		this.executor.clear();
		assertThat(this.dynamo.update(order, order.withTags("new"))).isEqualTo(order);
		assertThat(this.executor.requests()).isEmpty();
	}

	@Test
	void refusesDifferencesBetweenTwoItems() {
		Order order = order();
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.dynamo.update(order, Order.of(this.id, "o-2").withVersion(1L)))
			.withMessage("The two states of Order have different keys: they are two items. Delete one and insert the "
					+ "other");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.dynamo.update(order, order.withVersion(null)))
			.withMessageStartingWith("The two states of Order must have one and the same version");
	}

	@Test
	void replacesOnlyWhatExists() {
		Product tea = new Product(this.id, "Tea", new BigDecimal("2.00"), null);
		assertThatExceptionOfType(EmptyResultDataAccessException.class).isThrownBy(() -> this.dynamo.update(tea));
		this.dynamo.put(tea);
		Product green = new Product(this.id, "Green tea", new BigDecimal("2.00"), null);
		assertThat(this.dynamo.update(green)).isEqualTo(green);
		Order order = order();
		assertThat(this.dynamo.update(order.withTotal(null)).version()).isEqualTo(2);
		assertThatExceptionOfType(OptimisticLockingFailureException.class).isThrownBy(() -> this.dynamo.update(order));
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.dynamo.update(Order.of(this.id, "o-9")))
			.withMessage(
					"This Order has no version, so it was not read; an update replaces the item that was read. Read "
							+ "it first, or insert it");
	}

	@Test
	void upsertsWhatIsNotNull() {
		Order order = order();
		Order stored = this.dynamo
			.upsert(Order.of(this.id, "o-1").withStatus(Status.PAID).withShipTo(new Address("1", "Cusco", null, "PE")));
		assertThat(stored)
			.isEqualTo(order.withStatus(Status.PAID).withShipTo(new Address("1", "Cusco", null, "PE")).withVersion(2L));
		assertThat(attributes(order).get("gsi1pk").s()).isEqualTo("STATUS#PAID");
		assertThatExceptionOfType(OptimisticLockingFailureException.class).isThrownBy(() -> this.dynamo.upsert(order));
	}

	@Test
	void upsertsWhatDoesNotExist() {
		Order upserted = this.dynamo.upsert(Order.of(this.id, "o-5").withStatus(Status.OPEN).withPlacedAt(NOW));
		Order inserted = this.dynamo.insert(Order.of(this.id, "o-6").withStatus(Status.OPEN).withPlacedAt(NOW));
		assertThat(upserted.version()).isEqualTo(1);
		Map<String, AttributeValue> attributes = attributes(upserted);
		assertThat(attributes.keySet()).isEqualTo(attributes(inserted).keySet());
		assertThat(attributes.get("gsi1sk").s()).isEqualTo("2026-01-31T10:15:30.000000000Z#o-5");
	}

	@Test
	void putsOnTerms() {
		Order order = order();
		Write draft = Write.when(attribute("status").eq(Status.PAID), "paid").and(attribute("total").exists());
		assertThatExceptionOfType(ConditionFailedException.class)
			.isThrownBy(() -> this.dynamo.put(order.withTotal(null), draft))
			.satisfies((ex) -> {
				assertThat(ex.getConditionName()).contains("paid");
				assertThat(ex.getCurrent(Order.class)).contains(order);
			});
		Replaced<Order> replaced = this.dynamo.put(order.withTotal(null),
				Write.when(attribute("status").eq(Status.OPEN), "open").thenReturningOld());
		assertThat(replaced.former()).contains(order);
		assertThat(replaced.item().version()).isEqualTo(2);
		assertThatExceptionOfType(OptimisticLockingFailureException.class)
			.isThrownBy(() -> this.dynamo.put(order, Write.when(attribute("status").eq(Status.PAID), "paid")));
		assertThat(this.dynamo.put(new Product(this.id, "Tea", BigDecimal.ONE, null), Write.returningOld()).former())
			.isEmpty();
	}

	@Test
	void deletesOnTerms() {
		Order order = order();
		assertThatExceptionOfType(ConditionFailedException.class)
			.isThrownBy(() -> this.dynamo.delete(Order.class, idOf(order),
					Write.when(attribute("status").eq(Status.PAID), "paid")))
			.satisfies((ex) -> assertThat(ex.getConditionName()).contains("paid"));
		assertThatExceptionOfType(ConditionFailedException.class)
			.isThrownBy(() -> this.dynamo.delete(order, Write.when(attribute("status").eq(Status.PAID))));
		Optional<Order> deleted = this.dynamo.delete(Order.class, idOf(order),
				Write.when(attribute("status").eq(Status.OPEN)).thenReturningOld());
		assertThat(deleted).contains(order);
		assertThat(this.dynamo.delete(Order.class, idOf(order), Write.returningOld())).isEmpty();
	}

	@Test
	void keepsWhatIsWrittenOnce() {
		Note note = this.dynamo.insert(new Note(this.id, "ada", "text", null, null, null, null, null, null));
		assertThatExceptionOfType(ConditionFailedException.class)
			.isThrownBy(() -> this.dynamo.put(new Note(this.id, "bob", "text", null, null, null, null, null, null)))
			.satisfies((ex) -> assertThat(ex.getConditionName()).contains("owner"))
			.withMessageContaining("property 'owner' is written once, and the stored item has another value. Keep the "
					+ "value the item was inserted with");
		this.dynamo.put(new Note(this.id, "ada", "new", null, null, null, null, null, null));
		Note upserted = this.dynamo.upsert(new Note(this.id, "bob", "newer", null, null, null, null, null, null));
		assertThat(upserted.owner()).isEqualTo("ada");
		assertThat(upserted.text()).isEqualTo("newer");
		this.dynamo.update(Note.class, this.id).set("owner", "eve").set("text", "newest").upsert().execute();
		assertThat(this.dynamo.get(Note.class, this.id).required().owner()).isEqualTo("ada");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.dynamo.update(note,
					new Note(this.id, "bob", "x", null, null, null, null, null, note.expiresAt())))
			.withMessage("The two states of Note differ in 'owner', which is written once, when the item is inserted. "
					+ "Keep its value");
	}

	@Test
	void auditsUpdates() {
		IsNewAwareAuditingHandler handler = IsNewAwareAuditingHandler.from(context);
		handler.setDateTimeProvider(() -> Optional.of(NOW));
		handler.setAuditorAware(() -> Optional.of("ada"));
		EntityCallbacks callbacks = EntityCallbacks.create(new AuditingEntityCallback(() -> handler));
		this.dynamo.setEntityCallbacks(callbacks);
		this.dynamo.update(Note.class, this.id).set("text", "a").upsert().execute();
		handler.setDateTimeProvider(() -> Optional.of(NOW.plusSeconds(9)));
		handler.setAuditorAware(() -> Optional.of("bob"));
		Note note = this.dynamo.update(Note.class, this.id).set("text", "b").returning(ALL_NEW);
		assertThat(note.createdAt()).isEqualTo(NOW);
		assertThat(note.createdBy()).isEqualTo("ada");
		assertThat(note.updatedAt()).isEqualTo(NOW.plusSeconds(9).toEpochMilli());
		assertThat(note.updatedBy()).isEqualTo("bob");
		assertThat(note.expiresAt()).isNotNull();
		handler.setAuditorAware(Optional::empty);
		assertThat(this.dynamo.patchAndReturn(Note.class, this.id, Update.empty().set("text", "c")).updatedBy())
			.isEqualTo("bob");
	}

	@Test
	void keepsAnItemInMemoryAsItIsIfTheWriteFails() {
		Stock stock = this.dynamo.insert(new Stock(this.id, "w", 1));
		this.dynamo.update(Stock.class, Map.of("sku", this.id, "warehouse", "w")).add("quantity", 1).execute();
		stock.setQuantity(7);
		assertThatExceptionOfType(OptimisticLockingFailureException.class).isThrownBy(() -> this.dynamo.update(stock));
		assertThat(stock.getVersion()).isEqualTo(1);
	}

	@Test
	void countsUpAVersionThatNobodyHasWritten() {
		Map<String, AttributeValue> item = Map.of("sku", AttributeValue.fromS(this.id), "warehouse",
				AttributeValue.fromS("w"), "quantity", AttributeValue.fromN("1"));
		client.putItem((request) -> request.tableName("shop-stock").item(item));
		assertThat(this.dynamo.update(Stock.class, Map.of("sku", this.id, "warehouse", "w"))
			.add("quantity", -1)
			.returning(ALL_NEW)
			.getVersion()).isEqualTo(1);
	}

	private Order order() {
		return this.dynamo.insert(Order.of(this.id, "o-1")
			.withStatus(Status.OPEN)
			.withPlacedAt(NOW)
			.withTotal(new BigDecimal("99.50"))
			.withLines(new Line("sku-1", 2, new BigDecimal("49.75")))
			.withShipTo(new Address("1 Main Street", "Lima", "15001", "PE"))
			.withTags("new"));
	}

	private static Order.Id idOf(Order order) {
		return new Order.Id(order.customerId(), order.orderId());
	}

	private Order stored(Order order) {
		return this.dynamo.get(Order.class, idOf(order)).consistent().required();
	}

	private static Map<String, AttributeValue> attributes(Order order) {
		return client.getItem((request) -> request.tableName("shop")
			.key(Map.of("pk", AttributeValue.fromS("CUSTOMER#" + order.customerId()), "sk",
					AttributeValue.fromS("ORDER#" + order.orderId()))))
			.item();
	}

	@Item(pk = "REMARK#{id}", sk = "REMARK")
	static class Remark {

		String id;

		Remark(String id) {
			this.id = id;
		}

	}

	static class LongRemark extends Remark {

		@Nullable Integer pages;

		LongRemark(String id) {
			super(id);
		}

	}

	@Item(pk = "MEMO#{id}", sk = "MEMO")
	record Memo(String id, @OtherAttributes Map<String, Object> others) {
	}

	@Item(table = "notes")
	record Note(@PartitionKey String id, @WriteOnce @Nullable String owner, @Nullable String text,
			@ReadOnlyProperty @Nullable Integer views, @CreatedDate @Nullable Instant createdAt,
			@CreatedBy @Nullable String createdBy, @LastModifiedDate @Nullable Long updatedAt,
			@LastModifiedBy @Nullable String updatedBy, @TimeToLive(after = "30d") @Nullable Instant expiresAt) {
	}

}
