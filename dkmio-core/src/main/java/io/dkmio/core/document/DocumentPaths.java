package io.dkmio.core.document;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.dkmio.AttributeType;
import io.dkmio.DynamoConversionException;
import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.PathElement;
import org.jspecify.annotations.Nullable;

/**
 * Finds values inside documents.
 */
final class DocumentPaths {

	private static final BigDecimal MAX_SECOND = BigDecimal.valueOf(Instant.MAX.getEpochSecond());

	private DocumentPaths() {
	}

	static boolean has(Document document, AttributePath path) {
		List<PathElement> elements = path.elements();
		Object parent = (elements.size() == 1) ? document
				: find(document, AttributePath.of(elements.subList(0, elements.size() - 1)));
		PathElement last = elements.get(elements.size() - 1);
		if (last instanceof PathElement.Name name) {
			return parent instanceof Map<?, ?> map && map.containsKey(name.name());
		}
		return last instanceof PathElement.Index index && parent instanceof List<?> list && index.index() < list.size();
	}

	static @Nullable Object find(Document document, AttributePath path) {
		Object value = document;
		for (PathElement element : path.elements()) {
			if (element instanceof PathElement.Name name && value instanceof Map<?, ?> map) {
				value = map.get(name.name());
			}
			else if (element instanceof PathElement.Index index && value instanceof List<?> list
					&& index.index() < list.size()) {
				value = list.get(index.index());
			}
			else {
				return null;
			}
		}
		return value;
	}

	static <T> @Nullable T as(Document document, String path, Class<T> type) {
		Object value = document.at(path);
		if (value == null || type.isInstance(value)) {
			return type.cast(value);
		}
		throw otherType(path, value, name(type));
	}

	static @Nullable Long integer(Document document, String path) {
		BigDecimal value = as(document, path, BigDecimal.class);
		try {
			return (value != null) ? value.longValueExact() : null;
		}
		catch (ArithmeticException ex) {
			throw DocumentValues.fault(path, "Attribute '" + path
					+ "' is a number with a fraction, or too large for a long; read it with number(…)");
		}
	}

	static @Nullable Instant instant(Document document, String path) {
		Object value = document.at(path);
		if (value == null) {
			return null;
		}
		if (value instanceof BigDecimal seconds && seconds.abs().compareTo(MAX_SECOND) < 0) {
			BigDecimal[] parts = seconds.divideAndRemainder(BigDecimal.ONE);
			return Instant.ofEpochSecond(parts[0].longValueExact(), parts[1].movePointRight(9).longValue());
		}
		if (value instanceof String text) {
			try {
				return Instant.parse(text);
			}
			catch (DateTimeException ex) {
				throw DocumentValues.fault(path, "Attribute '" + path + "' is a string of " + text.length()
						+ " characters that is no moment such as 2026-01-31T10:00:00Z; read it with string(…)");
			}
		}
		throw otherType(path, value, "a moment");
	}

	private static DynamoConversionException otherType(String path, Object value, String expected) {
		AttributeType type = DocumentValues.typeOf(value);
		return DocumentValues.fault(path, "Attribute '" + path + "' is " + describe(type) + " (" + type + "), not "
				+ expected + "; read it with " + getter(type) + "(…)");
	}

	private static String name(Class<?> type) {
		if (type == BigDecimal.class) {
			return describe(AttributeType.N);
		}
		if (type == ByteBuffer.class) {
			return describe(AttributeType.B);
		}
		if (type == Set.class) {
			return describe(AttributeType.SS);
		}
		if (type == List.class) {
			return describe(AttributeType.L);
		}
		if (type == Document.class) {
			return describe(AttributeType.M);
		}
		return (type == Boolean.class) ? describe(AttributeType.BOOL) : describe(AttributeType.S);
	}

	static String describe(AttributeType type) {
		return switch (type) {
			case S -> "a string";
			case N -> "a number";
			case B -> "binary data";
			case BOOL -> "a boolean";
			case NULL -> "a null";
			case M -> "a map";
			case L -> "a list";
			case SS, NS, BS -> "a set";
		};
	}

	private static String getter(AttributeType type) {
		return switch (type) {
			case S, NULL -> "string";
			case N -> "number";
			case B -> "bytes";
			case BOOL -> "bool";
			case M -> "document";
			case L -> "list";
			case SS, NS, BS -> "set";
		};
	}

}
