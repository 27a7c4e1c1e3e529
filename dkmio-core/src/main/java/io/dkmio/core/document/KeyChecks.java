package io.dkmio.core.document;

import java.nio.charset.StandardCharsets;

import io.dkmio.AttributeType;
import io.dkmio.InvalidKeyException;
import io.dkmio.core.mapping.KeyAttribute;
import io.dkmio.core.mapping.KeyRole;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Refuses what cannot be the value of a key attribute.
 */
final class KeyChecks {

	private KeyChecks() {
	}

	/**
	 * Checks a value for an attribute of a key.
	 * @param where whose key it is, such as {@code table 'orders'}
	 * @param role the role of the attribute
	 * @param attribute the attribute
	 * @param value the value
	 * @return the value
	 */
	static AttributeValue check(String where, KeyRole role, KeyAttribute attribute, AttributeValue value) {
		AttributeType type = type(value);
		if (type != attribute.type()) {
			throw new InvalidKeyException(
					"The " + role + " '" + attribute.name() + "' of " + where + " is "
							+ DocumentPaths.describe(attribute.type()) + " (" + attribute.type()
							+ "), and the value is " + DocumentPaths.describe(type) + " (" + type + ")",
					null, attribute.name());
		}
		int length = length(value);
		if (length == 0) {
			throw new InvalidKeyException("The " + role + " '" + attribute.name() + "' of " + where
					+ " is empty: DynamoDB does not take empty keys. Give a value", null, attribute.name());
		}
		if (length > role.maximumBytes()) {
			throw new InvalidKeyException(
					"The " + role + " '" + attribute.name() + "' of " + where + " is " + length
							+ " bytes long, and DynamoDB takes " + role.maximumBytes() + ". Use a shorter value",
					null, attribute.name());
		}
		return value;
	}

	static AttributeType type(AttributeValue value) {
		return switch (value.type()) {
			case NUL -> AttributeType.NULL;
			case UNKNOWN_TO_SDK_VERSION -> throw new IllegalArgumentException("The value has no type known here");
			default -> AttributeType.valueOf(value.type().name());
		};
	}

	private static int length(AttributeValue value) {
		return switch (value.type()) {
			case S -> value.s().getBytes(StandardCharsets.UTF_8).length;
			case B -> value.b().asByteArrayUnsafe().length;
			default -> 1;
		};
	}

}
