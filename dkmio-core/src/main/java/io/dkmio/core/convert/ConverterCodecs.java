package io.dkmio.core.convert;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.data.core.TypeInformation;
import org.springframework.data.mapping.MappingException;

/**
 * Makes codecs from the application's converters. A converter is looked up once, and then
 * called without a conversion service in between.
 */
final class ConverterCodecs {

	/** What a type may be read from if nothing says what it is written as. */
	private static final List<Class<?>> SOURCES = List.of(AttributeValue.class, String.class, BigDecimal.class,
			Long.class, Integer.class, Double.class, Number.class, Boolean.class, byte[].class, SdkBytes.class,
			Map.class);

	private final DynamoCustomConversions conversions;

	private final Service service = new Service();

	ConverterCodecs(DynamoCustomConversions conversions) {
		this.conversions = conversions;
		conversions.registerConvertersIn(this.service);
	}

	/**
	 * The codec of a converted type.
	 * @return the codec, or {@code null} if no converter is registered for it
	 */
	@Nullable ValueCodec<?> find(Class<?> type, Codecs codecs) {
		Class<?> written = this.conversions.getCustomWriteTarget(type).orElse(null);
		Class<?> stored = (written != null) ? written : readSource(type);
		if (stored == null) {
			return null;
		}
		return ConvertedCodec.of(type.getSimpleName(), conversion(type, stored, "@WritingConverter"),
				conversion(stored, type, "@ReadingConverter"), target(stored, codecs));
	}

	private @Nullable Class<?> readSource(Class<?> type) {
		return SOURCES.stream()
			.filter((source) -> this.conversions.hasCustomReadTarget(source, type))
			.findFirst()
			.orElse(null);
	}

	private static ValueCodec<?> target(Class<?> stored, Codecs codecs) {
		return (Map.class.isAssignableFrom(stored) || stored == Object.class) ? codecs.dynamic()
				: codecs.of(TypeInformation.of(stored));
	}

	private Function<Object, @Nullable Object> conversion(Class<?> from, Class<?> to, String annotation) {
		TypeDescriptor source = TypeDescriptor.valueOf(from);
		TypeDescriptor target = TypeDescriptor.valueOf(to);
		GenericConverter converter = this.service.find(source, target);
		if (converter == null) {
			String problem = "no converter from " + from.getSimpleName() + " to " + to.getSimpleName()
					+ " is registered, but one for the other way is; register a " + annotation + " too";
			return (value) -> {
				throw ConversionFault.of(problem);
			};
		}
		return (value) -> converter.convert(value, source, target);
	}

	/**
	 * Finds converters, where a conversion service calls them alone.
	 */
	private static final class Service extends GenericConversionService {

		@Nullable GenericConverter find(TypeDescriptor source, TypeDescriptor target) {
			return getConverter(source, target);
		}

	}

}
