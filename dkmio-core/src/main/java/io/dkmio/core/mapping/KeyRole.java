package io.dkmio.core.mapping;

/**
 * What a key is used as, which decides how long it may be.
 *
 * @since 1.0
 */
public enum KeyRole {

	/** The partition key of a table or an index: up to 2048 bytes. */
	PARTITION_KEY("partition key", 2048),
	/** The sort key of a table or an index: up to 1024 bytes. */
	SORT_KEY("sort key", 1024);

	private final String description;

	private final int maximumBytes;

	KeyRole(String description, int maximumBytes) {
		this.description = description;
		this.maximumBytes = maximumBytes;
	}

	/**
	 * The longest key DynamoDB accepts in this role.
	 * @return the number of bytes in UTF-8
	 */
	public int maximumBytes() {
		return this.maximumBytes;
	}

	@Override
	public String toString() {
		return this.description;
	}

}
