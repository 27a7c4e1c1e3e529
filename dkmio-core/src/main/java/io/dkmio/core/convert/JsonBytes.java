package io.dkmio.core.convert;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * A part of a JSON text in UTF-8, and steps through it. Positions are handed in and out;
 * what is kept is only what the last string was like. Nothing is read beyond the part.
 */
final class JsonBytes {

	/**
	 * Every level of an item is two of JSON, and the part may be one more.
	 */
	private static final int MAX_DEPTH = 2 * AttributeSink.MAX_DEPTH + 8;

	private static final byte[] NONE = {};

	private byte[] json = NONE;

	private int end;

	private boolean escaped;

	private boolean ascii;

	private int field;

	private final byte[] open = new byte[MAX_DEPTH];

	private final StringBuilder unescaped = new StringBuilder();

	void reset(byte[] json, int from, int to) {
		if (from < 0 || to < from || to > json.length) {
			throw new IndexOutOfBoundsException(
					"No part of " + json.length + " bytes is that from " + from + " to " + to);
		}
		this.json = json;
		this.end = to;
	}

	/**
	 * The byte at a position.
	 */
	byte at(int at) {
		if (at >= this.end) {
			throw malformed(this.end, "it ends there");
		}
		return this.json[at];
	}

	/**
	 * The first position that is not white space.
	 */
	int skipSpace(int at) {
		return (at < this.end && this.json[at] > ' ') ? at : afterSpace(at);
	}

	private int afterSpace(int at) {
		int position = at;
		while (position < this.end) {
			byte found = this.json[position];
			if (found != ' ' && found != '\n' && found != '\r' && found != '\t') {
				return position;
			}
			position++;
		}
		throw malformed(this.end, "it ends there");
	}

	/**
	 * Whether there is nothing but white space from a position on.
	 */
	boolean isEnd(int at) {
		for (int position = at; position < this.end; position++) {
			byte found = this.json[position];
			if (found != ' ' && found != '\n' && found != '\r' && found != '\t') {
				return false;
			}
		}
		return true;
	}

	/**
	 * The position after a character that must come next.
	 */
	int expect(int at, char expected) {
		return (at < this.end && this.json[at] == expected) ? at + 1 : expectAfterSpace(at, expected);
	}

	private int expectAfterSpace(int at, char expected) {
		int position = afterSpace(at);
		if (this.json[position] != expected) {
			throw malformed(position, "expected '" + expected + "'");
		}
		return position + 1;
	}

	/**
	 * Whether an object begins at a position whose first name has one character, without
	 * any white space.
	 */
	boolean isSimple(int at) {
		byte[] json = this.json;
		return at + 5 <= this.end && json[at] == '{' && json[at + 1] == '"' && json[at + 3] == '"'
				&& json[at + 4] == ':';
	}

	/**
	 * Whether an ASCII text begins at a position.
	 */
	boolean matches(int at, String text) {
		int length = text.length();
		if (length > this.end - at) {
			return false;
		}
		for (int i = 0; i < length; i++) {
			if (this.json[at + i] != text.charAt(i)) {
				return false;
			}
		}
		return true;
	}

	/**
	 * The position of the quote that ends a string.
	 * @param at the position after the quote that begins it
	 */
	int endOfString(int at) {
		byte[] json = this.json;
		int end = this.end;
		boolean escaped = false;
		int all = 0;
		for (int position = at; position < end; position++) {
			byte found = json[position];
			all |= found;
			if (found == '"') {
				this.escaped = escaped;
				this.ascii = all >= 0;
				return position;
			}
			if (found == '\\') {
				escaped = true;
				position++;
			}
			else if (found >= 0 && found < ' ') {
				throw malformed(position, "a string holds a control character");
			}
		}
		throw malformed(end, "it ends inside a string");
	}

	/**
	 * The text of the string whose end was found last.
	 */
	String text(int from, int to) {
		if (this.escaped) {
			return unescape(from, to);
		}
		return this.ascii ? new String(this.json, from, to - from, StandardCharsets.ISO_8859_1) : decode(from, to);
	}

	/**
	 * The bytes of the string whose end was found last, if they are those of the text.
	 */
	ByteBuffer bytes(int from, int to) {
		return this.escaped ? ByteBuffer.wrap(unescape(from, to).getBytes(StandardCharsets.UTF_8))
				: ByteBuffer.wrap(this.json, from, to - from);
	}

