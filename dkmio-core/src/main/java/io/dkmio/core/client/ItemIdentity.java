package io.dkmio.core.client;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.util.Assert;

/**
 * Which item of which table: equal for two keys exactly if DynamoDB takes them for the
 * same, and it compares numbers by value.
 *
 * @since 1.0
 */
public final class ItemIdentity {

	private static final int GOLDEN_RATIO = 0x9E3779B9;

	private final String table;

	private final @Nullable Object[] values;

	private final int hash;

	private ItemIdentity(String table, @Nullable Object[] values) {
		this.table = table;
		this.values = values;
		this.hash = hash(table, values);
	}

	/**
	 * Keys are often numbered in all their parts, which plain sums of hashes do not tell.
	 */
	private static int hash(String table, @Nullable Object[] values) {
		int sum = (31 * table.hashCode() + Arrays.hashCode(values)) * GOLDEN_RATIO;
		return sum ^ (sum >>> 15);
	}

	/**
	 * The identity of a key.
	 * @param table the table as DynamoDB knows it
	 * @param key the attributes of the primary key
	 * @return the identity
	 */
	public static ItemIdentity of(String table, Map<String, AttributeValue> key) {
		return of(table, key.keySet(), key);
	}

	/**
	 * The identity of an item.
	 * @param table the table as DynamoDB knows it
	 * @param keyNames the names of the attributes of the primary key
	 * @param item an item that has them
	 * @return the identity
	 */
	public static ItemIdentity of(String table, Collection<String> keyNames, Map<String, AttributeValue> item) {
		Assert.hasText(table, "An item needs a table");
		Assert.isTrue(keyNames.size() == 1 || keyNames.size() == 2, "A primary key has one attribute or two");
		String[] names = keyNames.toArray(new String[0]);
		Arrays.sort(names);
		@Nullable Object[] values = new @Nullable Object[names.length];
		for (int i = 0; i < names.length; i++) {
			values[i] = comparable(item.get(names[i]));
		}
		return new ItemIdentity(table, values);
	}

	private static @Nullable Object comparable(@Nullable AttributeValue value) {
		if (value == null) {
			return null;
		}
		if (value.s() != null) {
			return value.s();
		}
		if (value.n() == null) {
			return value.b();
		}
		try {
			return new BigDecimal(value.n()).stripTrailingZeros();
		}
		catch (NumberFormatException ex) {
			return value.n(); // DynamoDB will refuse it
		}
	}

	/**
	 * The table.
	 * @return the table as DynamoDB knows it
	 */
	public String table() {
		return this.table;
	}

	/**
	 * Whether every attribute of the key has a value.
	 * @return {@code false} if one was missing
	 */
	public boolean isComplete() {
		return !Arrays.asList(this.values).contains(null);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof ItemIdentity that && this.hash == that.hash && this.table.equals(that.table)
				&& Arrays.equals(this.values, that.values);
	}

	@Override
	public int hashCode() {
		return this.hash;
	}

	/** Says where the item is: keys stay out of logs. */
	@Override
	public String toString() {
		return "an item of " + this.table;
	}

}
