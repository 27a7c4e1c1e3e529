package io.dkmio.core.document;

import java.time.Instant;

import io.dkmio.InvalidCursorException;
import io.dkmio.InvalidKeyException;
import io.dkmio.InvalidProjectionException;
import io.dkmio.MissingKeyException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import org.springframework.dao.InvalidDataAccessApiUsageException;

import static io.dkmio.core.document.SortKeyCondition.beginsWith;
import static io.dkmio.core.document.SortKeyCondition.eq;
import static io.dkmio.core.document.SortKeyCondition.gt;
import static io.dkmio.core.document.SortKeyCondition.gte;
import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What tables refuse before anything is sent.
 */
class TableRefusalUnitTests {

	private static final Tables TABLES = Orders.withoutDatabase();

	private static final Table ORDERS = TABLES.get("orders");

	@Test
	void refusesAnUnknownTableAndNamesThoseThereAre() {
		refuses(() -> TABLES.get("order"), "There is no table 'order'; declared are blobs, orders, readings. Use the"
				+ " logical name of one of them, or declare it with a TableDefinition");
	}

	@Test
	void refusesAnUnknownIndexAndNamesThoseThereAre() {
		refuses(() -> ORDERS.index("gsi"), "There is no index 'gsi' of table 'orders'; it has by-status, by-place,"
				+ " by-total. Declare it with withIndex(…) of the table's definition");
		refuses(() -> TABLES.get("blobs").index("gsi"), "There is no index 'gsi' of table 'blobs'; it has none."
				+ " Declare it with withIndex(…) of the table's definition");
	}

	@Test
	void refusesAKeyWithoutTheSortKey() {
		assertThatExceptionOfType(MissingKeyException.class).isThrownBy(() -> ORDERS.get("u1"))
			.withMessage("get needs the whole key of table 'orders', and the sort key 'order_id' is missing. Give it"
					+ " too, or use query(…) to read all documents of a partition")
			.satisfies((ex) -> assertThat(ex.getProperty()).isEqualTo("order_id"));
		assertThatExceptionOfType(MissingKeyException.class).isThrownBy(() -> ORDERS.update("u1"))
			.withMessageStartingWith("update needs the whole key");
		assertThatExceptionOfType(MissingKeyException.class).isThrownBy(() -> ORDERS.delete("u1"))
			.withMessageStartingWith("delete needs the whole key");
		assertThatExceptionOfType(MissingKeyException.class).isThrownBy(() -> ORDERS.exists("u1"))
			.withMessageStartingWith("exists needs the whole key");
	}

	@Test
	void refusesASortKeyWhereThereIsNone() {
		refusesKey(() -> TABLES.get("blobs").get(new byte[] { 1 }, "x"),
				"A sort key is given to get, and table 'blobs'" + " has none: its key is 'hash' alone");
	}

	@Test
	void refusesAKeyOfAnotherType() {
		refusesKey(() -> ORDERS.get("u1", 7),
				"The sort key 'order_id' of table 'orders' is a string (S), and the value is a number (N)");
		refusesKey(() -> ORDERS.query(7),
				"The partition key 'user_id' of table 'orders' is a string (S), and the value is a number (N)");
		refusesKey(() -> ORDERS.put(Document.of("user_id", "u1", "order_id", 7)),
				"The sort key 'order_id' of table 'orders' is a string (S), and the value is a number (N)");
	}

	@Test
	void refusesAnEmptyKey() {
		refusesKey(() -> ORDERS.get("u1", ""), "The sort key 'order_id' of table 'orders' is empty: DynamoDB does not"
				+ " take empty keys. Give a value");
		refusesKey(() -> ORDERS.query("u1").where(beginsWith("")), "The sort key 'order_id' of table 'orders' is"
				+ " empty: DynamoDB does not take empty keys. Give a value");
		refusesKey(() -> TABLES.get("blobs").delete(new byte[0]), "The partition key 'hash' of table 'blobs' is empty:"
				+ " DynamoDB does not take empty keys. Give a value");
	}

	@Test
	void refusesAKeyThatIsTooLong() {
		refusesKey(() -> ORDERS.get("ü".repeat(1025), "o1"), "The partition key 'user_id' of table 'orders' is 2050"
				+ " bytes long, and DynamoDB takes 2048. Use a shorter value");
		refusesKey(() -> ORDERS.get("u1", "o".repeat(1025)), "The sort key 'order_id' of table 'orders' is 1025 bytes"
				+ " long, and DynamoDB takes 1024. Use a shorter value");
	}

