package io.dkmio.core.document;

import java.util.Collection;
import java.util.Map;

import io.dkmio.core.convert.DynamoConverter;
import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.ValueEncoder;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Encodes the values of expressions as documents hold them, and objects of types a
 * document does not take as the converter does.
 */
final class DocumentEncoder implements ValueEncoder {

	private final DynamoConverter converter;

	DocumentEncoder(DynamoConverter converter) {
		this.converter = converter;
	}

	@Override
	public AttributeValue encode(AttributePath path, Object value) {
		if (value instanceof String || value instanceof Number || value instanceof Boolean
				|| value instanceof Collection || value instanceof Map) {
			return DocumentValues.encode(DocumentValues.of(value));
		}
		return this.converter.toAttributeValue(value);
	}

}
