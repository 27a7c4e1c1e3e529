package io.dkmio.core.expression;

import java.util.Collection;
import java.util.Map;

import io.dkmio.AttributeType;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.util.ClassUtils;

/**
 * What a value is for, and which values will do. Checked on the Java object as far as its
 * class tells, and on the attribute value it is encoded to.
 */
enum ValueRole {

	/** Equal or not equal. */
	COMPARED,
	/** Compared by order. */
	ORDERED {
		@Override
		void check(AttributePath path, Object value) {
			if (!isOrdered(value)) {
				throw new InvalidDataAccessApiUsageException(
						"Attribute '" + path + "' cannot be compared by order with a value of type " + typeName(value)
								+ ": only strings, numbers and binary data have an order. Use eq, ne or in");
			}
		}
	},
	/** Compared with a size. */
	LENGTH {
		@Override
		void check(AttributePath path, Object value) {
			if (!isNumber(value)) {
				throw new InvalidDataAccessApiUsageException("The size of attribute '" + path
						+ "' is a number and cannot be compared with a value of type " + typeName(value));
			}
		}
	},
	/** The start of a string or of binary data. */
	PREFIX {
		@Override
		void check(AttributePath path, Object value) {
			if (!isOrdered(value) || isNumber(value)) {
				throw new InvalidDataAccessApiUsageException(
						"Attribute '" + path + "' cannot begin with a value of type " + typeName(value)
								+ ": only strings and binary data have prefixes. Use gte, lt or between for a range");
			}
			if (isEmpty(value)) {
				throw new InvalidDataAccessApiUsageException("The prefix of attribute '" + path
						+ "' is empty, so it selects nothing. Leave the condition out, or test the type");
			}
		}
	},
	/** A part of a string, or an element of a list or set. */
	ELEMENT,
	/** What is stored. */
	STORED,
	/** By how much a number changes. */
	AMOUNT {
		@Override
		void check(AttributePath path, Object value) {
			if (value instanceof AttributeValue attribute && AttributeValues.typeOf(attribute) != AttributeType.N) {
				throw new InvalidDataAccessApiUsageException(
						"Attribute '" + path + "' cannot be changed by an amount of type " + typeName(value)
								+ ": only numbers are added and subtracted. Use addToSet for sets, append for lists");
			}
		}
	},
	/** The elements of a list. */
	LIST,
	/** The members of a set. */
	SET;

	/**
	 * Refuses a value that will not do.
	 */
	void check(AttributePath path, Object value) {
		if (value instanceof AttributeValue attribute && isEmptySet(attribute)) {
			throw new InvalidDataAccessApiUsageException("Attribute '" + path
					+ "' cannot be compared with, or set to, an empty set of type " + typeName(value)
					+ ": DynamoDB has none. Test with notExists, and remove the attribute instead of setting it");
		}
	}

	private static boolean isEmptySet(AttributeValue value) {
		return switch (value.type()) {
			case SS -> value.ss().isEmpty();
			case NS -> value.ns().isEmpty();
			case BS -> value.bs().isEmpty();
			default -> false;
		};
	}

	private static boolean isOrdered(Object value) {
		if (value instanceof AttributeValue attribute) {
			return AttributeValues.typeOf(attribute).isKeyType();
		}
		return !(value instanceof Boolean || value instanceof Collection || value instanceof Map
				|| value instanceof Object[]);
	}

	private static boolean isNumber(Object value) {
		return (value instanceof AttributeValue attribute) ? AttributeValues.typeOf(attribute) == AttributeType.N
				: value instanceof Number;
	}

	private static boolean isEmpty(Object value) {
		if (value instanceof AttributeValue attribute) {
			return AttributeValues.size(attribute).orElse(1) == 0;
		}
		return (value instanceof CharSequence text) ? text.isEmpty()
				: value instanceof byte[] bytes && bytes.length == 0;
	}

	private static String typeName(Object value) {
		return (value instanceof AttributeValue attribute) ? AttributeValues.typeOf(attribute).name()
				: ClassUtils.getShortName(value.getClass());
	}

}
