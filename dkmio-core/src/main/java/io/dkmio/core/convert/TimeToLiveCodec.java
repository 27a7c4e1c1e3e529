package io.dkmio.core.convert;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;

import org.jspecify.annotations.Nullable;

/**
 * The time an item expires, in whole seconds since the epoch, as DynamoDB wants it.
 */
final class TimeToLiveCodec {

	/** In seconds the year 5138; whoever stores more means milliseconds. */
	private static final long FIRST_MILLISECONDS = 100_000_000_000L;

	private static final Map<Class<?>, ValueCodec<?>> CODECS = codecs();

	private TimeToLiveCodec() {
	}

	/**
	 * The codec of a type of property.
	 * @return the codec, or {@code null} if the type does not say a time
	 */
	static @Nullable ValueCodec<?> find(Class<?> type) {
		return CODECS.get(type);
	}

	@SuppressWarnings("JavaUtilDate") // supported because applications still have it
	private static Map<Class<?>, ValueCodec<?>> codecs() {
		return Map.of(Instant.class, codec(Instant.class, Instant::getEpochSecond, Instant::ofEpochSecond), Date.class,
				codec(Date.class, (value) -> Math.floorDiv(value.getTime(), 1000L),
						(second) -> new Date(second * 1000)),
				Long.class, codec(Long.class, (value) -> value, (second) -> second), long.class,
				codec(long.class, (value) -> value, (second) -> second));
	}

	private static <T> ValueCodec<T> codec(Class<T> type, Function<T, Long> toSecond, LongFunction<T> fromSecond) {
		return new NumberCodec<>(type.getSimpleName(), (value) -> Long.toString(checked(toSecond.apply(value))),
				(text) -> fromSecond.apply(checked(Numbers.parseLong(text))), true, type.isPrimitive());
	}

	private static long checked(long second) {
		if (second >= FIRST_MILLISECONDS) {
			throw ConversionFault.of("a time to live in milliseconds, as it has " + Long.toString(second).length()
					+ " digits; DynamoDB takes seconds since the epoch and would never let the item expire");
		}
		return second;
	}

}
