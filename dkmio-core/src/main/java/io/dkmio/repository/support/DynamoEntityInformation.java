package io.dkmio.repository.support;

import io.dkmio.core.convert.DynamoConverter;
import io.dkmio.core.convert.ItemKeys;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import org.jspecify.annotations.Nullable;

import org.springframework.data.repository.core.support.AbstractEntityInformation;
import org.springframework.util.Assert;

/**
 * What a repository knows about the type of its items. The id is the property the primary
 * key is made of or, where several make it up, an object with a property for each of
 * them, such as a record.
 *
 * @param <T> the type of the items
 * @param <ID> the type of the ids
 * @since 1.0
 */
public final class DynamoEntityInformation<T, ID> extends AbstractEntityInformation<T, ID> {

	private final Class<ID> idType;

	private final ItemKeys keys;

	/**
	 * Creates the information.
	 * @param type the type of the items
	 * @param idType the type of the ids
	 * @param converter converts the items
	 */
	public DynamoEntityInformation(Class<T> type, Class<ID> idType, DynamoConverter converter) {
		super(type);
		Assert.notNull(idType, "Id type must not be null");
		Assert.notNull(converter, "DynamoConverter must not be null");
		this.idType = idType;
		this.keys = converter.keys(type);
	}

	@Override
	public boolean isNew(T item) {
		return entity().isNew(item);
	}

	@Override
	public @Nullable ID getId(T item) {
		return this.keys.idOf(item, this.idType);
	}

	@Override
	public Class<ID> getIdType() {
		return this.idType;
	}

	/**
	 * The type with its keys and its table.
	 * @return the type
	 */
	public DynamoPersistentEntity<?> entity() {
		return this.keys.getEntity();
	}

}
