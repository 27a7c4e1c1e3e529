package io.dkmio.core.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.dkmio.core.mapping.KeyAttribute;
import io.dkmio.core.mapping.Projection;
import io.dkmio.core.mapping.TableDefinition;

/**
 * Writes tables as a template of CloudFormation.
 */
final class CloudFormationExport {

	private final Billing billing;

	CloudFormationExport(Billing billing) {
		this.billing = billing;
	}

	String write(List<TableDefinition> tables) {
		ResourceNames names = new ResourceNames();
		Map<String, Object> resources = new LinkedHashMap<>();
		tables.forEach((table) -> resources.put(names.camel(table), resource(table)));
		Map<String, Object> template = new LinkedHashMap<>();
		template.put("AWSTemplateFormatVersion", "2010-09-09");
		template.put("Resources", resources);
		return StructuredText.yaml(template);
	}

	private Map<String, Object> resource(TableDefinition table) {
		Map<String, Object> resource = new LinkedHashMap<>();
		resource.put("Type", "AWS::DynamoDB::Table");
		resource.put("DeletionPolicy", "Retain");
		resource.put("UpdateReplacePolicy", "Retain");
		resource.put("Properties", properties(table));
		return resource;
	}

	private Map<String, Object> properties(TableDefinition table) {
		TableShape shape = TableShape.of(table);
		Map<String, Object> properties = new LinkedHashMap<>();
		properties.put("TableName", shape.name());
		properties.put("BillingMode",
				(this.billing instanceof Billing.Provisioned) ? "PROVISIONED" : "PAY_PER_REQUEST");
		putThroughput(properties);
		properties.put("AttributeDefinitions",
				shape.attributeTypes()
					.entrySet()
					.stream()
					.map((type) -> pair("AttributeName", type.getKey(), "AttributeType", type.getValue().name()))
					.toList());
		properties.put("KeySchema", keySchema(shape.keys()));
		putIndexes(properties, "GlobalSecondaryIndexes", shape, false);
		putIndexes(properties, "LocalSecondaryIndexes", shape, true);
		if (table.timeToLiveAttribute() != null) {
			properties.put("TimeToLiveSpecification",
					pair("AttributeName", table.timeToLiveAttribute(), "Enabled", true));
		}
		return properties;
	}

	private void putIndexes(Map<String, Object> properties, String name, TableShape shape, boolean local) {
		List<Object> indexes = new ArrayList<>();
		shape.indexes().forEach((physicalName, index) -> {
			if (index.isLocal() == local) {
				Map<String, Object> definition = new LinkedHashMap<>();
				definition.put("IndexName", physicalName);
				definition.put("KeySchema", keySchema(index.keys()));
				definition.put("Projection", projection(index.projection()));
				if (!local) {
					putThroughput(definition);
				}
				indexes.add(definition);
			}
		});
		if (!indexes.isEmpty()) {
			properties.put(name, indexes);
		}
	}

	private void putThroughput(Map<String, Object> properties) {
		if (this.billing instanceof Billing.Provisioned provisioned) {
			properties.put("ProvisionedThroughput",
					pair("ReadCapacityUnits", provisioned.readUnits(), "WriteCapacityUnits", provisioned.writeUnits()));
		}
	}

	private static List<Map<String, Object>> keySchema(TableShape.Keys keys) {
		return Stream.concat(elements(keys.partition(), "HASH"), elements(keys.sort(), "RANGE")).toList();
	}

	private static Stream<Map<String, Object>> elements(List<KeyAttribute> keys, String type) {
		return keys.stream().map((key) -> pair("AttributeName", key.name(), "KeyType", type));
	}

	private static Map<String, Object> projection(Projection projection) {
		Map<String, Object> result = new LinkedHashMap<>();
		result.put("ProjectionType", projection.kind().name());
		if (!projection.attributes().isEmpty()) {
			result.put("NonKeyAttributes", List.copyOf(projection.attributes()));
		}
		return result;
	}

	private static Map<String, Object> pair(String name, Object value, String otherName, Object otherValue) {
		Map<String, Object> map = new LinkedHashMap<>();
		map.put(name, value);
		map.put(otherName, otherValue);
		return map;
	}

}
