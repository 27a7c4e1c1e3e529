package io.dkmio.core.convert;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/**
 * Times as text of fixed width, so that the order of the texts is that of the times.
 * Written by hand: formatters would be the most expensive part of many items.
 */
final class Times {

	private static final long SECONDS_PER_DAY = 86_400;

	/** 0000-01-01T00:00:00Z. */
	private static final long MIN_SECOND = -62_167_219_200L;

	/** 9999-12-31T23:59:59Z. */
	private static final long MAX_SECOND = 253_402_300_799L;

	/** From 0000-03-01, where the algorithm's years begin, to 1970-01-01. */
	private static final long DAYS_TO_EPOCH = 719_468;

	private static final long DAYS_PER_ERA = 146_097;

	private static final int INSTANT_LENGTH = 30;

	private static final int DATE_TIME_LENGTH = 29;

	private static final int TIME_LENGTH = 18;

	private Times() {
	}

	static String format(Instant value) {
		long second = value.getEpochSecond();
		if (second < MIN_SECOND || second > MAX_SECOND) {
			throw yearOutOfRange();
		}
		byte[] text = new byte[INSTANT_LENGTH];
		putDate(text, Math.floorDiv(second, SECONDS_PER_DAY));
		text[10] = 'T';
		putTime(text, 11, (int) Math.floorMod(second, SECONDS_PER_DAY), value.getNano());
		text[29] = 'Z';
		return new String(text, StandardCharsets.ISO_8859_1);
	}

	static String format(LocalDateTime value) {
		if (value.getYear() < 0 || value.getYear() > 9999) {
			throw yearOutOfRange();
		}
		byte[] text = new byte[DATE_TIME_LENGTH];
		putDate(text, value.getYear(), value.getMonthValue(), value.getDayOfMonth());
		text[10] = 'T';
		putTime(text, 11, value.toLocalTime().toNanoOfDay());
		return new String(text, StandardCharsets.ISO_8859_1);
	}

	static String format(LocalTime value) {
		byte[] text = new byte[TIME_LENGTH];
		putTime(text, 0, value.toNanoOfDay());
		return new String(text, StandardCharsets.ISO_8859_1);
	}

	static String format(Duration value) {
		if (value.getNano() == 0) {
			return Long.toString(value.toSeconds());
		}
		return BigDecimal.valueOf(value.getSeconds())
			.add(BigDecimal.valueOf(value.getNano(), 9))
			.stripTrailingZeros()
			.toPlainString();
	}

	static Duration parseDuration(String text) {
		BigDecimal nanos = Numbers.parseDecimal(text).movePointRight(9);
		if (nanos.stripTrailingZeros().scale() > 0) {
			throw ConversionFault.of("found N with more than nine decimal places where Duration is declared");
		}
		BigDecimal[] parts = nanos.divideAndRemainder(BigDecimal.valueOf(1_000_000_000L));
		if (parts[0].abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
			throw ConversionFault.of("found N outside the range of Duration");
		}
		return Duration.ofSeconds(parts[0].longValueExact(), parts[1].longValueExact());
	}

	static Instant parseInstant(String text) {
		if (text.length() == INSTANT_LENGTH && text.charAt(10) == 'T' && text.charAt(29) == 'Z') {
			long day = epochDay(text);
			int second = secondOfDay(text, 11);
			int nano = nano(text, 20);
			if (day != Long.MIN_VALUE && second >= 0 && nano >= 0) {
				return Instant.ofEpochSecond(day * SECONDS_PER_DAY + second, nano);
			}
		}
		return DateTimeFormatter.ISO_ZONED_DATE_TIME.parse(text, Instant::from);
	}

	static LocalDateTime parseDateTime(String text) {
		if (text.length() == DATE_TIME_LENGTH && text.charAt(10) == 'T') {
			long day = epochDay(text);
			int second = secondOfDay(text, 11);
			int nano = nano(text, 20);
			if (day != Long.MIN_VALUE && second >= 0 && nano >= 0) {
				return LocalDateTime.of(java.time.LocalDate.ofEpochDay(day),
						LocalTime.ofNanoOfDay(second * 1_000_000_000L + nano));
			}
		}
		return LocalDateTime.parse(text);
	}

	static LocalTime parseTime(String text) {
		if (text.length() == TIME_LENGTH) {
			int second = secondOfDay(text, 0);
			int nano = nano(text, 9);
			if (second >= 0 && nano >= 0) {
				return LocalTime.ofNanoOfDay(second * 1_000_000_000L + nano);
			}
		}
		return LocalTime.parse(text);
	}

