package io.dkmio.core.convert;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.util.ClassUtils;

/**
 * Makes {@link AttributeValue}s in the cheapest way the SDK offers. Its {@code create…}
 * methods cost an eighth of the time and a third of the bytes of the builder, but older
 * versions do not have them.
 */
class AttributeValueFactory {

	static final AttributeValueFactory INSTANCE = ClassUtils.hasMethod(AttributeValue.class, "createS", String.class)
			? new Direct() : new AttributeValueFactory();

	AttributeValue string(String value) {
		return AttributeValue.fromS(value);
	}

	AttributeValue number(String text) {
		return AttributeValue.fromN(text);
	}

	AttributeValue binary(SdkBytes value) {
		return AttributeValue.fromB(value);
	}

	AttributeValue map(Map<String, AttributeValue> entries) {
		return AttributeValue.fromM(entries);
	}

	AttributeValue list(List<AttributeValue> elements) {
		return AttributeValue.fromL(elements);
	}

	final AttributeValue stringSet(Collection<String> values) {
		return AttributeValue.builder().ss(values).build();
	}

	final AttributeValue numberSet(Collection<String> texts) {
		return AttributeValue.builder().ns(texts).build();
	}

	final AttributeValue binarySet(Collection<SdkBytes> values) {
		return AttributeValue.builder().bs(values).build();
	}

	private static final class Direct extends AttributeValueFactory {

		@Override
		AttributeValue string(String value) {
			return AttributeValue.createS(value);
		}

		@Override
		AttributeValue number(String text) {
			return AttributeValue.createN(text);
		}

		@Override
		AttributeValue binary(SdkBytes value) {
			return AttributeValue.createB(value);
		}

		@Override
		AttributeValue map(Map<String, AttributeValue> entries) {
			return AttributeValue.createM(entries);
		}

		@Override
		AttributeValue list(List<AttributeValue> elements) {
			return AttributeValue.createL(elements);
		}

	}

}
