package io.dkmio.repository.query;

import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;

import io.dkmio.UnservableQueryException;
import io.dkmio.core.expression.AttributeCriteria;
import io.dkmio.core.mapping.DynamoPersistentProperty;

import org.springframework.core.ResolvableType;
import org.springframework.data.core.TypeInformation;
import org.springframework.data.repository.query.Parameter;
import org.springframework.data.repository.query.parser.Part;
import org.springframework.util.ClassUtils;

/**
 * What can be asked of one property, and with which parameters.
 */
final class PartRules {

	/** Types whose text does not sort as their values do. */
	private static final Set<Class<?>> UNORDERED = Set.of(OffsetDateTime.class, ZonedDateTime.class, OffsetTime.class);

	private static final Map<Part.Type, String[]> UNSUPPORTED = Map.of( //
			Part.Type.LIKE, patterns("Like"), Part.Type.NOT_LIKE, patterns("NotLike"), //
			Part.Type.REGEX, patterns("Matches"), //
			Part.Type.ENDING_WITH,
			new String[] { "DynamoDB cannot look for endings (EndingWith)",
					"Store the text backwards and use StartingWith, or use Containing as a filter" },
			Part.Type.NEAR, places("Near"), Part.Type.WITHIN, places("Within"));

	private final DynamoQueryMethod method;

	private final String path;

	private final DynamoPersistentProperty property;

	private final Class<?> type;

	PartRules(DynamoQueryMethod method, String path, DynamoPersistentProperty property) {
		this.method = method;
		this.path = path;
		this.property = property;
		this.type = ClassUtils.resolvePrimitiveIfNecessary(PropertySteps.valueType(property));
	}

	private static String[] patterns(String keyword) {
		return new String[] { "DynamoDB has no patterns (" + keyword + ")",
				"Use StartingWith, which keys can serve, or Containing as a filter" };
	}

	private static String[] places(String keyword) {
		return new String[] { "DynamoDB knows no places (" + keyword + ")",
				"Store a geohash as part of a key and use StartingWith or Between" };
	}

	UnservableQueryException unsupported(Part part) {
		String[] texts = UNSUPPORTED.getOrDefault(part.getType(),
				new String[] { "DynamoDB has nothing for " + part.getType(), "Use @Query" });
		return this.method.refused(texts[0] + ", asked of '" + this.path + "'", texts[1]);
	}

	void checkCase(Part part) {
		if (part.shouldIgnoreCase() == Part.IgnoreCaseType.ALWAYS
				|| (part.shouldIgnoreCase() == Part.IgnoreCaseType.WHEN_POSSIBLE && isText())) {
			throw this.method.refused("keys and filters compare exactly, and '" + this.path + "' is asked IgnoreCase",
					"Store a lower-case copy of '" + this.path + "' and ask for that");
		}
	}

	private boolean isText() {
		return CharSequence.class.isAssignableFrom(this.type);
	}

	void checkBoolean(Part part) {
		if (this.type != Boolean.class) {
			throw refused(part, "is no boolean", "Compare '" + this.path + "' with a value");
		}
	}

	void checkOrdered(Part part) {
		if (this.type.isEnum()) {
			throw refused(part, "is an enum, stored by name, and names do not sort as its constants",
					"Ask for the constants by In");
		}
		if (UNORDERED.contains(this.type)) {
			throw refused(part, "is a " + this.type.getSimpleName() + ", whose text does not sort as its values",
					"Store an Instant");
		}
		if (this.type == Boolean.class || isSeveral() || this.property.isEntity()) {
			throw refused(part, "has no order", "Only strings, numbers, times and binary data have one");
		}
	}

	void checkPrefix(Part part) {
		if (!isText() && this.type != byte[].class) {
			throw refused(part, "is no text", "Use Between, LessThan or GreaterThanEqual for a range");
		}
	}

	private boolean isSeveral() {
		return this.type != byte[].class && (this.property.isCollectionLike() || this.property.isMap());
	}

	AttributeCriteria sized(AttributeCriteria attribute) {
		if (!isText() && this.type != byte[].class && !isSeveral()) {
			throw this.method.refused("'" + this.path + "' has no size, and is never empty", "Use IsNull or IsNotNull");
		}
		return attribute;
	}

	void checkValue(Parameter parameter) {
		check(parameter, parameter.getType(), this.type);
	}

	void checkElement(Part part, Parameter parameter) {
		if (this.property.isMap()) {
			throw refused(part, "is a map, and maps contain nothing", "Ask for one of its entries with @Query");
		}
		if (this.type == byte[].class || isText()) {
			checkValue(parameter);
			return;
		}
		TypeInformation<?> element = this.property.getTypeInformation().getActualType();
		if (!isSeveral() || element == null) {
			throw refused(part, "is neither text nor a collection", "Compare '" + this.path + "' with a value");
		}
		check(parameter, parameter.getType(), ClassUtils.resolvePrimitiveIfNecessary(element.getType()));
	}

	void checkCandidates(Part part, Parameter parameter) {
		ResolvableType declared = this.method.typeOf(parameter);
		boolean several = declared.isArray() || Iterable.class.isAssignableFrom(parameter.getType());
		if (!several) {
			throw refused(part, "is compared with one " + parameter.getType().getSimpleName(),
					"Make parameter " + (parameter.getIndex() + 1) + " a collection or an array");
		}
		check(parameter, DynamoQueryMethod.elementOf(declared), this.type);
	}

	/**
	 * A value of another type would be written as what it is, and never be equal.
	 */
	private void check(Parameter parameter, Class<?> given, Class<?> expected) {
		Class<?> boxed = ClassUtils.resolvePrimitiveIfNecessary(given);
		boolean numbers = Number.class.isAssignableFrom(boxed) && Number.class.isAssignableFrom(expected)
				&& !isComposed();
		if (!numbers && !expected.isAssignableFrom(boxed) && !boxed.isAssignableFrom(expected)) {
			throw this.method
				.refused(
						"parameter " + (parameter.getIndex() + 1) + " is a " + given.getSimpleName() + ", and '"
								+ this.path + "' a " + expected.getSimpleName(),
						"Make the parameter a " + expected.getSimpleName());
		}
	}

	/** Whether the property is part of a key, in which it is written as its own type. */
	private boolean isComposed() {
		return this.method.entity()
			.getComposedKeys()
			.stream()
			.anyMatch((key) -> key.properties().contains(this.property));
	}

	private UnservableQueryException refused(Part part, String reason, String advice) {
		String keyword = part.getType().getKeywords().stream().findFirst().orElse("");
		return this.method.refused("'" + this.path + "' " + reason + " (" + keyword + ")", advice);
	}

}
