package io.dkmio.core.mapping;

import java.util.List;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Maps types in tests.
 */
final class Mappings {

	/**
	 * The single table, with an index for composed keys and one on ordinary attributes.
	 */
	static final TableDefinition SHOP = TableDefinition.of("shop")
		.withIndex(IndexDefinition.global("gsi1").withPartitionKey("gsi1pk").withSortKey("gsi1sk"));

	/** A plain table. */
	static final TableDefinition ORDERS = TableDefinition.of("orders", "orders-v1", "userId").withSortKey("orderId");

	private Mappings() {
	}

	static DynamoPersistentEntity<?> entity(TableDefinition table, Class<?> type) {
		return DynamoMappingContext.of(List.of(table), type).getRequiredPersistentEntity(type);
	}

	static List<MappingFault> faults(TableDefinition table, Class<?>... types) {
		return faults(List.of(table), types);
	}

	static List<MappingFault> faults(List<TableDefinition> tables, Class<?>... types) {
		InvalidMappingException exception = catchThrowableOfType(InvalidMappingException.class,
				() -> DynamoMappingContext.of(tables, types));
		return (exception != null) ? exception.getFaults() : List.of();
	}

	static List<String> names(List<DynamoPersistentProperty> properties) {
		return properties.stream().map(DynamoPersistentProperty::getName).toList();
	}

}
