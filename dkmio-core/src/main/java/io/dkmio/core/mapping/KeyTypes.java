package io.dkmio.core.mapping;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Year;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;

import io.dkmio.AttributeType;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;

import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.data.convert.CustomConversions;
import org.springframework.data.convert.ValueConverter;
import org.springframework.data.core.TypeInformation;
import org.springframework.util.ClassUtils;

/**
 * What a property is in a key: its encoding in a template, and the type it is stored as.
 * Types the application converts count as what they are converted to.
 */
final class KeyTypes {

	private final @Nullable CustomConversions conversions;

	private final DefaultConversionService conversionService = new DefaultConversionService();

	KeyTypes(@Nullable CustomConversions conversions) {
		this.conversions = conversions;
		if (conversions != null) {
			conversions.registerConvertersIn(this.conversionService);
		}
	}

	@Nullable CustomConversions conversions() {
		return this.conversions;
	}

	/**
	 * The encoding of a property in a key template.
	 * @throws IllegalArgumentException if its type cannot be part of a key
	 */
	KeyEncoding<?> encoding(DynamoPersistentProperty property) {
		Class<?> type = ClassUtils.resolvePrimitiveIfNecessary(property.getType());
		Class<?> target = writeTarget(type);
		if (target == type) {
			return KeyEncodings.forType(property.getName(), type, property.getScale());
		}
		if (!this.conversionService.canConvert(target, type)) {
			throw new IllegalArgumentException(describe(property) + " is converted to " + target.getSimpleName()
					+ ", but nothing converts it back; register a reading converter as well");
		}
		return converted(property, KeyEncodings.forType(property.getName(), target, property.getScale()), type, target);
	}

	@SuppressWarnings("unchecked")
	private <T, S> KeyEncoding<T> converted(DynamoPersistentProperty property, KeyEncoding<?> stored, Class<T> type,
			Class<S> target) {
		String description = describe(property);
		return KeyEncoding.converted(type, (KeyEncoding<S>) stored,
				(value) -> convert(value, target, description, " to " + target.getSimpleName()),
				(value) -> convert(value, type, description, " from " + target.getSimpleName()));
	}

	/**
	 * Converts a value. Spring's own exception would show the value; its cause is the
	 * converter's.
	 */
	private <R> R convert(Object value, Class<R> target, String description, String direction) {
		R converted;
		try {
			converted = this.conversionService.convert(value, target);
		}
		catch (ConversionException ex) {
			throw new IllegalArgumentException(description + " cannot be converted" + direction, ex.getCause());
		}
		if (converted == null) {
			throw new IllegalArgumentException(description + " is converted to null; a key needs a value");
		}
		return converted;
	}

	private static String describe(DynamoPersistentProperty property) {
		return "Property '" + property.getName() + "' of type " + property.getType().getSimpleName();
	}

	/**
	 * The type a property is stored as, as far as a key can have it.
	 * @return {@code S}, {@code N} or {@code B}, or {@code null} for anything else
	 */
	@Nullable AttributeType storedType(DynamoPersistentProperty property) {
		if (property.isAnnotationPresent(ValueConverter.class)) {
			return null;
		}
		if (property.isTimeToLive()) {
			return AttributeType.N;
		}
		return storedType(writeTarget(ClassUtils.resolvePrimitiveIfNecessary(valueType(property))));
	}

	private static Class<?> valueType(DynamoPersistentProperty property) {
		return valueTypeInformation(property).getType();
	}

	private static TypeInformation<?> valueTypeInformation(DynamoPersistentProperty property) {
		TypeInformation<?> type = property.getTypeInformation();
		return (type.getType() == Optional.class) ? type.getRequiredActualType() : type;
	}

	/**
	 * The type a property is stored as, in a key or not, as far as its declaration tells.
	 */
	@Nullable AttributeType scalarType(DynamoPersistentProperty property) {
		if (hasConverter(property)) {
			return null;
		}
		return property.isTimeToLive() ? AttributeType.N : scalarType(valueType(property));
	}

	/**
	 * The type values of a class are stored as, as far as the class tells.
	 */
	@Nullable AttributeType scalarType(Class<?> type) {
		Class<?> target = writeTarget(ClassUtils.resolvePrimitiveIfNecessary(type));
		return (target == Boolean.class) ? AttributeType.BOOL : storedType(target);
	}

	/**
	 * The type the elements of a property are stored as, as far as its declaration tells.
	 */
	@Nullable AttributeType elementType(DynamoPersistentProperty property) {
		return hasConverter(property) ? null : elementType(valueTypeInformation(property));
	}

	/**
	 * The type the elements of an array or a collection are stored as, as far as its
	 * declaration tells.
	 */
	@Nullable AttributeType elementType(TypeInformation<?> type) {
		Class<?> several = type.getType();
		boolean hasElements = (several.isArray() && several != byte[].class) || several == Iterable.class
				|| Collection.class.isAssignableFrom(several);
		TypeInformation<?> element = (hasElements && writeTarget(several) == several) ? type.getComponentType() : null;
		return (element != null) ? scalarType(element.getType()) : null;
	}

	private boolean hasConverter(DynamoPersistentProperty property) {
		return property.isAnnotationPresent(ValueConverter.class)
				|| (this.conversions != null && this.conversions.hasValueConverter(property));
	}

	private @Nullable AttributeType storedType(Class<?> type) {
		if (Number.class.isAssignableFrom(type) || type == Duration.class || type == Year.class) {
			return AttributeType.N;
		}
		if (type == byte[].class || ByteBuffer.class.isAssignableFrom(type) || SdkBytes.class.isAssignableFrom(type)) {
			return AttributeType.B;
		}
		if (CharSequence.class.isAssignableFrom(type) || type == Character.class || type.isEnum() || type == UUID.class
				|| type == URI.class || type == Currency.class || TemporalAccessor.class.isAssignableFrom(type)) {
			return AttributeType.S;
		}
		return null;
	}

	/**
	 * Whether a property, or what it consists of, is a decimal number whose scale can be
	 * declared.
	 */
	boolean hasScale(DynamoPersistentProperty property) {
		return property.isAnnotationPresent(ValueConverter.class)
				|| writeTarget(property.getActualType()) == BigDecimal.class;
	}

	private Class<?> writeTarget(Class<?> type) {
		return (this.conversions != null)
				? this.conversions.getCustomWriteTarget(type).<Class<?>>map((target) -> target).orElse(type) : type;
	}

}
