package io.dkmio.core.mapping;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.data.mapping.PersistentProperty;

/**
 * A property of a type, and the attribute it is stored in.
 *
 * @since 1.0
 */
public interface DynamoPersistentProperty extends PersistentProperty<DynamoPersistentProperty> {

	/**
	 * The name of the attribute.
	 * @return the name as stored
	 */
	String getAttributeName();

	/**
	 * The declared scale of a decimal number.
	 * @return the scale, or {@code null} if none is declared
	 */
	@Nullable Integer getScale();

	/**
	 * Whether this is the partition key of its table, stored as it is.
	 * @return {@code true} if annotated with {@link PartitionKey}
	 */
	boolean isPartitionKey();

	/**
	 * Whether this is the sort key of its table, stored as it is.
	 * @return {@code true} if annotated with {@link SortKey}
	 */
	boolean isSortKey();

	/**
	 * Whether this property says when the item expires.
	 * @return {@code true} if annotated with {@link TimeToLive}
	 */
	boolean isTimeToLive();

	/**
	 * How long after a write an item expires if this property is null.
	 * @return the duration, or {@code null} if none is declared
	 */
	@Nullable Duration getTimeToLiveAfter();

	/**
	 * Whether this property is written and not read.
	 * @return {@code true} if annotated with {@link Computed}
	 */
	boolean isComputed();

	/**
	 * Whether the value is in the composed primary key and in no attribute of its own, as
	 * {@link Item#storeKeyAttributes()} says.
	 * @return {@code true} if it is
	 */
	boolean isInKeyAlone();

	/**
	 * Whether this property keeps the value it was inserted with.
	 * @return {@code true} if annotated with {@link WriteOnce}
	 */
	boolean isWriteOnce();

	/**
	 * Whether this property holds the attributes no other one names.
	 * @return {@code true} if annotated with {@link OtherAttributes}
	 */
	boolean isOtherAttributes();

}
