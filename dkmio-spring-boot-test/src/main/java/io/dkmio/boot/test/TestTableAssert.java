package io.dkmio.boot.test;

import java.util.List;
import java.util.Map;

import io.dkmio.core.mapping.KeyAttribute;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on what a table holds. Failures name keys and attributes, and show values:
 * this is a test.
 *
 * @since 1.0
 */
public final class TestTableAssert extends AbstractAssert<TestTableAssert, TestTable> {

	TestTableAssert(TestTable actual) {
		super(actual, TestTableAssert.class);
	}

	/**
	 * Verifies that there is an item with a key, and goes on with the item.
	 * @param partitionKey the partition key as stored
	 * @param sortKey the sort key as stored, where the table has one
	 * @return assertions on the item
	 */
	public StoredItemAssert hasItem(Object partitionKey, @Nullable Object... sortKey) {
		List<Map<String, @Nullable Object>> items = this.actual.items();
		for (Map<String, @Nullable Object> item : items) {
			if (hasKey(item, partitionKey, sortKey)) {
				return new StoredItemAssert(item);
			}
		}
		failWithMessage("Expected an item with the key %s but these are in the table:%n%s", key(partitionKey, sortKey),
				keys(items));
		throw new IllegalStateException("Not reached");
	}

	/**
	 * Verifies that there is no item with a key.
	 * @param partitionKey the partition key as stored
	 * @param sortKey the sort key as stored, where the table has one
	 * @return this
	 */
	public TestTableAssert hasNoItem(Object partitionKey, @Nullable Object... sortKey) {
		if (this.actual.items().stream().anyMatch((item) -> hasKey(item, partitionKey, sortKey))) {
			failWithMessage("Expected no item with the key %s but there is one", key(partitionKey, sortKey));
		}
		return this;
	}

	/**
	 * Verifies how many items there are.
	 * @param size the number
	 * @return this
	 */
	public TestTableAssert hasSize(int size) {
		List<Map<String, @Nullable Object>> items = this.actual.items();
		if (items.size() != size) {
			failWithMessage("Expected %s items but these are in the table:%n%s", size, keys(items));
		}
		return this;
	}

	/**
	 * Verifies that there is no item.
	 * @return this
	 */
	public TestTableAssert isEmpty() {
		return hasSize(0);
	}

	private boolean hasKey(Map<String, @Nullable Object> item, Object partitionKey, @Nullable Object[] sortKey) {
		KeyAttribute sort = this.actual.definition().sortKey();
		return Values.equal(item.get(this.actual.definition().partitionKey().name()), partitionKey)
				&& (sort == null || sortKey.length == 0 || Values.equal(item.get(sort.name()), sortKey[0]));
	}

	private static String key(Object partitionKey, @Nullable Object[] sortKey) {
		return (sortKey.length == 0) ? "'" + partitionKey + "'" : "'" + partitionKey + "', '" + sortKey[0] + "'";
	}

	private String keys(List<Map<String, @Nullable Object>> items) {
		StringBuilder text = new StringBuilder();
		KeyAttribute sort = this.actual.definition().sortKey();
		for (Map<String, @Nullable Object> item : items) {
			text.append("  ").append(item.get(this.actual.definition().partitionKey().name()));
			if (sort != null) {
				text.append(", ").append(item.get(sort.name()));
			}
			text.append(System.lineSeparator());
		}
		return items.isEmpty() ? "  none" : text.toString();
	}

}
