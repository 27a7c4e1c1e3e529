package io.dkmio.core.mapping;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The durations {@code @TimeToLive(after = …)} accepts.
 */
final class TimeToLiveDuration {

	private static final Pattern SIMPLE = Pattern.compile("(\\d+)([smhd])");

	private static final Map<String, ChronoUnit> UNITS = Map.of("s", ChronoUnit.SECONDS, "m", ChronoUnit.MINUTES, "h",
			ChronoUnit.HOURS, "d", ChronoUnit.DAYS);

	private TimeToLiveDuration() {
	}

	/**
	 * Reads a duration of at least a second.
	 * @return the duration, {@code null} for an empty text
	 * @throws IllegalArgumentException if the text is none
	 */
	static @Nullable Duration parse(String text) {
		if (text.isBlank()) {
			return null;
		}
		Duration duration = positive(text.trim());
		if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
			throw new IllegalArgumentException("'" + text + "' is less than a second");
		}
		return duration;
	}

	private static Duration positive(String text) {
		try {
			Matcher simple = SIMPLE.matcher(text);
			return simple.matches() ? Duration.of(Long.parseLong(simple.group(1)), UNITS.get(simple.group(2)))
					: Duration.parse(text);
		}
		catch (ArithmeticException | DateTimeException | NumberFormatException ex) {
			throw new IllegalArgumentException("'" + text + "' is no duration", ex);
		}
	}

}
