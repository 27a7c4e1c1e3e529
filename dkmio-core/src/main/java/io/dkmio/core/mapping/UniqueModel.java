package io.dkmio.core.mapping;

/**
 * How the values of a property are kept unique: by an item whose partition key is
 * composed of the value.
 *
 * @param property the property
 * @param key the partition key of that item
 * @since 1.0
 */
public record UniqueModel(DynamoPersistentProperty property, KeyComponent.Composed key) {

	/** The attribute that holds the primary key of the item that has the value. */
	public static final String OWNER_ATTRIBUTE = "_owner";

	/** What the type attribute and the sort key hold, which no type is called. */
	public static final String MARK = "$unique";

}
