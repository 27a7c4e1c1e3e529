package io.dkmio.boot.autoconfigure;

import java.util.List;
import java.util.Map;

import io.dkmio.core.mapping.IndexDefinition;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The single table.
 *
 * @param name The name of the table. By default that of the application.
 * @param partitionKey The partition key: "pk", or "pk:N" and "pk:B" for another type.
 * @param sortKey The sort key, in the same form; empty for none.
 * @param typeAttribute The attribute that holds the type of the item; empty for none.
 * @param timeToLive The attribute by which items expire; empty for none.
 * @param keySeparator The character between the segments of key templates.
 * @param indexes The indexes by name. Each has a kind (global or local), physical-name,
 * partition-key and sort-key (one key attribute or a list of up to four), and projection
 * (ALL, KEYS_ONLY, or a list of attributes).
 */
record DynamoTableProperties(@Nullable String name, @DefaultValue("pk") String partitionKey,
		@DefaultValue("sk") String sortKey, @DefaultValue("_type") String typeAttribute,
		@DefaultValue("expires_at") String timeToLive, @DefaultValue("#") String keySeparator,
		@DefaultValue Map<String, Index> indexes) {

	/** The table nobody has configured. */
	static final DynamoTableProperties DEFAULTS = new DynamoTableProperties(null, "pk", "sk", "_type", "expires_at",
			"#", Map.of());

	/**
	 * An index.
	 *
	 * @param kind Whether the index is global or local.
	 * @param physicalName The name DynamoDB knows, where it is another one.
	 * @param partitionKey One key attribute, or up to four; none for a local index.
	 * @param sortKey One key attribute, or up to four.
	 * @param projection What the index holds: ALL, KEYS_ONLY, or a list of attributes.
	 */
	record Index(@DefaultValue("global") IndexDefinition.Kind kind, @Nullable String physicalName,
			@DefaultValue List<String> partitionKey, @DefaultValue List<String> sortKey,
			@DefaultValue("ALL") List<String> projection) {

	}

}
