package io.dkmio.core.document;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.dkmio.AttributeType;
import io.dkmio.DynamoConversionException;
import io.dkmio.core.convert.DynamoConverter;
import io.dkmio.core.convert.MappingDynamoConverter;
import io.dkmio.core.mapping.DynamoMappingContext;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.util.Assert;

/**
 * The values documents hold, and how they come from objects and from attributes. There is
 * one form for each value DynamoDB tells apart, so that equal means stored alike.
 */
final class DocumentValues {

	/** Writes scalars as items of a type have them. */
	private static final DynamoConverter SCALARS = new MappingDynamoConverter(new DynamoMappingContext(List.of()));

	private DocumentValues() {
	}

	static Document document(Map<?, ?> map) {
		if (map instanceof Document document) {
			return document.isPartial() ? new Document(new LinkedHashMap<>(document), false) : document;
		}
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		for (Map.Entry<?, ?> entry : map.entrySet()) {
			if (!(entry.getKey() instanceof String name)) {
				throw fault("", "A map in a document has a key that is no String; convert the keys first");
			}
			put(values, name, entry.getValue());
		}
		return new Document(values, false);
	}

	/**
	 * Puts a value, or removes the attribute if it is an empty set.
	 */
	static void put(Map<String, @Nullable Object> values, String name, @Nullable Object value) {
		Assert.hasLength(name, "The name of an attribute must not be empty");
		if (value instanceof Set<?> set && set.isEmpty()) {
			values.remove(name);
			return;
		}
		try {
			values.put(name, of(value));
		}
		catch (DynamoConversionException ex) {
			throw at(name, ex);
		}
	}

	/**
	 * The value a document holds for an object.
	 */
	static @Nullable Object of(@Nullable Object value) {
		if (value == null || value instanceof String || value instanceof Boolean) {
			return value;
		}
		if (value instanceof BigDecimal number) {
			return number(number);
		}
		if (value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte) {
			return BigDecimal.valueOf(((Number) value).longValue());
		}
		if (value instanceof Map<?, ?> map) {
			return document(map);
		}
		if (value instanceof Set<?> set) {
			return set(set);
		}
		if (value instanceof Collection<?> collection) {
			return list(collection);
		}
		if (value instanceof AttributeValue attribute) {
			return decode(attribute);
		}
		return scalar(value);
	}

	private static @Nullable Object scalar(Object value) {
		AttributeValue attribute;
		try {
			attribute = SCALARS.toAttributeValue(value);
		}
		catch (RuntimeException ex) {
			throw new DynamoConversionException("A value of type " + value.getClass().getName()
					+ " cannot be stored in a document: give a string, a number, a boolean, binary data, a list, a set"
					+ " or a map", Document.class, "", "", ex);
		}
		Object result = decode(attribute);
		if (result instanceof Document) {
			throw fault("", "A value of type " + value.getClass().getName()
					+ " cannot be stored in a document: turn it into a map first, or map it as an item type");
		}
		return result;
	}

	private static List<@Nullable Object> list(Collection<?> collection) {
		List<@Nullable Object> list = new ArrayList<>(collection.size());
		for (Object element : collection) {
			try {
				if (element instanceof Set<?> set && set.isEmpty()) {
					throw fault("", "An empty set cannot be stored, and cannot be left out of a list");
				}
				list.add(of(element));
			}
			catch (DynamoConversionException ex) {
				throw at("[" + list.size() + "]", ex);
			}
		}
		return Collections.unmodifiableList(list);
	}

	private static Set<Object> set(Set<?> members) {
		Set<Object> set = new LinkedHashSet<>();
		Set<AttributeType> types = new LinkedHashSet<>();
		for (Object member : members) {
			Object value = of(member);
			types.add(typeOf(value));
			if (value != null) {
				set.add(value);
			}
		}
		if (types.size() != 1 || !types.iterator().next().isKeyType()) {
			throw fault("",
					"A set has members of type " + String.join(", ", types.stream().map(AttributeType::name).toList())
							+ ": a set of DynamoDB holds only strings, only numbers or only binary data. Use a list");
		}
		return Collections.unmodifiableSet(set);
	}

	/**
	 * One form for numbers of one value: without trailing zeros and exponent where there
	 * need be none.
	 */
	static BigDecimal number(BigDecimal number) {
		BigDecimal stripped = number.stripTrailingZeros();
		long exponent = (long) stripped.precision() - stripped.scale() - 1;
		if (stripped.signum() != 0 && (stripped.precision() > 38 || exponent < -130 || exponent > 125)) {
			throw fault("", "A number of " + stripped.precision()
					+ " significant digits cannot be stored: DynamoDB keeps 38, between 1E-130 and 9.99E+125. Round"
					+ " it, or store it as a string");
		}
		return (stripped.scale() < 0) ? stripped.setScale(0) : stripped;
	}

	static byte[] bytes(ByteBuffer buffer) {
		ByteBuffer source = buffer.duplicate();
		byte[] bytes = new byte[source.remaining()];
		source.get(bytes);
		return bytes;
	}

