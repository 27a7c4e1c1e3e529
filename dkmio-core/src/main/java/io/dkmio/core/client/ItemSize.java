package io.dkmio.core.client;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How large an item is. DynamoDB counts UTF-8 bytes, of names as of values.
 *
 * @param stored the bytes as stored, never more than DynamoDB counts
 * @param sent the bytes of the JSON that is sent, in which text is escaped and bytes are
 * Base64
 * @since 1.0
 */
public record ItemSize(long stored, long sent) {

	/** The most bytes an item may have: 400 KB. */
	public static final long MAX_ITEM = 400 * 1024;

	/** What a list or a map costs beside its content. */
	private static final int STRUCTURE = 3;

	/** <code>{"S":""},</code> */
	private static final int WRAPPING = 9;

	/**
	 * Measures an item.
	 * @param item the attributes
	 * @return the size
	 */
	public static ItemSize of(Map<String, AttributeValue> item) {
		Counter counter = new Counter();
		counter.entries(item);
		return new ItemSize(counter.stored, counter.sent + 2);
	}

	/**
	 * The size of an item that may have more bytes than DynamoDB takes only if a first
	 * guess, which was not too small, is as large.
	 * @param most how many bytes its JSON has at most
	 * @param item the attributes
	 * @return the size, that of the JSON alone if the item is small enough
	 */
	static ItemSize of(long most, Map<String, AttributeValue> item) {
		return (most > MAX_ITEM) ? of(item) : new ItemSize(0, most);
	}

	/**
	 * Whether DynamoDB would refuse the item for its size.
	 * @return {@code true} if it has more than {@link #MAX_ITEM} bytes
	 */
	public boolean isTooLarge() {
		return this.stored > MAX_ITEM;
	}

	private static final class Counter {

		private long stored;

		private long sent;

		private void entries(Map<String, AttributeValue> entries) {
			entries.forEach(this::entry);
		}

		private void entry(String name, AttributeValue value) {
			text(name);
			this.sent += 4; // "":,
			value(value);
		}

		private void value(AttributeValue value) {
			this.sent += WRAPPING;
			switch (value.type()) {
				case S -> text(value.s());
				case N -> number(value.n());
				case B -> binary(value.b());
				case BOOL, NUL -> add(1, 6);
				case SS -> texts(value.ss());
				case NS -> value.ns().forEach((member) -> {
					number(member);
					this.sent += 3;
				});
				case BS -> value.bs().forEach((member) -> {
					binary(member);
					this.sent += 3;
				});
				case L -> list(value.l());
				case M -> {
					add(STRUCTURE + value.m().size(), 2);
					entries(value.m());
				}
				case UNKNOWN_TO_SDK_VERSION -> add(0, 0);
			}
		}

		private void list(Collection<AttributeValue> elements) {
			add(STRUCTURE + elements.size(), 2);
			elements.forEach(this::value);
		}

		private void texts(List<String> members) {
			members.forEach((member) -> {
				text(member);
				this.sent += 3;
			});
		}

		private void text(String text) {
			for (int i = 0; i < text.length(); i++) {
				char c = text.charAt(i);
				if (c < 0x80) {
					add(1, (c < 0x20) ? 6 : (c == '"' || c == '\\') ? 2 : 1);
				}
				else if (c < 0x800) {
					add(2, 2);
				}
				else if (Character.isHighSurrogate(c)) {
					add(4, 4);
					i++;
				}
				else {
					add(3, 3);
				}
			}
		}

		private void number(String number) {
			int digits = 0;
			for (int i = 0; i < number.length(); i++) {
				char c = number.charAt(i);
				if (c >= '1' && c <= '9') {
					digits++;
				}
			}
			add((digits + 1) / 2 + 1, number.length());
		}

		private void binary(SdkBytes bytes) {
			int length = bytes.asByteArrayUnsafe().length;
			add(length, (length + 2L) / 3 * 4);
		}

		private void add(long stored, long sent) {
			this.stored += stored;
			this.sent += sent;
		}

	}

}
