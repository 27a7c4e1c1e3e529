package io.dkmio.enhanced;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.dkmio.core.convert.DynamoConverter;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.mapping.DynamoPersistentProperty;
import io.dkmio.core.mapping.IndexDefinition;
import io.dkmio.core.mapping.IndexModel;
import io.dkmio.core.mapping.KeyAttribute;
import io.dkmio.core.mapping.TableDefinition;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.TableMetadata;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.Order;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticTableMetadata;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.util.Assert;

/**
 * An item of dkmio as the Enhanced Client sees it: the same attributes, keys and index
 * keys. So code that uses the Enhanced Client can share a table with code that uses
 * dkmio.
 * <p>
 * The keys are composed when an item is written. Versions, auditing and the time to live
 * are left to dkmio's template: the Enhanced Client does not count versions up.
 *
 * @param <T> the type of the items
 * @since 1.0
 */
public final class DynamoTableSchema<T> implements TableSchema<T> {

	private static final List<Order> ORDERS = List.of(Order.FIRST, Order.SECOND, Order.THIRD, Order.FOURTH);

	private final DynamoConverter converter;

	private final Class<T> type;

	private final TableMetadata metadata;

	private final Set<String> attributeNames;

	private DynamoTableSchema(DynamoConverter converter, Class<T> type) {
		DynamoPersistentEntity<?> entity = converter.getMappingContext().getRequiredPersistentEntity(type);
		this.converter = converter;
		this.type = type;
		this.metadata = metadata(entity);
		this.attributeNames = attributeNames(entity);
	}

	/**
	 * The schema of an item type.
	 * @param converter converts the items, for example {@code dynamo.getConverter()}
	 * @param type the type
	 * @param <T> the type
	 * @return the schema
	 */
	public static <T> DynamoTableSchema<T> of(DynamoConverter converter, Class<T> type) {
		Assert.notNull(converter, "DynamoConverter must not be null");
		Assert.notNull(type, "Type must not be null");
		return new DynamoTableSchema<>(converter, type);
	}

	private static TableMetadata metadata(DynamoPersistentEntity<?> entity) {
		TableDefinition table = entity.getRequiredTable();
		StaticTableMetadata.Builder builder = StaticTableMetadata.builder();
		KeyAttribute sortKey = table.sortKey();
		addKeys(builder, TableMetadata.primaryIndexName(), List.of(table.partitionKey()),
				(sortKey != null) ? List.of(sortKey) : List.of());
		for (IndexModel model : entity.getIndexes()) {
			IndexDefinition index = model.index();
			addKeys(builder, index.physicalName(),
					index.isLocal() ? List.of(table.partitionKey()) : index.partitionKey(), index.sortKey());
		}
		return builder.build();
	}

	private static void addKeys(StaticTableMetadata.Builder builder, String index, List<KeyAttribute> partitionKey,
			List<KeyAttribute> sortKey) {
		for (int i = 0; i < partitionKey.size(); i++) {
			KeyAttribute key = partitionKey.get(i);
			builder.addIndexPartitionKey(index, key.name(), type(key), order(partitionKey, i));
			builder.markAttributeAsKey(key.name(), type(key));
		}
		for (int i = 0; i < sortKey.size(); i++) {
			KeyAttribute key = sortKey.get(i);
			builder.addIndexSortKey(index, key.name(), type(key), order(sortKey, i));
			builder.markAttributeAsKey(key.name(), type(key));
		}
	}

	private static AttributeValueType type(KeyAttribute key) {
		return AttributeValueType.valueOf(key.type().name());
	}

	/** A single key attribute has no place among several. */
	private static Order order(List<KeyAttribute> keys, int index) {
		return (keys.size() == 1) ? Order.UNSPECIFIED : ORDERS.get(index);
	}

	private static Set<String> attributeNames(DynamoPersistentEntity<?> entity) {
		TableDefinition table = entity.getRequiredTable();
		Set<String> names = new LinkedHashSet<>(table.keyAttributeNames());
		if (table.typeAttribute() != null) {
			names.add(table.typeAttribute());
		}
		entity.getIndexes().forEach((index) -> index.index().keyAttributes().forEach((key) -> names.add(key.name())));
		for (DynamoPersistentProperty property : entity) {
			if (!property.isOtherAttributes()) {
				names.add(property.getAttributeName());
			}
		}
		return names;
	}

	@Override
	public T mapToItem(Map<String, AttributeValue> attributes) {
		return this.converter.fromItem(this.type, attributes);
	}

	@Override
	public Map<String, AttributeValue> itemToMap(T item, boolean ignoreNulls) {
		Map<String, AttributeValue> attributes = this.converter.toItem(item);
		if (!ignoreNulls) {
			this.attributeNames.forEach((name) -> attributes.putIfAbsent(name, AttributeValue.fromNul(true)));
		}
		return attributes;
	}

	@Override
	public Map<String, AttributeValue> itemToMap(T item, Collection<String> names) {
		Map<String, AttributeValue> attributes = this.converter.toItem(item);
		attributes.keySet().retainAll(names);
		return attributes;
	}

	@Override
	public @Nullable AttributeValue attributeValue(T item, String name) {
		return this.converter.toItem(item).get(name);
	}

	@Override
	public TableMetadata tableMetadata() {
		return this.metadata;
	}

	@Override
	public EnhancedType<T> itemType() {
		return EnhancedType.of(this.type);
	}

	@Override
	public List<String> attributeNames() {
		return List.copyOf(this.attributeNames);
	}

	@Override
	public boolean isAbstract() {
		return false;
	}

}