	/**
	 * The position of the quote that ends a name, whose {@link #field()} is known then.
	 * @param at the position after the quote that begins it
	 * @param likely a field it is probably the name of, one that was {@link #isPlain()}
	 * before; negative for none
	 */
	int endOfName(int at, FieldTable fields, int likely) {
		byte[] json = this.json;
		int found = (likely >= 0) ? fields.end(likely, json, at, this.end) : -1;
		if (found >= 0) {
			this.escaped = false;
			this.ascii = true;
			this.field = likely;
			return found;
		}
		int end = this.end;
		int hash = 0;
		for (int position = at; position < end; position++) {
			byte next = json[position];
			if (next == '"') {
				this.escaped = false;
				this.ascii = true;
				this.field = fields.position(json, at, position, hash);
				return position;
			}
			if (next == '\\' || next < ' ') {
				break;
			}
			hash = 31 * hash + next;
		}
		int close = endOfString(at);
		this.field = fields.position(text(at, close));
		return close;
	}

	/**
	 * The field the name whose end was found last is of.
	 */
	int field() {
		return this.field;
	}

	/**
	 * Whether the bytes of the string whose end was found last are its characters.
	 */
	boolean isPlain() {
		return this.ascii && !this.escaped;
	}

	/**
	 * Whether the string whose end was found last is a text.
	 */
	boolean isText(int from, int to, String text) {
		if (isPlain()) {
			return to - from == text.length() && matches(from, text);
		}
		return text(from, to).equals(text);
	}

	private String decode(int from, int to) {
		String text = new String(this.json, from, to - from, StandardCharsets.UTF_8);
		if (text.indexOf('\uFFFD') < 0) {
			return text;
		}
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(this.json, from, to - from)).toString();
		}
		catch (CharacterCodingException ex) {
			throw malformed(from, "a string is not UTF-8");
		}
	}

	private String unescape(int from, int to) {
		StringBuilder text = this.unescaped;
		text.setLength(0);
		int begin = from;
		for (int position = from; position < to; position++) {
			if (this.json[position] == '\\') {
				text.append(decode(begin, position));
				position++;
				byte kind = this.json[position];
				if (kind == 'u') {
					text.append(hex(position + 1, to));
					position += 4;
				}
				else {
					text.append(escape(kind, position));
				}
				begin = position + 1;
			}
		}
		return text.append(decode(begin, to)).toString();
	}

	private static char escape(byte kind, int position) {
		return switch (kind) {
			case '"', '\\', '/' -> (char) kind;
			case 'b' -> '\b';
			case 'f' -> '\f';
			case 'n' -> '\n';
			case 'r' -> '\r';
			case 't' -> '\t';
			default -> throw malformed(position, "a string holds an escape JSON does not have");
		};
	}

	private char hex(int from, int to) {
		if (to - from < 4) {
			throw malformed(from, "a string holds half an escape");
		}
		int value = 0;
		for (int i = 0; i < 4; i++) {
			int digit = Character.digit(this.json[from + i], 16);
			if (digit < 0) {
				throw malformed(from, "a string holds an escape JSON does not have");
			}
			value = (value << 4) | digit;
		}
		return (char) value;
	}

	/**
	 * Skips a value of any kind.
	 * @return the position after it
	 */
	int skip(int at) {
		int depth = 0;
		int position = skipSpace(at);
		while (true) {
			byte found = at(position);
			switch (found) {
				case '"' -> position = endOfString(position + 1) + 1;
				case '{', '[' -> {
					if (depth == MAX_DEPTH) {
						throw tooDeep();
					}
					this.open[depth++] = (found == '{') ? (byte) '}' : (byte) ']';
					position++;
				}
				case '}', ']' -> {
					if (depth == 0 || this.open[--depth] != found) {
						throw malformed(position, "brackets do not match");
					}
					position++;
				}
				default -> position = skipPlain(position, found, depth);
			}
			if (depth == 0) {
				return position;
			}
		}
	}

	/** A literal, a number, or what separates values. */
	private int skipPlain(int at, byte found, int depth) {
		if (depth > 0
				&& (found == ',' || found == ':' || found == ' ' || found == '\n' || found == '\r' || found == '\t')) {
			return at + 1;
		}
		int position = at;
		while (position < this.end && isPlain(this.json[position])) {
			position++;
		}
		if (position == at) {
			throw malformed(at, "expected a value");
		}
		return position;
	}

	private static boolean isPlain(byte found) {
		return (found >= 'a' && found <= 'z') || (found >= '0' && found <= '9') || found == '-' || found == '+'
				|| found == '.' || found == 'E';
	}

	static ConversionFault tooDeep() {
		return ConversionFault.of("values are nested more than " + AttributeSink.MAX_DEPTH
				+ " levels deep, which DynamoDB never answers; check what stands between it and this client");
	}

	static ConversionFault malformed(int at, String problem) {
		return ConversionFault.of("the JSON of the answer is damaged at byte " + at + ": " + problem
				+ "; check what stands between DynamoDB and this client");
	}

}
