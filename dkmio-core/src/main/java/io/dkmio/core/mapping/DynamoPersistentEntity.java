package io.dkmio.core.mapping;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.data.mapping.model.MutablePersistentEntity;

/**
 * A type and how its instances are stored: an item of a table, or a value inside one.
 *
 * @param <T> the type
 * @since 1.0
 */
public interface DynamoPersistentEntity<T> extends MutablePersistentEntity<T, DynamoPersistentProperty>, StoredType {

	/**
	 * Whether instances are items of a table.
	 * @return {@code true} if the type is declared with {@link Item}
	 */
	boolean isItem();

	/**
	 * Whether items with attributes that no property names are refused.
	 * @return {@code true} if they are
	 */
	boolean isStrict();

	@Override
	Class<T> getType();

	/**
	 * The table the items are in.
	 * @return the table
	 * @throws IllegalStateException if this is no item type
	 */
	@Override
	TableDefinition getRequiredTable();

	/**
	 * How the primary key comes about.
	 * @return the key
	 * @throws IllegalStateException if this is no item type
	 */
	KeyModel getRequiredKey();

	/**
	 * The indexes instances can be in, in the order the table declares them.
	 * @return the indexes, empty if this is no item type
	 */
	List<IndexModel> getIndexes();

	/**
	 * The key attributes that are written beside the properties: those of the table and
	 * of its indexes that are composed by templates. Indexes can share attributes; each
	 * is here once.
	 * @return the composed keys, empty if this is no item type
	 */
	List<KeyComponent.Composed> getComposedKeys();

	/**
	 * The unique properties, and how they are kept unique.
	 * @return the properties, mostly none
	 */
	List<UniqueModel> getUniques();

	/**
	 * The alias written as the item's type.
	 * @return the alias
	 */
	String getAlias();

	/**
	 * All aliases read as this type, the written one first.
	 * @return the aliases
	 */
	Set<String> getAliases();

	/**
	 * The property that says when an item expires.
	 * @return the property, or {@code null} if there is none
	 */
	@Nullable DynamoPersistentProperty getTimeToLiveProperty();

	/**
	 * The property that holds the attributes no other one names.
	 * @return the property, or {@code null} if there is none
	 */
	@Nullable DynamoPersistentProperty getOtherAttributesProperty();

}
