package io.dkmio.core.mapping;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.LongFunction;

import org.jspecify.annotations.Nullable;

/**
 * Numbers whose texts sort as they do.
 */
final class NumberKeyEncodings {

	/** As many digits as a number of DynamoDB has. */
	static final int MAXIMUM_DIGITS = 38;

	private static final int MAXIMUM_BITS = 127;

	private NumberKeyEncodings() {
	}

	/**
	 * Integers of fixed width: leading zeros, and for negative ones 10^width plus the
	 * number, which is the nines' complement of its bitwise complement.
	 */
	static <T extends Number> KeyEncoding<T> integer(Class<T> type, int width, long minimum, long maximum,
			LongFunction<T> narrow) {
		return KeyEncoding.selfDelimiting(type, "-", (value, out) -> writeLong(value.longValue(), width, out),
				(text) -> {
					Long value = readLong(text, width);
					return (value != null && value >= minimum && value <= maximum) ? narrow.apply(value) : null;
				});
	}

	static void writeLong(long value, int width, StringBuilder out) {
		if (value >= 0) {
			Digits.append(out, value, width);
		}
		else {
			out.append('-');
			int from = out.length();
			Digits.append(out, ~value, width);
			Digits.complement(out, from);
		}
	}

	static @Nullable Long readLong(String text, int width) {
		boolean negative = text.startsWith("-");
		if (text.length() != (negative ? width + 1 : width)) {
			return null;
		}
		long number = negative ? Digits.readComplement(text, 1) : Digits.read(text, 0, width);
		return (number < 0) ? null : negative ? ~number : number;
	}

	static KeyEncoding<BigInteger> bigInteger() {
		return KeyEncoding.selfDelimiting(BigInteger.class, "-_", (value, out) -> writeDecimal(value, 0, out),
				(text) -> readDecimal(text, 0));
	}

	static KeyEncoding<BigDecimal> bigDecimal(int scale) {
		return KeyEncoding.selfDelimiting(BigDecimal.class, "-_.",
				(value, out) -> writeDecimal(unscaled(value, scale), scale, out), (text) -> {
					BigInteger unscaled = readDecimal(text, scale);
					return (unscaled != null) ? new BigDecimal(unscaled, scale) : null;
				});
	}

	/**
	 * Brings a number to the scale without rounding, and without first writing out the
	 * zeros of an enormous exponent.
	 */
	private static BigInteger unscaled(BigDecimal value, int scale) {
		if (value.signum() == 0) {
			return BigInteger.ZERO;
		}
		if ((long) value.precision() - value.scale() + scale > MAXIMUM_DIGITS) {
			throw tooManyDigits();
		}
		if (value.scale() > scale) {
			long excess = (long) value.scale() - scale;
			BigDecimal exact = (excess < value.precision()) ? value.stripTrailingZeros() : value;
			if (exact.scale() > scale) {
				throw new KeyEncoding.Refusal("has more than the " + scale
						+ " decimals declared for it; round the value, or declare a greater scale");
			}
			return exact.setScale(scale).unscaledValue();
		}
		return value.setScale(scale).unscaledValue();
	}

	private static void writeDecimal(BigInteger unscaled, int scale, StringBuilder out) {
		BigInteger magnitude = unscaled.abs();
		String digits = (magnitude.bitLength() <= MAXIMUM_BITS) ? magnitude.toString() : "";
		if (digits.isEmpty() || digits.length() > MAXIMUM_DIGITS) {
			throw tooManyDigits();
		}
		digits = "0".repeat(Math.max(0, scale + 1 - digits.length())) + digits;
		int integerDigits = digits.length() - scale;
		if (unscaled.signum() < 0) {
			out.append('-');
		}
		int from = out.length();
		Digits.append(out, integerDigits, 2);
		out.append('_').append(digits, 0, integerDigits);
		if (scale > 0) {
			out.append('.').append(digits, integerDigits, digits.length());
		}
		if (unscaled.signum() < 0) {
			Digits.complement(out, from);
		}
	}

	private static KeyEncoding.Refusal tooManyDigits() {
		return new KeyEncoding.Refusal(
				"has more than " + MAXIMUM_DIGITS + " digits, decimals included, which is what a number can have");
	}

	private static @Nullable BigInteger readDecimal(String text, int scale) {
		boolean negative = text.startsWith("-");
		StringBuilder plain = new StringBuilder(text.length()).append(text, negative ? 1 : 0, text.length());
		if (negative) {
			Digits.complement(plain, 0);
		}
		int integerDigits = (int) Digits.read(plain, 0, 2);
		int point = 3 + integerDigits;
		if (integerDigits < 1 || plain.length() != point + ((scale > 0) ? 1 + scale : 0) || plain.charAt(2) != '_'
				|| (scale > 0 && plain.charAt(point) != '.') || (integerDigits > 1 && plain.charAt(3) == '0')) {
			return null;
		}
		String digits = plain.substring(3, point) + plain.substring(Math.min(point + 1, plain.length()));
		if (!Digits.areAll(digits)) {
			return null;
		}
		BigInteger magnitude = new BigInteger(digits);
		boolean canonical = magnitude.toString().length() <= MAXIMUM_DIGITS && !(negative && magnitude.signum() == 0);
		return !canonical ? null : negative ? magnitude.negate() : magnitude;
	}

}