	@Test
	void refusesADocumentWithoutItsKey() {
		assertThatExceptionOfType(MissingKeyException.class)
			.isThrownBy(() -> ORDERS.put(Document.of("user_id", "u1", "total", 1)))
			.withMessage("The document has no attribute 'order_id', which is the sort key of table 'orders'. Give it a"
					+ " value");
		assertThatExceptionOfType(MissingKeyException.class)
			.isThrownBy(() -> ORDERS.putIfAbsent(Document.of("order_id", "o1")))
			.withMessageContaining("'user_id', which is the partition key");
	}

	@Test
	void refusesADocumentWhoseIndexKeyHasAnotherType() {
		refusesKey(() -> ORDERS.put(Orders.order("u1", "o1").with("status", 7)), "The partition key 'status' of index"
				+ " 'by-status' of table 'orders' is a string (S), and the value is a number (N)");
		refusesKey(() -> ORDERS.put(Orders.order("u1", "o1").with("status", null)), "The partition key 'status' of"
				+ " index 'by-status' of table 'orders' is a string (S), and the value is a null (NULL)");
		refusesKey(() -> ORDERS.put(Orders.order("u1", "o1").with("created_at", "")), "The sort key 'created_at' of"
				+ " index 'by-status' of table 'orders' is empty: DynamoDB does not take empty keys. Give a value");
	}

	@Test
	void refusesToPutADocumentThatWasReadInPart() {
		refuses(() -> ORDERS.put(DocumentValues
			.decode(Orders.order("u1", "o1").toItem(), true)), "A document that was read in part cannot be put"
					+ " into table 'orders': the attributes that were not read would be lost. Use update(…), or read it"
					+ " whole; Document.of(document) makes a whole one of what is there");
	}

	@Test
	void refusesASecondConditionOnTheSortKey() {
		refuses(() -> ORDERS.query("u1").where(gte("a")).where(eq("b")), "where(…) is called twice for a query of table"
				+ " 'orders': DynamoDB takes one condition on a sort key. Use between(…) for a range");
	}

	@Test
	void refusesAConditionOnASortKeyThereIsNot() {
		refusesKey(() -> TABLES.get("blobs").query(new byte[] { 1 }).where(eq("x")),
				"where(…) asks for a sort key, and" + " table 'blobs' has none. Use filter(…) for other attributes");
		refusesKey(() -> ORDERS.index("by-place").query("EU", "Lima").where(eq("a"), eq(1), eq("c")), "where(…) takes"
				+ " a condition for each sort key attribute of index 'by-place' of table 'orders', day, hour, from left"
				+ " to right, and 3 were given. Use filter(…) for other attributes");
	}

	@Test
	void refusesARangeBeforeTheLastSortKeyAttribute() {
		refusesKey(() -> ORDERS.index("by-place").query("EU", "Lima").where(gt("2026"), eq(1)),
				"Sort key attribute"
						+ " 'day' of index 'by-place' of table 'orders' is asked with >, and only the last condition of"
						+ " where(…) may be other than eq(…)");
	}

	@Test
	void refusesAnIndexQueryWithoutTheWholePartitionKey() {
		assertThatExceptionOfType(MissingKeyException.class).isThrownBy(() -> ORDERS.index("by-place").query("EU"))
			.withMessage("A query of index 'by-place' of table 'orders' takes 2 values, one for each of region, city,"
					+ " and 1 were given. Give all of them, or use scan()");
		assertThatExceptionOfType(MissingKeyException.class)
			.isThrownBy(() -> ORDERS.index("by-place").query("EU", null))
			.withMessageContaining("needs the partition key 'city', and it is null");
	}

	@Test
	void refusesAPrefixOfANumber() {
		refuses(() -> TABLES.get("readings").query(1).where(beginsWith(2)), "Attribute 'at' cannot begin with a value"
				+ " of type N: only strings and binary data have prefixes. Use gte, lt or between for a range");
	}

	@Test
	void refusesASelectionTheIndexDoesNotHold() {
		assertThatExceptionOfType(InvalidProjectionException.class)
			.isThrownBy(() -> ORDERS.index("by-status").query("NEW").select("total", "address.city"))
			.withMessage(
					"Index 'by-status' of table 'orders' does not hold address, which the selection names; it holds"
							+ " user_id, order_id, status, created_at, total. Name only these, or read the documents by their"
							+ " keys")
			.satisfies((ex) -> assertThat(ex.getAttributes()).containsExactly("address"));
		assertThatExceptionOfType(InvalidProjectionException.class)
			.isThrownBy(() -> ORDERS.index("by-total").query("u1").select("status"));
	}

