package io.dkmio.core.mapping;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

/**
 * Times whose texts have a fixed width and sort as they do.
 */
final class TimeKeyEncodings {

	private static final int SECONDS_WIDTH = 19;

	private static final int DATE_WIDTH = 10;

	private static final int TIME_WIDTH = 18;

	private static final int DATE_TIME_WIDTH = DATE_WIDTH + 1 + TIME_WIDTH;

	private static final long FIRST_SECOND = LocalDate.of(0, 1, 1).toEpochSecond(LocalTime.MIN, ZoneOffset.UTC);

	private static final long LAST_SECOND = LocalDate.of(9999, 12, 31).toEpochSecond(LocalTime.MAX, ZoneOffset.UTC);

	private TimeKeyEncodings() {
	}

	static KeyEncoding<Instant> instant() {
		return KeyEncoding.selfDelimiting(Instant.class, "-:.",
				(value, out) -> writeUtc(value.getEpochSecond(), value.getNano(), out), (text) -> {
					LocalDateTime dateTime = readUtc(text);
					return (dateTime != null) ? dateTime.toInstant(ZoneOffset.UTC) : null;
				});
	}

	static KeyEncoding<OffsetDateTime> offsetDateTime() {
		return KeyEncoding.selfDelimiting(OffsetDateTime.class, "-:.",
				(value, out) -> writeUtc(value.toEpochSecond(), value.getNano(), out), (text) -> {
					LocalDateTime dateTime = readUtc(text);
					return (dateTime != null) ? dateTime.atOffset(ZoneOffset.UTC) : null;
				});
	}

	static KeyEncoding<LocalDateTime> localDateTime() {
		return KeyEncoding.selfDelimiting(LocalDateTime.class, "-:.", TimeKeyEncodings::writeDateTime,
				TimeKeyEncodings::readDateTime);
	}

	static KeyEncoding<LocalDate> localDate() {
		return KeyEncoding.selfDelimiting(LocalDate.class, "-", TimeKeyEncodings::writeDate,
				TimeKeyEncodings::readDate);
	}

	static KeyEncoding<LocalTime> localTime() {
		return KeyEncoding.selfDelimiting(LocalTime.class, ":.", TimeKeyEncodings::writeTime,
				TimeKeyEncodings::readTime);
	}

	static KeyEncoding<YearMonth> yearMonth() {
		return KeyEncoding.selfDelimiting(YearMonth.class, "-", (value, out) -> {
			writeYear(value.getYear(), out);
			out.append('-');
			Digits.append(out, value.getMonthValue(), 2);
		}, (text) -> {
			int year = number(text, 0, 4);
			int month = number(text, 5, 7);
			boolean valid = text.length() == 7 && text.charAt(4) == '-' && year >= 0 && month >= 1 && month <= 12;
			return valid ? YearMonth.of(year, month) : null;
		});
	}

	static KeyEncoding<Year> year() {
		return KeyEncoding.selfDelimiting(Year.class, "", (value, out) -> writeYear(value.getValue(), out), (text) -> {
			int year = number(text, 0, 4);
			return (text.length() == 4 && year >= 0) ? Year.of(year) : null;
		});
	}

	static KeyEncoding<Duration> duration() {
		return KeyEncoding.selfDelimiting(Duration.class, "-.", (value, out) -> {
			NumberKeyEncodings.writeLong(value.getSeconds(), SECONDS_WIDTH, out);
			out.append('.');
			Digits.append(out, value.getNano(), 9);
		}, (text) -> {
			int point = text.indexOf('.');
			Long seconds = (point > 0) ? NumberKeyEncodings.readLong(text.substring(0, point), SECONDS_WIDTH) : null;
			int nanos = number(text, point + 1, point + 10);
			boolean valid = text.length() == point + 10 && nanos >= 0;
			return (seconds != null && valid) ? Duration.ofSeconds(seconds, nanos) : null;
		});
	}

	private static void writeUtc(long second, int nano, StringBuilder out) {
		if (second < FIRST_SECOND || second > LAST_SECOND) {
			throw outsideYears();
		}
		writeDateTime(LocalDateTime.ofEpochSecond(second, nano, ZoneOffset.UTC), out);
		out.append('Z');
	}

	private static void writeDateTime(LocalDateTime value, StringBuilder out) {
		writeDate(value.toLocalDate(), out);
		out.append('T');
		writeTime(value.toLocalTime(), out);
	}

	private static void writeDate(LocalDate value, StringBuilder out) {
		writeYear(value.getYear(), out);
		out.append('-');
		Digits.append(out, value.getMonthValue(), 2);
		out.append('-');
		Digits.append(out, value.getDayOfMonth(), 2);
	}

	private static void writeTime(LocalTime value, StringBuilder out) {
		Digits.append(out, value.getHour(), 2);
		out.append(':');
		Digits.append(out, value.getMinute(), 2);
		out.append(':');
		Digits.append(out, value.getSecond(), 2);
		out.append('.');
		Digits.append(out, value.getNano(), 9);
	}

	private static void writeYear(int year, StringBuilder out) {
		if (year < 0 || year > 9999) {
			throw outsideYears();
		}
		Digits.append(out, year, 4);
	}

	private static KeyEncoding.Refusal outsideYears() {
		return new KeyEncoding.Refusal("lies outside the years 0000 to 9999, where the order of keys ends");
	}

	private static @Nullable LocalDateTime readUtc(String text) {
		boolean valid = text.length() == DATE_TIME_WIDTH + 1 && text.endsWith("Z");
		return valid ? readDateTime(text.substring(0, DATE_TIME_WIDTH)) : null;
	}

	private static @Nullable LocalDateTime readDateTime(String text) {
		if (text.length() != DATE_TIME_WIDTH || text.charAt(DATE_WIDTH) != 'T') {
			return null;
		}
		LocalDate date = readDate(text.substring(0, DATE_WIDTH));
		LocalTime time = readTime(text.substring(DATE_WIDTH + 1));
		return (date != null && time != null) ? LocalDateTime.of(date, time) : null;
	}

	private static @Nullable LocalDate readDate(String text) {
		int year = number(text, 0, 4);
		int month = number(text, 5, 7);
		int day = number(text, 8, 10);
		boolean valid = text.length() == DATE_WIDTH && text.charAt(4) == '-' && text.charAt(7) == '-' && year >= 0
				&& month >= 1 && month <= 12 && day >= 1 && day <= YearMonth.of(year, month).lengthOfMonth();
		return valid ? LocalDate.of(year, month, day) : null;
	}

	private static @Nullable LocalTime readTime(String text) {
		int hour = number(text, 0, 2);
		int minute = number(text, 3, 5);
		int second = number(text, 6, 8);
		int nano = number(text, 9, TIME_WIDTH);
		boolean valid = text.length() == TIME_WIDTH && text.charAt(2) == ':' && text.charAt(5) == ':'
				&& text.charAt(8) == '.' && isWithin(hour, 23) && isWithin(minute, 59) && isWithin(second, 59)
				&& nano >= 0;
		return valid ? LocalTime.of(hour, minute, second, nano) : null;
	}

	private static boolean isWithin(int number, int maximum) {
		return number >= 0 && number <= maximum;
	}

	private static int number(String text, int from, int to) {
		return (int) Digits.read(text, from, to);
	}

}
