package io.dkmio.core.document;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.dkmio.ConditionFailedException;
import io.dkmio.TableNotFoundException;
import io.dkmio.core.client.ClientDynamoExecutor;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.test.LocalDynamo;
import io.dkmio.test.RecordingExecutor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.EmptyResultDataAccessException;

import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Table}: single documents.
 */
class TableIntegrationTests {

	private static RecordingExecutor sent;

	private static Tables tables;

	private static Table orders;

	@BeforeAll
	static void createTables() {
		DynamoDbClient client = LocalDynamo.client(TableIntegrationTests.class);
		new SchemaManager(client).create(Orders.TABLE, Orders.READINGS);
		sent = new RecordingExecutor(new ClientDynamoExecutor(client));
		tables = Orders.tables(sent);
		orders = tables.get("orders");
	}

	@BeforeEach
	void forgetWhatWasSent() {
		sent.clear();
	}

	@Test
	void storesAndReadsADocumentExactly() {
		Document order = Orders.order("exact", "o1")
			.with("total", new BigDecimal("12345678901234567890.123456789"))
			.with("tags", Set.of("a", "b"))
			.with("numbers", Set.of(1, 2.5))
			.with("blobs", Set.of(ByteBuffer.wrap(new byte[] { 1 })))
			.with("photo", new byte[] { 1, 2, 3 })
			.with("note", null)
			.with("empty", "")
			.with("lines", Arrays.asList(Map.of("sku", "tea", "left", Map.of()), null, List.of(), true));
		orders.put(order);
		assertThat(orders.get("exact", "o1")).contains(order);
	}

	@Test
	void readsWithOneGetItem() {
		orders.put(Orders.order("read", "o1").with("total", 5));
		sent.clear();
		assertThat(orders.get("read", "o1")).get()
			.extracting((order) -> order.number("total"))
			.isEqualTo(new BigDecimal("5"));
		assertThat(sent.only(GetItemRequest.class).consistentRead()).isNull();
		assertThat(orders.get("read", "o2")).isEmpty();
	}

	@Test
	void readsConsistentlyAndInPart() {
		orders.put(Orders.order("part", "o1").with("total", 5).with("address", Map.of("city", "Lima", "zip", "1")));
		sent.clear();
		Document part = orders.lookup("part", "o1").consistent().select("address.city", "total").required();
		assertThat(part).isEqualTo(Document.of("address", Map.of("city", "Lima"), "total", 5));
		assertThat(part.isPartial()).isTrue();
		GetItemRequest request = sent.only(GetItemRequest.class);
		assertThat(request.consistentRead()).isTrue();
		assertThat(request.projectionExpression()).isEqualTo("#n0.#n1, #n2");
	}

	@Test
	void tellsADocumentWithoutTheSelectedAttributeFromNone() {
		orders.put(Orders.order("bare", "o1"));
		assertThat(orders.lookup("bare", "o1").select("total").optional()).contains(Document.empty());
		assertThat(orders.lookup("bare", "o2").select("total").optional()).isEmpty();
		assertThatExceptionOfType(EmptyResultDataAccessException.class)
			.isThrownBy(() -> orders.lookup("bare", "o2").required())
			.withMessage("No document with this key in table 'orders'; use optional() where it may be absent");
	}

	@Test
	void asksWhetherADocumentExistsForItsKeyAlone() {
		orders.put(Orders.order("exists", "o1"));
		sent.clear();
		assertThat(orders.exists("exists", "o1")).isTrue();
		assertThat(sent.only(GetItemRequest.class).projectionExpression()).isEqualTo("#n0");
		assertThat(orders.exists("exists", "o2")).isFalse();
	}

	@Test
	void replacesADocumentAsAWhole() {
		orders.put(Orders.order("replace", "o1").with("note", "x"));
		orders.put(Orders.order("replace", "o1").with("total", 1));
		assertThat(orders.get("replace", "o1")).get().satisfies((order) -> assertThat(order).doesNotContainKey("note"));
	}

	@Test
	void returnsWhatAPutReplacesAndADeletionDeletes() {
		Document first = Orders.order("old", "o1").with("total", 1);
		assertThat(orders.putAndReturnOld(first)).isEmpty();
		sent.clear();
		assertThat(orders.putAndReturnOld(first.with("total", 2))).contains(first);
		assertThat(sent.only(PutItemRequest.class).returnValues()).isEqualTo(ReturnValue.ALL_OLD);
		assertThat(orders.deleteAndReturnOld(Key.of("old", "o1"))).contains(first.with("total", 2));
		assertThat(orders.deleteAndReturnOld(Key.of("old", "o1"))).isEmpty();
	}

