package io.dkmio.core.document;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Documents of any shape.
 */
final class RandomDocuments {

	private static final String[] TEXTS = { "", "a", "ü", "\uD83D\uDE00", "a.b[0]", "#n0", ":v0", "`", "\0", "size" };

	private final SplittableRandom random;

	RandomDocuments(long seed) {
		this.random = new SplittableRandom(seed);
	}

	Document next() {
		return Document.of(map(3));
	}

	private Map<String, @Nullable Object> map(int depth) {
		Map<String, @Nullable Object> map = new LinkedHashMap<>();
		int size = this.random.nextInt(6);
		for (int i = 0; i < size; i++) {
			map.put(text() + i, value(depth));
		}
		return map;
	}

	private @Nullable Object value(int depth) {
		return switch (this.random.nextInt((depth > 0) ? 10 : 8)) {
			case 0 -> null;
			case 1 -> this.random.nextBoolean();
			case 2 -> number();
			case 3 -> bytes();
			case 4 -> set(this::text);
			case 5 -> set(this::number);
			case 6 -> set(this::bytes);
			case 7 -> text();
			case 8 -> map(depth - 1);
			default -> list(depth - 1);
		};
	}

	private List<@Nullable Object> list(int depth) {
		List<@Nullable Object> list = new ArrayList<>();
		int size = this.random.nextInt(4);
		for (int i = 0; i < size; i++) {
			Object value = value(depth);
			if (!(value instanceof Set<?> set) || !set.isEmpty()) {
				list.add(value);
			}
		}
		return list;
	}

	private Set<Object> set(Supplier<Object> member) {
		Set<Object> set = new LinkedHashSet<>();
		int size = this.random.nextInt(4);
		for (int i = 0; i < size; i++) {
			set.add(member.get());
		}
		return set;
	}

	private Object bytes() {
		byte[] bytes = new byte[this.random.nextInt(4)];
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = (byte) this.random.nextInt();
		}
		return ByteBuffer.wrap(bytes);
	}

	private String text() {
		return TEXTS[this.random.nextInt(TEXTS.length)] + ((this.random.nextInt(3) == 0) ? this.random.nextInt() : "");
	}

	private Object number() {
		StringBuilder digits = new StringBuilder();
		int length = 1 + this.random.nextInt(38);
		for (int i = 0; i < length; i++) {
			digits.append(this.random.nextInt(10));
		}
		BigInteger unscaled = new BigInteger(digits.toString());
		return new BigDecimal(this.random.nextBoolean() ? unscaled : unscaled.negate(), this.random.nextInt(-80, 90));
	}

}
