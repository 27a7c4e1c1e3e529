package io.dkmio.core.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.dkmio.AttributeType;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.mapping.KeyAttribute;
import io.dkmio.core.mapping.Projection;
import io.dkmio.core.mapping.TableDefinition;

/**
 * Writes tables as a model of NoSQL Workbench, with a facet for each item type.
 */
final class WorkbenchExport {

	private final DynamoMappingContext context;

	private final List<String> leftOut = new ArrayList<>();

	WorkbenchExport(DynamoMappingContext context) {
		this.context = context;
	}

	String write(String name, List<TableDefinition> tables) {
		List<Object> models = new ArrayList<>();
		tables.forEach((table) -> models.add(table(table)));
		Map<String, Object> metadata = new LinkedHashMap<>();
		metadata.put("Author", "");
		metadata.put("Description", this.leftOut.isEmpty() ? ""
				: "Left out, because this format has no place for them: " + String.join(", ", this.leftOut) + ".");
		metadata.put("AWSService", "Amazon DynamoDB");
		metadata.put("Version", "3.0");
		Map<String, Object> model = new LinkedHashMap<>();
		model.put("ModelName", name);
		model.put("ModelMetadata", metadata);
		model.put("DataModel", models);
		return StructuredText.json(model);
	}

	private Map<String, Object> table(TableDefinition table) {
		TableShape shape = TableShape.of(table);
		List<DynamoPersistentEntity<?>> items = this.context.getItems(table);
		Map<String, Object> model = new LinkedHashMap<>();
		model.put("TableName", shape.name());
		model.put("KeyAttributes", keyAttributes(shape.keys()));
		model.put("NonKeyAttributes", nonKeyAttributes(table, shape, items));
		if (!items.isEmpty()) {
			model.put("TableFacets", items.stream().map((item) -> facet(item, shape)).toList());
		}
		List<Object> indexes = new ArrayList<>();
		shape.indexes().forEach((name, index) -> {
			if (index.isLocal() || index.keys().partition().size() > 1 || index.keys().sort().size() > 1) {
				this.leftOut.add((index.isLocal() ? "local index " : "index of several attributes ") + name + " of "
						+ shape.name());
			}
			else {
				indexes.add(index(name, index));
			}
		});
		if (!indexes.isEmpty()) {
			model.put("GlobalSecondaryIndexes", indexes);
		}
		model.put("DataAccess", Map.of("MySql", Map.of()));
		return model;
	}

	private static Map<String, Object> keyAttributes(TableShape.Keys keys) {
		Map<String, Object> result = new LinkedHashMap<>();
		result.put("PartitionKey", attribute(keys.partition().get(0)));
		if (!keys.sort().isEmpty()) {
			result.put("SortKey", attribute(keys.sort().get(0)));
		}
		return result;
	}

	private static Map<String, Object> attribute(KeyAttribute key) {
		return attribute(key.name(), key.type());
	}

	private static Map<String, Object> attribute(String name, AttributeType type) {
		Map<String, Object> attribute = new LinkedHashMap<>();
		attribute.put("AttributeName", name);
		attribute.put("AttributeType", type.name());
		return attribute;
	}

	/**
	 * The attributes beside the table's keys: those of indexes, those with a meaning to
	 * the table, and those of its item types.
	 */
	private static List<Map<String, Object>> nonKeyAttributes(TableDefinition table, TableShape shape,
			List<DynamoPersistentEntity<?>> items) {
		Map<String, AttributeType> attributes = new LinkedHashMap<>(shape.attributeTypes());
		if (table.typeAttribute() != null) {
			attributes.putIfAbsent(table.typeAttribute(), AttributeType.S);
		}
		if (table.timeToLiveAttribute() != null) {
			attributes.putIfAbsent(table.timeToLiveAttribute(), AttributeType.N);
		}
		items.forEach((item) -> ItemAttributes.of(item).forEach(attributes::putIfAbsent));
		shape.indexes()
			.values()
			.forEach((index) -> index.projection()
				.attributes()
				.forEach((name) -> attributes.putIfAbsent(name, AttributeType.S)));
		shape.keys().stream().map(KeyAttribute::name).forEach(attributes::remove);
		return attributes.entrySet().stream().map((each) -> attribute(each.getKey(), each.getValue())).toList();
	}

	private static Map<String, Object> facet(DynamoPersistentEntity<?> item, TableShape shape) {
		List<String> keys = ItemAttributes.templates(item.getRequiredKey().components());
		Map<String, Object> aliases = new LinkedHashMap<>();
		aliases.put("PartitionKeyAlias", keys.get(0));
		if (keys.size() > 1) {
			aliases.put("SortKeyAlias", keys.get(1));
		}
		List<String> attributes = new ArrayList<>(ItemAttributes.of(item).keySet());
		shape.keys().stream().map(KeyAttribute::name).forEach(attributes::remove);
		Map<String, Object> facet = new LinkedHashMap<>();
		facet.put("FacetName", item.getType().getSimpleName());
		facet.put("KeyAttributeAlias", aliases);
		facet.put("TableData", List.of());
		facet.put("NonKeyAttributes", attributes);
		facet.put("DataAccess", Map.of("MySql", Map.of()));
		return facet;
	}

	private static Map<String, Object> index(String name, TableShape.Index index) {
		Map<String, Object> projection = new LinkedHashMap<>();
		projection.put("ProjectionType", index.projection().kind().name());
		if (index.projection().kind() == Projection.Kind.INCLUDE) {
			projection.put("NonKeyAttributes", List.copyOf(index.projection().attributes()));
		}
		Map<String, Object> result = new LinkedHashMap<>();
		result.put("IndexName", name);
		result.put("KeyAttributes", keyAttributes(index.keys()));
		result.put("Projection", projection);
		return result;
	}

}
