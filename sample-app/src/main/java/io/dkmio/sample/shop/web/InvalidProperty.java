package io.dkmio.sample.shop.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * A property of a request that is not as it must be.
 *
 * @param property the path of the property, or the name of a parameter or header
 * @param message what is wrong with it; never its value
 */
record InvalidProperty(String property, String message) {

	static InvalidProperty of(String property, String message) {
		return new InvalidProperty(property, message);
	}

	static InvalidProperty[] allOf(MethodArgumentNotValidException ex) {
		return sorted(ex.getAllErrors().stream().map(InvalidProperty::of));
	}

	static InvalidProperty[] allOf(HandlerMethodValidationException ex) {
		return sorted(ex.getParameterValidationResults().stream().flatMap(InvalidProperty::allOf));
	}

	private static Stream<InvalidProperty> allOf(ParameterValidationResult result) {
		if (result instanceof ParameterErrors errors) {
			return errors.getAllErrors().stream().map(InvalidProperty::of);
		}
		String name = Objects.requireNonNullElse(result.getMethodParameter().getParameterName(), "parameter");
		return result.getResolvableErrors().stream().map((error) -> of(name, text(error)));
	}

	private static InvalidProperty of(ObjectError error) {
		return of((error instanceof FieldError field) ? field.getField() : "body", text(error));
	}

	private static String text(MessageSourceResolvable error) {
		return Objects.requireNonNullElse(error.getDefaultMessage(), "is not valid");
	}

	private static InvalidProperty[] sorted(Stream<InvalidProperty> properties) {
		return properties
			.sorted(Comparator.comparing(InvalidProperty::property).thenComparing(InvalidProperty::message))
			.toArray(InvalidProperty[]::new);
	}

	/**
	 * A parameter that is not of its type.
	 */
	static InvalidProperty of(TypeMismatchException ex) {
		String name = (ex instanceof MethodArgumentTypeMismatchException mismatch) ? mismatch.getName()
				: ex.getPropertyName();
		return of(Objects.requireNonNullElse(name, "parameter"), "must be " + describe(ex.getRequiredType()));
	}

	/**
	 * A body that cannot be read.
	 */
	static InvalidProperty of(HttpMessageNotReadableException ex) {
		if (ex.getCause() instanceof UnrecognizedPropertyException unknown) {
			return of(path(unknown), "is no property here");
		}
		if (ex.getCause() instanceof MismatchedInputException mismatch) {
			return of(path(mismatch), "must be " + describe(mismatch.getTargetType()));
		}
		return of("body", (ex.getCause() != null) ? "is no JSON" : "must be given");
	}

	private static String path(JacksonException ex) {
		StringBuilder path = new StringBuilder();
		for (JacksonException.Reference step : ex.getPath()) {
			if (step.getPropertyName() == null) {
				path.append('[').append(step.getIndex()).append(']');
			}
			else {
				path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
			}
		}
		return path.isEmpty() ? "body" : path.toString();
	}

	private static String describe(@Nullable Class<?> type) {
		if (type == null) {
			return "something else";
		}
		if (type.isEnum()) {
			return "one of "
					+ Stream.of(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
		}
		if (List.class.isAssignableFrom(type)) {
			return "a list";
		}
		if (type == String.class) {
			return "a text";
		}
		if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
			return "a number of type " + type.getSimpleName().toLowerCase(Locale.ROOT);
		}
		return type.isRecord() ? "an object" : "a valid " + type.getSimpleName();
	}

	@Override
	public String toString() {
		return "'" + this.property + "' " + this.message;
	}

}
