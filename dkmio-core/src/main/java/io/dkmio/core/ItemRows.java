package io.dkmio.core;

import java.util.List;
import java.util.Map;

import io.dkmio.core.mapping.DynamoPersistentEntity;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Makes results of what a read brings.
 *
 * @param <T> the type of the results
 */
final class ItemRows<T> {

	private final ReadSupport support;

	private final Class<T> type;

	private final String table;

	private final @Nullable PropertyRow row;

	/** Where items of several types are read. */
	private final @Nullable ItemTypes types;

	private final boolean halfRead;

	ItemRows(ReadSupport support, ReadDefinition<T> definition, List<DynamoPersistentEntity<?>> types) {
		this.support = support;
		this.type = definition.type();
		this.table = types.get(0).getRequiredTable().name();
		this.row = (this.type == Map.class) ? PropertyRow.of(definition.shape(), support.converter()) : null;
		boolean one = types.size() == 1 && types.get(0).getType() == this.type;
		this.types = (one || this.type == Map.class) ? null : new ItemTypes(types);
		this.halfRead = !definition.shape().select().isEmpty() && this.type != Map.class;
		if (this.halfRead) {
			types.forEach((each) -> RequiredProperties.check(each, definition.shape().select()));
		}
	}

	/**
	 * Reads an item.
	 * @return the result, or {@code null} if the item is of no known type
	 */
	@Nullable T read(Map<String, AttributeValue> item) {
		if (this.row != null) {
			return this.type.cast(this.row.read(item));
		}
		if (this.types == null) {
			return converted(this.type, item);
		}
		Class<?> found = this.types.find(item);
		if (found == null) {
			this.support.unmappedItems()
				.found(this.table, this.type.getSimpleName(), this.types.alias(item), this.types.aliases());
			return null;
		}
		return this.type.cast(converted(found, item));
	}

	private <S> S converted(Class<S> type, Map<String, AttributeValue> item) {
		S result = this.support.callbacks().afterConvert(this.support.converter().fromItem(type, item), this.table);
		if (this.halfRead) {
			this.support.halfReadItems().mark(result);
		}
		return result;
	}

}
