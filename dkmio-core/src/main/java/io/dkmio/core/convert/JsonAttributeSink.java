package io.dkmio.core.convert;

import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;

/**
 * Writes the bytes of a request to DynamoDB. The buffer is used again for the next item.
 *
 * @since 1.0
 */
public final class JsonAttributeSink implements AttributeSink {

	private static final int SIZE = 1024;

	private static final char[] HEX = "0123456789abcdef".toCharArray();

	private byte[] json = new byte[SIZE];

	private int length;

	private int depth;

	/** Names of the item's attributes, and where these begin. */
	private @Nullable String[] names = new @Nullable String[16];

	private int[] positions = new int[16];

	private int size;

	/** Whether the item is a map, which is written without its type. */
	private boolean map;

	/**
	 * The item that was written, as the map of its attributes.
	 * @return the bytes, the caller's own
	 */
	public byte[] toByteArray() {
		if (!this.map || this.depth > 0) {
			throw new IllegalStateException("No map was written to this sink");
		}
		return Arrays.copyOf(this.json, this.length);
	}

	/**
	 * The item that was written.
	 * @return the item
	 */
	public JsonItem toItem() {
		return JsonItem.of(toByteArray(), Arrays.copyOf(this.names, this.size),
				Arrays.copyOf(this.positions, this.size));
	}

	/**
	 * Makes the sink ready for the next item.
	 */
	public void reset() {
		this.size = 0;
		this.length = 0;
		this.depth = 0;
		this.map = false;
	}

	@Override
	public void name(String name) {
		separate();
		quoted(name);
		put(':');
		if (this.depth == 1) {
			if (this.size == this.names.length) {
				this.names = Arrays.copyOf(this.names, this.size * 2);
				this.positions = Arrays.copyOf(this.positions, this.size * 2);
			}
			this.names[this.size] = name;
			this.positions[this.size++] = this.length;
		}
	}

	@Override
	public void beginMap(int size) {
		if (this.depth == 0) {
			this.map = true;
			this.depth = 1;
		}
		else {
			begin("{\"M\":");
		}
		put('{');
	}

	@Override
	public void endMap() {
		put('}');
		if (--this.depth > 0) {
			put('}');
		}
	}

	@Override
	public void beginList(int size) {
		begin("{\"L\":");
		put('[');
	}

	@Override
	public void endList() {
		end(']');
		this.depth--;
	}

	@Override
	public void string(String value) {
		separate();
		ascii("{\"S\":");
		quoted(value);
		put('}');
	}

	@Override
	public void number(String text) {
		separate();
		ascii("{\"N\":");
		quoted(text);
		put('}');
	}

	@Override
	public void bool(boolean value) {
		separate();
		ascii(value ? "{\"BOOL\":true}" : "{\"BOOL\":false}");
	}

	@Override
	public void nullValue() {
		separate();
		ascii("{\"NULL\":true}");
	}

	@Override
	public void binary(SdkBytes value) {
		separate();
		ascii("{\"B\":");
		base64(value);
		put('}');
	}

	@Override
	public void stringSet(Collection<String> values) {
		texts("{\"SS\":", values);
	}

	@Override
	public void numberSet(Collection<String> texts) {
		texts("{\"NS\":", texts);
	}

	@Override
	public void binarySet(Collection<SdkBytes> values) {
		separate();
		ascii("{\"BS\":");
		put('[');
		for (SdkBytes value : values) {
			separateElement();
			base64(value);
		}
		end(']');
	}

	private void texts(String type, Collection<String> values) {
		separate();
		ascii(type);
		put('[');
		for (String value : values) {
			separateElement();
			quoted(value);
		}
		end(']');
	}

	private void begin(String type) {
		if (++this.depth > MAX_DEPTH) {
			throw ConversionFault.tooDeep();
		}
		separate();
		ascii(type);
	}

	private void end(char close) {
		put(close);
		put('}');
	}

	/** Every value ends with a brace, so that the byte before tells where this is. */
	private void separate() {
		if (this.length > 0 && this.json[this.length - 1] == '}') {
			put(',');
		}
	}

	private void separateElement() {
		if (this.json[this.length - 1] != '[') {
			put(',');
		}
	}

	private void put(char value) {
		if (this.length == this.json.length) {
			grow(1);
		}
		this.json[this.length++] = (byte) value;
	}

	private void ascii(String text) {
		int size = text.length();
		grow(size);
		byte[] json = this.json;
		int at = this.length;
		for (int i = 0; i < size; i++) {
			json[at++] = (byte) text.charAt(i);
		}
		this.length = at;
	}

	private void base64(SdkBytes value) {
		byte[] encoded = Base64.getEncoder().encode(value.asByteArrayUnsafe());
		grow(encoded.length + 2);
		put('"');
		System.arraycopy(encoded, 0, this.json, this.length, encoded.length);
		this.length += encoded.length;
		put('"');
	}

	private void quoted(String text) {
		int size = text.length();
		grow(size + 2);
		byte[] json = this.json;
		int at = this.length;
		json[at++] = '"';
		for (int i = 0; i < size; i++) {
			char next = text.charAt(i);
			if (next < ' ' || next > '~' || next == '"' || next == '\\') {
				this.length = at;
				quoteFrom(text, i);
				return;
			}
			json[at++] = (byte) next;
		}
		json[at++] = '"';
		this.length = at;
	}

	/** The rest of a text with at least one character that is not written as it is. */
	private void quoteFrom(String text, int from) {
		int size = text.length();
		grow((size - from) * 6 + 1);
		for (int i = from; i < size; i++) {
			char next = text.charAt(i);
			if (next == '"' || next == '\\') {
				put('\\');
				put(next);
			}
			else if (next < ' ') {
				control(next);
			}
			else if (next < 0x80) {
				put(next);
			}
			else if (next < 0x800) {
				put((char) (0xC0 | (next >> 6)));
				follow(next);
			}
			else if (Character.isSurrogate(next)) {
				i++;
				pair(next, (i < size) ? text.charAt(i) : 0);
			}
			else {
				put((char) (0xE0 | (next >> 12)));
				follow(next >> 6);
				follow(next);
			}
		}
		put('"');
	}

	/** A byte of a character after its first: six bits. */
	private void follow(int bits) {
		put((char) (0x80 | (bits & 0x3F)));
	}

	private void control(char next) {
		ascii("\\u00");
		put(HEX[next >> 4]);
		put(HEX[next & 0xF]);
	}

	private void pair(char high, char low) {
		if (!Character.isSurrogatePair(high, low)) {
			throw ConversionFault
				.of("a string with half of a surrogate pair, which has no form in UTF-8; cut strings between code points");
		}
		int point = Character.toCodePoint(high, low);
		put((char) (0xF0 | (point >> 18)));
		follow(point >> 12);
		follow(point >> 6);
		follow(point);
	}

	private void grow(int more) {
		if (this.length + more > this.json.length) {
			this.json = Arrays.copyOf(this.json, Math.max(this.json.length * 2, this.length + more));
		}
	}

}
