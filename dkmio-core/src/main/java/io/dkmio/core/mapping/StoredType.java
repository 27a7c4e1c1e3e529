package io.dkmio.core.mapping;

/**
 * What is stored in a table: items of a type, or documents of any shape.
 *
 * @since 1.0
 */
public interface StoredType {

	/**
	 * The type, for people and for converters.
	 * @return the type
	 */
	Class<?> getType();

	/**
	 * The table.
	 * @return the table
	 * @throws IllegalStateException if instances are values inside items
	 */
	TableDefinition getRequiredTable();

}
