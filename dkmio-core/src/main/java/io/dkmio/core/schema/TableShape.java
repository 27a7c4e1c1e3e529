package io.dkmio.core.schema;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.dkmio.AttributeType;
import io.dkmio.core.mapping.IndexDefinition;
import io.dkmio.core.mapping.KeyAttribute;
import io.dkmio.core.mapping.Projection;
import io.dkmio.core.mapping.TableDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * Keys and indexes of a table, in one form for what is declared and what exists.
 *
 * @param name the table's name
 * @param keys the table's keys
 * @param indexes the indexes by their physical names
 */
record TableShape(String name, Keys keys, Map<String, Index> indexes) {

	static TableShape of(TableDefinition definition) {
		KeyAttribute sortKey = definition.sortKey();
		Keys keys = new Keys(List.of(definition.partitionKey()), (sortKey != null) ? List.of(sortKey) : List.of());
		Map<String, Index> indexes = new LinkedHashMap<>();
		for (IndexDefinition index : definition.indexes()) {
			Keys indexKeys = new Keys(index.isLocal() ? keys.partition() : index.partitionKey(), index.sortKey());
			indexes.put(index.physicalName(),
					new Index(index.kind(), indexKeys, withoutKeys(index.projection(), keys, indexKeys)));
		}
		return new TableShape(definition.name(), keys, indexes);
	}

	static TableShape of(TableDescription description) {
		Map<String, AttributeType> types = description.attributeDefinitions()
			.stream()
			.collect(Collectors.toMap(AttributeDefinition::attributeName,
					(attribute) -> AttributeType.valueOf(attribute.attributeTypeAsString())));
		Keys keys = keys(description.keySchema(), types);
		Map<String, Index> indexes = new LinkedHashMap<>();
		description.globalSecondaryIndexes().forEach((index) -> {
			Keys indexKeys = keys(index.keySchema(), types);
			indexes.put(index.indexName(), new Index(IndexDefinition.Kind.GLOBAL, indexKeys,
					withoutKeys(projection(index.projection()), keys, indexKeys)));
		});
		description.localSecondaryIndexes().forEach((index) -> {
			Keys indexKeys = keys(index.keySchema(), types);
			indexes.put(index.indexName(), new Index(IndexDefinition.Kind.LOCAL, indexKeys,
					withoutKeys(projection(index.projection()), keys, indexKeys)));
		});
		return new TableShape(description.tableName(), keys, indexes);
	}

	/**
	 * The types of all key attributes, each attribute once.
	 */
	Map<String, AttributeType> attributeTypes() {
		Map<String, AttributeType> types = new LinkedHashMap<>();
		Stream.concat(Stream.of(this.keys), this.indexes.values().stream().map(Index::keys))
			.flatMap(Keys::stream)
			.forEach((key) -> types.putIfAbsent(key.name(), key.type()));
		return types;
	}

	private static Keys keys(List<KeySchemaElement> elements, Map<String, AttributeType> types) {
		return new Keys(keys(elements, KeyType.HASH, types), keys(elements, KeyType.RANGE, types));
	}

	private static List<KeyAttribute> keys(List<KeySchemaElement> elements, KeyType type,
			Map<String, AttributeType> types) {
		return elements.stream()
			.filter((element) -> element.keyType() == type)
			.map((element) -> new KeyAttribute(element.attributeName(),
					types.getOrDefault(element.attributeName(), AttributeType.S)))
			.toList();
	}

	private static Projection projection(software.amazon.awssdk.services.dynamodb.model.Projection projection) {
		return switch (projection.projectionTypeAsString()) {
			case "KEYS_ONLY" -> Projection.KEYS_ONLY;
			case "INCLUDE" -> Projection.include(projection.nonKeyAttributes());
			default -> Projection.ALL;
		};
	}

	/**
	 * Keys are in every index, whether its projection names them or not.
	 */
	private static Projection withoutKeys(Projection projection, Keys table, Keys index) {
		if (projection.kind() != Projection.Kind.INCLUDE) {
			return projection;
		}
		Set<String> attributes = new LinkedHashSet<>(projection.attributes());
		Stream.concat(table.stream(), index.stream()).map(KeyAttribute::name).forEach(attributes::remove);
		return attributes.isEmpty() ? Projection.KEYS_ONLY : Projection.include(attributes);
	}

	/**
	 * The keys of a table or an index.
	 *
	 * @param partition the attributes of the partition key in order
	 * @param sort the attributes of the sort key in order
	 */
	record Keys(List<KeyAttribute> partition, List<KeyAttribute> sort) {

		Stream<KeyAttribute> stream() {
			return Stream.of(this.partition, this.sort).flatMap(Collection::stream);
		}

	}

	/**
	 * An index.
	 *
	 * @param kind global or local
	 * @param keys its keys, those of a local index with the table's partition key
	 * @param projection what it holds beside keys
	 */
	record Index(IndexDefinition.Kind kind, Keys keys, Projection projection) {

		boolean isLocal() {
			return this.kind == IndexDefinition.Kind.LOCAL;
		}

		/**
		 * The keys that are not the table's.
		 */
		Keys ownKeys() {
			return isLocal() ? new Keys(List.of(), this.keys.sort()) : this.keys;
		}

	}

}
