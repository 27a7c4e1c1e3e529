package io.dkmio.core.schema;

/**
 * One point in which a table is not what the mapping declares.
 *
 * @param table the table as DynamoDB knows it
 * @param subject what differs, such as {@code sort key} or
 * {@code index 'gsi1' projection}
 * @param expected what the mapping declares
 * @param found what DynamoDB has
 * @param advice what to do, without a full stop
 * @since 1.0
 */
public record SchemaDifference(String table, String subject, String expected, String found, String advice) {

	/**
	 * The difference as a line of text.
	 */
	@Override
	public String toString() {
		return "Table '" + this.table + "', " + this.subject + ": expected " + this.expected + ", found " + this.found
				+ ". " + this.advice + ".";
	}

}