	static ConversionFault yearOutOfRange() {
		return ConversionFault.of("a time outside the years 0000 to 9999, which would break the order of stored times; "
				+ "use null for 'never'");
	}

	private static void putDate(byte[] text, long epochDay) {
		long day = epochDay + DAYS_TO_EPOCH;
		long era = Math.floorDiv(day, DAYS_PER_ERA);
		int dayOfEra = (int) (day - era * DAYS_PER_ERA);
		int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
		int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
		int shifted = (5 * dayOfYear + 2) / 153;
		int dayOfMonth = dayOfYear - (153 * shifted + 2) / 5 + 1;
		int month = (shifted < 10) ? shifted + 3 : shifted - 9;
		int year = (int) (yearOfEra + era * 400) + ((month <= 2) ? 1 : 0);
		putDate(text, year, month, dayOfMonth);
	}

	private static void putDate(byte[] text, int year, int month, int dayOfMonth) {
		putTwo(text, 0, year / 100);
		putTwo(text, 2, year % 100);
		text[4] = '-';
		putTwo(text, 5, month);
		text[7] = '-';
		putTwo(text, 8, dayOfMonth);
	}

	private static void putTime(byte[] text, int at, long nanoOfDay) {
		putTime(text, at, (int) (nanoOfDay / 1_000_000_000L), (int) (nanoOfDay % 1_000_000_000L));
	}

	private static void putTime(byte[] text, int at, int secondOfDay, int nano) {
		putTwo(text, at, secondOfDay / 3600);
		text[at + 2] = ':';
		putTwo(text, at + 3, secondOfDay / 60 % 60);
		text[at + 5] = ':';
		putTwo(text, at + 6, secondOfDay % 60);
		text[at + 8] = '.';
		int rest = nano;
		for (int i = at + 17; i > at + 8; i--) {
			text[i] = (byte) ('0' + rest % 10);
			rest /= 10;
		}
	}

	private static void putTwo(byte[] text, int at, int value) {
		text[at] = (byte) ('0' + value / 10);
		text[at + 1] = (byte) ('0' + value % 10);
	}

	private static long epochDay(String text) {
		int century = two(text, 0);
		int yearOfCentury = two(text, 2);
		int month = two(text, 5);
		int dayOfMonth = two(text, 8);
		if ((century | yearOfCentury | month | dayOfMonth) < 0 || text.charAt(4) != '-' || text.charAt(7) != '-'
				|| month < 1 || month > 12 || dayOfMonth < 1
				|| dayOfMonth > lengthOfMonth(century * 100 + yearOfCentury, month)) {
			return Long.MIN_VALUE;
		}
		int year = century * 100 + yearOfCentury - ((month <= 2) ? 1 : 0);
		int era = Math.floorDiv(year, 400);
		int yearOfEra = year - era * 400;
		int dayOfYear = (153 * ((month > 2) ? month - 3 : month + 9) + 2) / 5 + dayOfMonth - 1;
		int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
		return era * DAYS_PER_ERA + dayOfEra - DAYS_TO_EPOCH;
	}

	private static int lengthOfMonth(int year, int month) {
		if (month == 2) {
			return ((year & 3) == 0 && (year % 100 != 0 || year % 400 == 0)) ? 29 : 28;
		}
		return (month == 4 || month == 6 || month == 9 || month == 11) ? 30 : 31;
	}

	private static int secondOfDay(String text, int at) {
		int hour = two(text, at);
		int minute = two(text, at + 3);
		int second = two(text, at + 6);
		boolean valid = (hour | minute | second) >= 0 && hour < 24 && minute < 60 && second < 60
				&& text.charAt(at + 2) == ':' && text.charAt(at + 5) == ':' && text.charAt(at + 8) == '.';
		return valid ? hour * 3600 + minute * 60 + second : -1;
	}

	private static int nano(String text, int at) {
		int value = 0;
		for (int i = at; i < at + 9; i++) {
			int digit = text.charAt(i) - '0';
			if (digit < 0 || digit > 9) {
				return -1;
			}
			value = value * 10 + digit;
		}
		return value;
	}

	private static int two(String text, int at) {
		int tens = text.charAt(at) - '0';
		int ones = text.charAt(at + 1) - '0';
		return (tens < 0 || tens > 9 || ones < 0 || ones > 9) ? -1 : tens * 10 + ones;
	}

}
