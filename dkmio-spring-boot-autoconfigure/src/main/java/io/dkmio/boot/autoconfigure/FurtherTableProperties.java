package io.dkmio.boot.autoconfigure;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A further table.
 *
 * @param name The name of the table, by default its logical name.
 * @param partitionKey The partition key.
 * @param sortKey The sort key, by default none.
 * @param typeAttribute The attribute that holds the type of the item, by default none.
 * @param timeToLive The attribute by which items expire, by default none.
 * @param keySeparator The character between the segments of key templates.
 * @param indexes The indexes by name.
 */
record FurtherTableProperties(@Nullable String name, @Nullable String partitionKey, @Nullable String sortKey,
		@Nullable String typeAttribute, @Nullable String timeToLive, @DefaultValue("#") String keySeparator,
		@DefaultValue Map<String, DynamoTableProperties.Index> indexes) {

}