	@Test
	void refusesAFilterTheIndexDoesNotHold() {
		assertThatExceptionOfType(InvalidProjectionException.class)
			.isThrownBy(() -> ORDERS.index("by-status").query("NEW").filter(attribute("note").exists()))
			.withMessageContaining("does not hold note, which the filter names");
	}

	@Test
	void refusesAFilterOnTheKeysOfAQuery() {
		refuses(() -> ORDERS.query("u1").filter(attribute("order_id").gt("o1")),
				"'order_id' is a key attribute of table"
						+ " 'orders', which a query cannot filter. Use where(…), which is also cheaper");
		refuses(() -> ORDERS.index("by-status").query("NEW").filter(attribute("status").eq("x")), "'status' is a key"
				+ " attribute of index 'by-status' of table 'orders', which a query cannot filter. Give it to query(…)");
	}

	@Test
	void refusesAConsistentReadOfAGlobalIndexAlone() {
		refuses(() -> ORDERS.index("by-status").query("NEW").consistent(), "A consistent read of index 'by-status' of"
				+ " table 'orders' is not possible: it is a global index, which follows the table with a delay. Read the"
				+ " table, or a local index, consistently");
		assertThat(ORDERS.index("by-total").query("u1").consistent().explain().consistent()).isTrue();
	}

	@Test
	void refusesLimitsBelowOne() {
		assertThatIllegalArgumentException().isThrownBy(() -> ORDERS.scan().limit(0))
			.withMessage("A limit must be at least 1");
		assertThatIllegalArgumentException().isThrownBy(() -> ORDERS.scan().pageSize(0))
			.withMessage("A page size must be at least 1");
		assertThatIllegalArgumentException().isThrownBy(() -> ORDERS.scan().maxPages(0))
			.withMessage("A number of pages must be at least 1");
		assertThatIllegalArgumentException().isThrownBy(() -> ORDERS.scan().segments(0))
			.withMessage("Segments must be from 1 to 1000000");
	}

	@Test
	void refusesACursorThatIsNone() {
		assertThatExceptionOfType(InvalidCursorException.class)
			.isThrownBy(() -> ORDERS.query("u1").after("AAAA").list());
		refuses(() -> ORDERS.scan().after("AAAA").segments(2), "A scan in 2 segments cannot go on after a cursor: a"
				+ " cursor is a position in one. Leave out segments(…)");
	}

	@Test
	void refusesAnUpdateOfTheKey() {
		refuses(() -> ORDERS.update("u1", "o1").set("order_id", "o2"), "'order_id' is a key attribute of table"
				+ " 'orders', which cannot be updated. Put a document with the other key, and delete this one");
	}

	@Test
	void refusesAnUpdateWithoutAChange() {
		refuses(() -> ORDERS.update("u1", "o1").execute(),
				"The update is empty: it sets, removes and adds nothing. Add" + " a change, or send no update");
	}

	@Test
	void refusesAConditionThatCanNeverHold() {
		refuses(() -> ORDERS.put(Orders.order("u1", "o1"), attribute("status").in()), "The condition of a write to"
				+ " table 'orders' can never hold, as of no candidates or of bounds in the wrong order. Check its"
				+ " values");
	}

	@Test
	void refusesAnExpiryThatIsNone() {
		Instant moment = Instant.parse("2026-01-31T10:00:00Z");
		refuses(() -> ORDERS.put(Orders.order("u1", "o1").with("expires_at", moment)), "Documents of table 'orders'"
				+ " expire by 'expires_at', a number of seconds since 1970, and the value is a string (S): they would"
				+ " never expire. Give Instant.getEpochSecond()");
		refuses(() -> ORDERS.update("u1", "o1").set("expires_at", moment.toEpochMilli()), "Documents of table 'orders'"
				+ " expire by 'expires_at', a number of seconds since 1970, and the value has more than eleven digits: it"
				+ " looks like milliseconds. Give Instant.getEpochSecond()");
		assertThat(ORDERS.update("u1", "o1").set("expires_at", moment.getEpochSecond())).isNotNull();
	}

	@Test
	void sendsNothingForARangeNothingIsIn() {
		assertThat(ORDERS.query("u1").where(SortKeyCondition.between("b", "a")).list()).isEmpty();
		assertThat(ORDERS.query("u1").filter(attribute("status").in()).count()).isZero();
		assertThat(ORDERS.scan().fetchAll(0).completed()).isFalse();
	}

	private static void refuses(ThrowingCallable call, String message) {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(call).withMessage(message);
	}

	private static void refusesKey(ThrowingCallable call, String message) {
		assertThatExceptionOfType(InvalidKeyException.class).isThrownBy(call).withMessage(message);
	}

}
