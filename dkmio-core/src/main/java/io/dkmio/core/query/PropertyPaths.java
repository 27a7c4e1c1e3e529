package io.dkmio.core.query;

import java.util.List;

import io.dkmio.core.convert.DynamoConverter;
import io.dkmio.core.convert.ItemPaths;
import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.PathResolver;
import io.dkmio.core.expression.ValueEncoder;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Paths and values of the expressions of reads: of one type, or of several types of one
 * table, where a name is that of the first type that has it.
 */
final class PropertyPaths implements PathResolver, ValueEncoder {

	private final List<DynamoPersistentEntity<?>> types;

	private final List<ItemPaths> paths;

	PropertyPaths(DynamoPersistentEntity<?> type, DynamoConverter converter) {
		this(List.of(type), converter);
	}

	PropertyPaths(List<DynamoPersistentEntity<?>> types, DynamoConverter converter) {
		this.types = types;
		this.paths = types.stream().map((type) -> new ItemPaths(type, converter)).toList();
	}

	@Override
	public AttributePath resolve(AttributePath path) {
		return owner(path).resolve(path);
	}

	@Override
	public AttributeValue encode(AttributePath path, Object value) {
		return owner(path).encode(path, value);
	}

	@Override
	public AttributeValue encodeElement(AttributePath path, Object value) {
		return owner(path).encodeElement(path, value);
	}

	@Override
	public ValueEncoder at(AttributePath path) {
		return owner(path).at(path);
	}

	private ItemPaths owner(AttributePath path) {
		for (int i = 0; i < this.types.size(); i++) {
			if (KeyPredicates.property(this.types.get(i), path) != null) {
				return this.paths.get(i);
			}
		}
		return this.paths.get(0);
	}

}
