package io.dkmio.core.convert;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Numbers as DynamoDB stores them: up to 38 significant digits, from 1E-130 to
 * 9.99…E+125.
 */
final class Numbers {

	private static final int DIGITS = 38;

	private static final int MIN_EXPONENT = -130;

	private static final int MAX_EXPONENT = 125;

	private static final BigDecimal MIN_LONG = BigDecimal.valueOf(Long.MIN_VALUE);

	private static final BigDecimal MAX_LONG = BigDecimal.valueOf(Long.MAX_VALUE);

	private Numbers() {
	}

	static String format(BigDecimal value) {
		if (value.signum() == 0) {
			return (value.scale() >= 0 && value.scale() <= DIGITS) ? value.toString() : "0";
		}
		BigDecimal checked = value;
		if (checked.precision() > DIGITS) {
			checked = checked.stripTrailingZeros();
			if (checked.precision() > DIGITS) {
				throw ConversionFault.of("a number of " + checked.precision() + " significant digits; DynamoDB keeps "
						+ DIGITS + ": round it, or store it as a string");
			}
		}
		checkExponent((long) checked.precision() - checked.scale() - 1);
		return checked.toString();
	}

	static String format(BigInteger value) {
		return (value.bitLength() < 127) ? value.toString() : format(new BigDecimal(value));
	}

	static String format(double value) {
		if (Double.isNaN(value) || Double.isInfinite(value)) {
			throw notFinite(Double.isNaN(value));
		}
		double magnitude = Math.abs(value);
		if (magnitude == 0) {
			return "0";
		}
		if (magnitude < 1E-130) {
			checkExponent(MIN_EXPONENT - 1);
		}
		if (magnitude >= 1E126) {
			checkExponent(MAX_EXPONENT + 1);
		}
		return Double.toString(value);
	}

	static String format(float value) {
		if (Float.isNaN(value) || Float.isInfinite(value)) {
			throw notFinite(Float.isNaN(value));
		}
		return (value == 0) ? "0" : Float.toString(value);
	}

	static String format(BigDecimal value, int scale) {
		BigDecimal scaled = value;
		if (value.scale() > scale) {
			scaled = rescale(value, scale);
		}
		return format(scaled);
	}

	static BigDecimal parse(String text, int scale) {
		BigDecimal value = parseDecimal(text);
		return (value.scale() == scale) ? value : rescale(value, scale);
	}

	private static BigDecimal rescale(BigDecimal value, int scale) {
		try {
			return value.setScale(scale, RoundingMode.UNNECESSARY);
		}
		catch (ArithmeticException ex) {
			throw ConversionFault.of("a number with " + value.stripTrailingZeros().scale() + " decimal places where "
					+ scale + " are declared; round it, or declare more with @Attribute(scale = …)");
		}
	}

	static BigDecimal parseDecimal(String text) {
		try {
			return new BigDecimal(text);
		}
		catch (NumberFormatException ex) {
			throw ConversionFault.of("found N with a text of " + text.length() + " characters that is no number");
		}
	}

	static BigInteger parseInteger(String text) {
		BigDecimal value = parseDecimal(text);
		if (value.scale() < -2 * MAX_EXPONENT) {
			throw outOfRange("BigInteger");
		}
		if (value.scale() > 0) {
			value = value.stripTrailingZeros();
			if (value.scale() > 0) {
				throw fraction("BigInteger");
			}
		}
		return value.toBigIntegerExact();
	}

	static long parseLong(String text) {
		return parseLong(text, "long");
	}

	static int parseInt(String text) {
		return (int) parseNarrow(text, Integer.MIN_VALUE, Integer.MAX_VALUE, "int");
	}

	static short parseShort(String text) {
		return (short) parseNarrow(text, Short.MIN_VALUE, Short.MAX_VALUE, "short");
	}

	static byte parseByte(String text) {
		return (byte) parseNarrow(text, Byte.MIN_VALUE, Byte.MAX_VALUE, "byte");
	}

	static double parseDouble(String text) {
		return parseDecimal(text).doubleValue();
	}

	static float parseFloat(String text) {
		float value = parseDecimal(text).floatValue();
		if (Float.isInfinite(value)) {
			throw outOfRange("float");
		}
		return value;
	}

	private static long parseNarrow(String text, long min, long max, String type) {
		long value = parseLong(text, type);
		if (value < min || value > max) {
			throw outOfRange(type);
		}
		return value;
	}

	private static long parseLong(String text, String type) {
		int length = text.length();
		int start = (length > 0 && text.charAt(0) == '-') ? 1 : 0;
		if (length > start && length <= 18) {
			long value = 0;
			for (int i = start; i < length; i++) {
				int digit = text.charAt(i) - '0';
				if (digit < 0 || digit > 9) {
					return parseWide(text, type);
				}
				value = value * 10 + digit;
			}
			return (start == 1) ? -value : value;
		}
		return parseWide(text, type);
	}

	/** Exponents, fractions of zeros, and numbers of more digits. */
	private static long parseWide(String text, String type) {
		BigDecimal value = parseDecimal(text);
		if (value.compareTo(MIN_LONG) < 0 || value.compareTo(MAX_LONG) > 0) {
			throw outOfRange(type);
		}
		if (value.stripTrailingZeros().scale() > 0) {
			throw fraction(type);
		}
		return value.longValueExact();
	}

	private static void checkExponent(long exponent) {
		if (exponent < MIN_EXPONENT) {
			throw ConversionFault.of("a number smaller than 1E-130, the smallest DynamoDB stores: round it to zero, or "
					+ "store it as a string");
		}
		if (exponent > MAX_EXPONENT) {
			throw ConversionFault
				.of("a number larger than 9.99…E+125, the largest DynamoDB stores: store it as a " + "string");
		}
	}

	private static ConversionFault notFinite(boolean notANumber) {
		return ConversionFault
			.of((notANumber ? "NaN" : "infinity") + " is no number DynamoDB stores: use null, or store it as a string");
	}

	private static ConversionFault outOfRange(String type) {
		return ConversionFault.of("found N outside the range of " + type + "; declare a wider type");
	}

	private static ConversionFault fraction(String type) {
		return ConversionFault.of("found N with a fraction where " + type + " is declared; declare BigDecimal");
	}

}
