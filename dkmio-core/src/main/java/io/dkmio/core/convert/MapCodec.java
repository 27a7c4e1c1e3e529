package io.dkmio.core.convert;

import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;

import io.dkmio.AttributeType;
import org.jspecify.annotations.Nullable;

/**
 * Maps, with keys that have a text.
 */
final class MapCodec extends ValueCodec<Map<Object, @Nullable Object>> {

	private final Function<Object, String> formatKey;

	private final Function<String, Object> parseKey;

	private final ValueCodec<Object> content;

	private final IntFunction<Map<Object, @Nullable Object>> factory;

	MapCodec(ValueCodec<?> key, ValueCodec<Object> content, IntFunction<Map<Object, @Nullable Object>> factory) {
		super("M for Map", false);
		this.formatKey = formatKey(key);
		this.parseKey = parseKey(key);
		this.content = content;
		this.factory = factory;
	}

	/**
	 * Whether values of a type have a text, so that they can be keys.
	 */
	static boolean isKey(ValueCodec<?> codec) {
		return codec instanceof TextCodec || codec instanceof NumberCodec;
	}

	@SuppressWarnings("unchecked")
	private static Function<Object, String> formatKey(ValueCodec<?> codec) {
		return (codec instanceof TextCodec<?> text) ? ((TextCodec<Object>) text)::format
				: ((NumberCodec<Object>) codec)::format;
	}

	@SuppressWarnings("unchecked")
	private static Function<String, Object> parseKey(ValueCodec<?> codec) {
		return (codec instanceof TextCodec<?> text) ? ((TextCodec<Object>) text)::parse
				: ((NumberCodec<Object>) codec)::parse;
	}

	@Override
	void write(Map<Object, @Nullable Object> value, AttributeSink sink) {
		sink.beginMap(value.size());
		for (Map.Entry<Object, @Nullable Object> entry : value.entrySet()) {
			try {
				sink.name(checked(this.formatKey.apply(present(entry.getKey()))));
				Object content = entry.getValue();
				if (content != null) {
					this.content.write(content, sink);
				}
				else {
					sink.nullValue();
				}
			}
			catch (ConversionFault ex) {
				throw ex.atEntry();
			}
		}
		sink.endMap();
	}

	/**
	 * Refuses the one name DynamoDB does not take.
	 */
	static String checked(String name) {
		if (name.isEmpty()) {
			throw ConversionFault.of("a map with an empty key, which DynamoDB refuses; give it a name");
		}
		return name;
	}

	private static Object present(@Nullable Object key) {
		if (key == null) {
			throw ConversionFault.of("a map with a null key, which cannot be stored; remove it");
		}
		return key;
	}

	@Override
	@Nullable Map<Object, @Nullable Object> read(AttributeSource source) {
		if (source.type() != AttributeType.M) {
			return unexpected(source);
		}
		Map<Object, @Nullable Object> values = this.factory.apply(source.size());
		source.enterMap();
		try {
			while (source.nextEntry()) {
				values.put(this.parseKey.apply(source.name()), this.content.read(source));
			}
		}
		catch (ConversionFault ex) {
			throw ex.atEntry();
		}
		return values;
	}

}