	static AttributeType typeOf(@Nullable Object value) {
		if (value == null) {
			return AttributeType.NULL;
		}
		if (value instanceof Set<?> set) {
			return switch (typeOf(set.iterator().next())) {
				case N -> AttributeType.NS;
				case B -> AttributeType.BS;
				default -> AttributeType.SS;
			};
		}
		if (value instanceof List) {
			return AttributeType.L;
		}
		if (value instanceof Map) {
			return AttributeType.M;
		}
		if (value instanceof BigDecimal) {
			return AttributeType.N;
		}
		if (value instanceof ByteBuffer) {
			return AttributeType.B;
		}
		return (value instanceof Boolean) ? AttributeType.BOOL : AttributeType.S;
	}

	static Map<String, AttributeValue> encode(Document document) {
		Map<String, AttributeValue> item = new LinkedHashMap<>();
		document.forEach((name, value) -> item.put(name, encode(value)));
		return item;
	}

	/**
	 * The attribute of a value a document holds.
	 */
	static AttributeValue encode(@Nullable Object value) {
		if (value instanceof String text) {
			return AttributeValue.fromS(text);
		}
		if (value instanceof BigDecimal number) {
			return AttributeValue.fromN(number.toString());
		}
		if (value instanceof Boolean bool) {
			return AttributeValue.fromBool(bool);
		}
		if (value instanceof Document document) {
			return AttributeValue.fromM(encode(document));
		}
		if (value instanceof List<?> list) {
			return AttributeValue.fromL(list.stream().map(DocumentValues::encode).toList());
		}
		if (value instanceof ByteBuffer buffer) {
			return AttributeValue.fromB(binary(buffer));
		}
		if (value instanceof Set<?> set) {
			return switch (typeOf(set)) {
				case NS -> AttributeValue.fromNs(set.stream().map(Object::toString).toList());
				case BS -> AttributeValue.fromBs(set.stream().map((member) -> binary((ByteBuffer) member)).toList());
				default -> AttributeValue.fromSs(set.stream().map(Object::toString).toList());
			};
		}
		return AttributeValue.fromNul(true);
	}

	private static SdkBytes binary(ByteBuffer buffer) {
		return SdkBytes.fromByteArrayUnsafe(bytes(buffer));
	}

	static Document decode(Map<String, AttributeValue> item, boolean partial) {
		Map<String, @Nullable Object> values = new LinkedHashMap<>(item.size() * 2);
		item.forEach((name, attribute) -> values.put(name, decode(attribute)));
		return new Document(values, partial);
	}

	static @Nullable Object decode(AttributeValue attribute) {
		return switch (attribute.type()) {
			case S -> attribute.s();
			case N -> number(new BigDecimal(attribute.n()));
			case BOOL -> attribute.bool();
			case B -> decode(attribute.b());
			case M -> decode(attribute.m(), false);
			case L -> {
				List<@Nullable Object> list = new ArrayList<>(attribute.l().size());
				attribute.l().forEach((element) -> list.add(decode(element)));
				yield Collections.unmodifiableList(list);
			}
			case SS -> Collections.unmodifiableSet(new LinkedHashSet<Object>(attribute.ss()));
			case NS -> {
				Set<Object> set = new LinkedHashSet<>();
				attribute.ns().forEach((member) -> set.add(number(new BigDecimal(member))));
				yield Collections.unmodifiableSet(set);
			}
			case BS -> {
				Set<Object> set = new LinkedHashSet<>();
				attribute.bs().forEach((member) -> set.add(decode(member)));
				yield Collections.unmodifiableSet(set);
			}
			case NUL -> null;
			case UNKNOWN_TO_SDK_VERSION -> throw fault("", "An attribute has a type this version does not know");
		};
	}

	private static ByteBuffer decode(SdkBytes bytes) {
		return ByteBuffer.wrap(bytes.asByteArray()).asReadOnlyBuffer();
	}

	/**
	 * Copies with collections that can be changed.
	 */
	static Map<String, @Nullable Object> mutable(Document document) {
		Map<String, @Nullable Object> map = new LinkedHashMap<>();
		document.forEach((name, value) -> map.put(name, mutable(value)));
		return map;
	}

	private static @Nullable Object mutable(@Nullable Object value) {
		if (value instanceof Document document) {
			return mutable(document);
		}
		if (value instanceof List<?> list) {
			List<@Nullable Object> copy = new ArrayList<>(list.size());
			list.forEach((element) -> copy.add(mutable(element)));
			return copy;
		}
		return (value instanceof Set<?> set) ? new LinkedHashSet<>(set) : value;
	}

	static DynamoConversionException fault(String path, String message) {
		return new DynamoConversionException(message, Document.class, path, path, null);
	}

	/**
	 * Names where a fault lies.
	 */
	private static DynamoConversionException at(String step, DynamoConversionException fault) {
		String inner = fault.getAttribute();
		String path = (inner.isEmpty() || inner.startsWith("[")) ? step + inner : step + "." + inner;
		String message = String.valueOf(fault.getMessage());
		if (message.startsWith("Attribute '")) {
			message = message.substring(message.indexOf(": ") + 2);
		}
		return new DynamoConversionException("Attribute '" + path + "': " + message, Document.class, path, path,
				fault.getCause());
	}

}
