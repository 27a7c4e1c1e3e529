package io.dkmio.core.convert;

import io.dkmio.AttributeType;
import io.dkmio.DynamoConversionException;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one value, on its way up to where the entity is known. It has no
 * stack trace: it is always turned into a {@link DynamoConversionException}.
 */
final class ConversionFault extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String problem;

	private String propertyPath = "";

	private String attributePath = "";

	private ConversionFault(String problem, @Nullable Throwable cause) {
		super(problem, cause, false, false);
		this.problem = problem;
	}

	static ConversionFault of(String problem) {
		return new ConversionFault(problem, null);
	}

	static ConversionFault mismatch(String expected, AttributeType found) {
		return of("expected " + expected + ", found " + found);
	}

	static ConversionFault missing(String type) {
		return of("there is no such attribute, and " + type
				+ " cannot be null; declare the property so that it can be, or store a value");
	}

	static ConversionFault tooDeep() {
		return of("values are nested more than " + AttributeSink.MAX_DEPTH
				+ " levels deep, which DynamoDB refuses; store a part of them in an item of its own");
	}

	/**
	 * Keeps what is thrown by code of the application, and passes faults on.
	 */
	static ConversionFault from(RuntimeException ex, String origin) {
		return (ex instanceof ConversionFault fault) ? fault
				: new ConversionFault(origin + " threw " + ex.getClass().getName(), ex);
	}

	ConversionFault at(String property, String attribute) {
		this.propertyPath = join(property, this.propertyPath);
		this.attributePath = join(attribute, this.attributePath);
		return this;
	}

	ConversionFault atElement(int index) {
		String position = "[" + index + "]";
		return at(position, position);
	}

	/** A value of a map: its key may be as confidential as the value. */
	ConversionFault atEntry() {
		return at("[key]", "[key]");
	}

	DynamoConversionException reading(Class<?> entityType) {
		return toException("Cannot read ", " from attribute '", entityType);
	}

	DynamoConversionException writing(Class<?> entityType) {
		return toException("Cannot write ", " to attribute '", entityType);
	}

	private DynamoConversionException toException(String verb, String preposition, Class<?> entityType) {
		String where = verb + join(entityType.getSimpleName(), this.propertyPath)
				+ (this.attributePath.isEmpty() ? "" : preposition + this.attributePath + "'");
		return new DynamoConversionException(where + ": " + this.problem, entityType, this.propertyPath,
				this.attributePath, getCause());
	}

	private static String join(String first, String rest) {
		return (rest.isEmpty() || rest.startsWith("[")) ? first + rest : first + "." + rest;
	}

}