	@Test
	void insertsOnce() {
		Document order = Orders.order("insert", "o1");
		orders.insert(order);
		assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> orders.insert(order))
			.withMessageContaining("an item with this key exists already");
	}

	@Test
	void putsUnlessThereIsOne() {
		Document order = Orders.order("absent", "o1").with("total", 1);
		assertThat(orders.putIfAbsent(order)).isTrue();
		sent.clear();
		assertThat(orders.putIfAbsent(order.with("total", 2))).isFalse();
		sent.only(PutItemRequest.class);
		assertThat(orders.get("absent", "o1")).contains(order);
	}

	@Test
	void putsUnderACondition() {
		Document order = Orders.order("condition", "o1").with("status", "OPEN");
		orders.put(order);
		orders.put(order.with("status", "PAID"), attribute("status").eq("OPEN"));
		assertThatExceptionOfType(ConditionFailedException.class)
			.isThrownBy(() -> orders.put(order, attribute("status").eq("OPEN")))
			.withMessageContaining("its condition does not hold")
			.withMessageNotContaining("PAID")
			.satisfies((ex) -> assertThat(ex.getCurrent(Document.class)).contains(order.with("status", "PAID")));
	}

	@Test
	void deletesWhatIsThereOrNot() {
		orders.put(Orders.order("delete", "o1"));
		orders.delete("delete", "o1");
		assertThat(orders.exists("delete", "o1")).isFalse();
		sent.clear();
		orders.delete("delete", "o1");
		assertThat(sent.only(DeleteItemRequest.class).conditionExpression()).isNull();
	}

	@Test
	void deletesUnderACondition() {
		Key key = Key.of("delete", "o2");
		orders.put(Orders.order("delete", "o2").with("status", "OPEN"));
		assertThatExceptionOfType(ConditionFailedException.class)
			.isThrownBy(() -> orders.delete(key, attribute("status").eq("PAID")));
		orders.delete(key, attribute("status").eq("OPEN"));
		assertThatExceptionOfType(ConditionFailedException.class)
			.isThrownBy(() -> orders.delete(key, attribute("status").eq("OPEN")))
			.withMessageContaining("There is no such document");
	}

	@Test
	void updatesADocumentThatExists() {
		orders.put(Orders.order("update", "o1")
			.with("address", Map.of("city", "Quito"))
			.with("lines", List.of(Map.of("quantity", 1)))
			.with("revision", 1)
			.with("note", "x")
			.with("tags", Set.of("old", "kept")));
		sent.clear();
		Document updated = orders.update("update", "o1")
			.set("address.city", "Lima")
			.set("lines[0].quantity", 5)
			.add("revision", 1)
			.remove("note")
			.append("history", Map.of("by", "ada"))
			.addToSet("added", "urgent")
			.removeFromSet("tags", "old")
			.setIfAbsent("first", true)
			.returning(ReturnValue.ALL_NEW);
		assertThat(updated).isEqualTo(Orders.order("update", "o1")
			.with("address", Map.of("city", "Lima"))
			.with("lines", List.of(Map.of("quantity", 5)))
			.with("revision", 2)
			.with("history", List.of(Map.of("by", "ada")))
			.with("added", Set.of("urgent"))
			.with("tags", Set.of("kept"))
			.with("first", true));
		assertThat(sent.only(UpdateItemRequest.class).conditionExpression()).isEqualTo("attribute_exists(#n0)");
	}

	@Test
	void refusesToUpdateADocumentThatDoesNotExist() {
		assertThatExceptionOfType(EmptyResultDataAccessException.class)
			.isThrownBy(() -> orders.update("update", "none").set("total", 1).execute())
			.withMessageContaining("there is no such document")
			.withMessageContaining("use upsert()");
		assertThat(orders.exists("update", "none")).isFalse();
	}

	@Test
	void createsADocumentByAnUpdateIfAsked() {
		sent.clear();
		assertThat(orders.update("update", "new").upsert().set("total", 1).returning(ReturnValue.ALL_OLD)).isNull();
		assertThat(sent.only(UpdateItemRequest.class).conditionExpression()).isNull();
		assertThat(orders.get("update", "new")).contains(Orders.order("update", "new").with("total", 1));
	}

	@Test
	void updatesUnderConditionsWithNames() {
		orders.put(Orders.order("update", "o2").with("status", "PAID").with("total", 5));
		DocumentUpdate update = orders.update("update", "o2")
			.set("total", 6)
			.when(attribute("total").lt(10))
			.when(attribute("status").eq("OPEN"), "open");
		assertThatExceptionOfType(ConditionFailedException.class).isThrownBy(update::execute)
			.withMessageContaining("the condition 'open' does not hold")
			.satisfies((ex) -> assertThat(ex.getConditionName()).contains("open"))
			.satisfies((ex) -> assertThat(ex.getCurrent(Document.class)).isPresent());
		assertThat(orders.update("update", "o2")
			.set("total", 6)
			.when(attribute("status").eq("PAID"))
			.returning(ReturnValue.UPDATED_NEW)).isEqualTo(Document.of("total", 6));
	}

	@Test
	void hasKeysOfNumbersByValue() {
		Table readings = tables.get("readings");
		readings.put(Document.of("sensor", 1, "at", new BigDecimal("10.50"), "value", 3));
		assertThat(readings.get(1.0, 10.5)).isPresent();
		assertThat(readings.update(new BigDecimal("1"), new BigDecimal("1.05E+1"))
			.add("value", 1)
			.returning(ReturnValue.ALL_NEW)).isEqualTo(Document.of("sensor", 1, "at", 10.5, "value", 4));
	}

	@Test
	void namesATableThatIsMissing() {
		assertThatExceptionOfType(TableNotFoundException.class)
			.isThrownBy(() -> tables.get("blobs").get(new byte[] { 1 }))
			.withMessageContaining("shop-blobs");
	}

}
