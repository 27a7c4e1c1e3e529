package io.dkmio.core;

import java.util.List;

import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import org.jspecify.annotations.Nullable;

/**
 * A result that is made of a whole partition.
 *
 * @param <T> the type of the results
 */
interface ResultModel<T> {

	/**
	 * How results of a type are made, if they are made of a whole partition.
	 * @return the model, or {@code null} if a result is an item
	 */
	@SuppressWarnings("unchecked") // the model of a type makes results of that type
	static <T> @Nullable ResultModel<T> of(Class<T> type, DynamoMappingContext context) {
		if (type == ItemCollection.class) {
			return (ResultModel<T>) new WholePartition();
		}
		return AggregateModel.of(type, context);
	}

	/**
	 * The types that are read.
	 * @return the types, {@code null} for all in the partition
	 */
	@Nullable List<DynamoPersistentEntity<?>> types();

	/**
	 * Makes the result of a partition.
	 * @return the result, or {@code null} if there is none
	 */
	@Nullable T make(ItemCollection items);

	/**
	 * A partition as it is.
	 */
	final class WholePartition implements ResultModel<ItemCollection> {

		@Override
		public @Nullable List<DynamoPersistentEntity<?>> types() {
			return null;
		}

		@Override
		public @Nullable ItemCollection make(ItemCollection items) {
			return items.isEmpty() ? null : items;
		}

	}

}
