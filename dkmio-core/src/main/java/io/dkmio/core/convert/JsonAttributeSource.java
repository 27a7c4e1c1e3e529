package io.dkmio.core.convert;

import java.nio.ByteBuffer;
import java.util.Base64;

import io.dkmio.AttributeType;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.util.Assert;

/**
 * Reads the bytes of an answer of DynamoDB, without making anything that is not asked
 * for. One source can read many items, one after the other.
 *
 * @since 1.0
 */
public final class JsonAttributeSource implements AttributeSource {

	/** A guess: what comes is not known before it is read. */
	private static final int SIZE = 8;

	private final JsonBytes json = new JsonBytes();

	private AttributeType type = AttributeType.M;

	/** Where the content of the current value begins. */
	private int start;

	/** Where the reading goes on, or -1 if the current value was not read yet. */
	private int next = -1;

	/** Whether the current value is the element of a set, without a type of its own. */
	private boolean member;

	private int nameStart;

	private int nameEnd;

	private @Nullable String name;

	private @Nullable JsonLevel level;

	private @Nullable JsonLevel outermost;

	private int depth;

	/**
	 * Makes an item the current value.
	 * @param json an answer, which must not change until the item was read
	 * @param from where the map of the item's attributes begins
	 * @param to where it ends
	 * @return this source
	 */
	public JsonAttributeSource reset(byte[] json, int from, int to) {
		Assert.notNull(json, "Bytes must not be null");
		this.json.reset(json, from, to);
		this.type = AttributeType.M;
		this.start = from;
		this.next = -1;
		this.member = false;
		this.name = null;
		this.level = null;
		this.depth = 0;
		return this;
	}

	/**
	 * Makes an item the current value.
	 * @param json the map of the item's attributes
	 * @return this source
	 */
	public JsonAttributeSource reset(byte[] json) {
		Assert.notNull(json, "Bytes must not be null");
		return reset(json, 0, json.length);
	}

	@Override
	public AttributeType type() {
		return this.type;
	}

	@Override
	public String string() {
		int from = this.json.expect(this.start, '"');
		int close = this.json.endOfString(from);
		String text = this.json.text(from, close);
		end(close + 1);
		return text;
	}

	@Override
	public String number() {
		return string();
	}

	@Override
	public boolean bool() {
		int at = this.json.skipSpace(this.start);
		boolean value = this.json.matches(at, "true");
		if (!value && !this.json.matches(at, "false")) {
			throw JsonBytes.malformed(at, "expected true or false");
		}
		end(at + (value ? 4 : 5));
		return value;
	}

	@Override
	public SdkBytes binary() {
		int from = this.json.expect(this.start, '"');
		int close = this.json.endOfString(from);
		byte[] bytes = decode(this.json.bytes(from, close), from);
		end(close + 1);
		return SdkBytes.fromByteArrayUnsafe(bytes);
	}

	private static byte[] decode(ByteBuffer base64, int at) {
		try {
			ByteBuffer decoded = Base64.getDecoder().decode(base64);
			byte[] bytes = new byte[decoded.remaining()];
			decoded.get(bytes);
			return bytes;
		}
		catch (IllegalArgumentException ex) {
			throw JsonBytes.malformed(at, "binary data is not Base64");
		}
	}

	@Override
	public int size() {
		return SIZE;
	}

	@Override
	public void enterMap(FieldTable fields) {
		enter('{').begin(fields);
	}

	@Override
	public int nextField() {
		JsonLevel current = level();
		FieldTable fields = current.fields;
		if (fields == null) {
			throw new IllegalStateException("The current container was not entered by fields");
		}
		while (nextInside(current, '}')) {
			this.nameStart = this.json.expect(this.next, '"');
			this.nameEnd = this.json.endOfName(this.nameStart, fields, current.likely());
			this.name = null;
			int at = this.json.expect(this.nameEnd + 1, ':');
			int position = this.json.field();
			if (position >= 0) {
				current.advance(position, this.json.isPlain());
				if (!current.see(position, fields)) {
					throw twice();
				}
				begin(at);
				return position;
			}
			if (fields.reportsUnknown()) {
				seeName(current);
				begin(at);
				return UNKNOWN;
			}
			this.next = this.json.skip(at);
		}
		return END;
	}

	private void seeName(JsonLevel current) {
		if (!current.others.add(name())) {
			throw twice();
		}
	}

	private ConversionFault twice() {
		return JsonBytes.malformed(this.nameStart, "a map has a name twice");
	}

	@Override
	public void enterMap() {
		JsonLevel entered = enter('{');
		entered.fields = null;
		entered.others.clear();
	}

	@Override
	public boolean nextEntry() {
		JsonLevel current = level();
		if (!nextInside(current, '}')) {
			return false;
		}
		this.nameStart = this.json.expect(this.next, '"');
		this.nameEnd = this.json.endOfString(this.nameStart);
		this.name = this.json.text(this.nameStart, this.nameEnd);
		seeName(current);
		begin(this.json.expect(this.nameEnd + 1, ':'));
		return true;
	}

	@Override
	public String name() {
		String text = this.name;
		if (text == null) {
			if (this.nameEnd == 0) {
				throw new IllegalStateException("The current value has no name");
			}
			this.json.endOfString(this.nameStart);
			text = this.json.text(this.nameStart, this.nameEnd);
			this.name = text;
		}
		return text;
	}

	@Override
	public void enterElements() {
		AttributeType members = switch (this.type) {
			case SS -> AttributeType.S;
			case NS -> AttributeType.N;
			case BS -> AttributeType.B;
			default -> null;
		};
		enter('[').members = members;
	}

	@Override
	public boolean nextElement() {
		JsonLevel current = level();
		if (!nextInside(current, ']')) {
			return false;
		}
		if (current.members != null) {
			this.type = current.members;
			this.start = this.next;
			this.next = -1;
			this.member = true;
			if (this.json.at(this.start) != '"') {
				throw JsonBytes.malformed(this.start, "expected an element of a set");
			}
		}
		else {
			begin(this.next);
		}
		return true;
	}

	@Override
	public @Nullable String lookup(String name) {
		AttributeType type = this.type;
		int start = this.start;
		int next = this.next;
		String found = null;
		int at = seek(name);
		if (at >= 0) {
			begin(at);
			found = (this.type == AttributeType.S) ? string() : null;
		}
		this.type = type;
		this.start = start;
		this.next = next;
		return found;
	}

	/**
	 * Finds an attribute of the item, which is the current value.
	 */
	@Nullable AttributeValue find(String name) {
		int at = seek(name);
		return (at < 0) ? null : attributeAt(at);
	}

	/**
	 * The attribute of the item that begins at a position.
	 */
	AttributeValue attributeAt(int at) {
		enterMap();
		begin(at);
		return attribute();
	}

	/**
	 * Finds an entry of the map that is the current value.
	 * @return where it begins, or -1 if there is none
	 */
	private int seek(String name) {
		int found = -1;
		int at = this.json.skipSpace(this.json.expect(this.start, '{'));
		while (this.json.at(at) != '}') {
			int from = this.json.expect(at, '"');
			int close = this.json.endOfString(from);
			boolean same = this.json.isText(from, close, name);
			at = this.json.expect(close + 1, ':');
			if (same && found >= 0) {
				throw JsonBytes.malformed(from, "a map has a name twice");
			}
			found = same ? at : found;
			at = this.json.skipSpace(this.json.skip(at));
			if (this.json.at(at) == ',') {
				at = this.json.skipSpace(at + 1);
			}
		}
		return found;
	}

	/**
	 * Makes an attribute the current value: an object whose one member's name is the
	 * type.
	 */
	private void begin(int at) {
		this.next = -1;
		this.member = false;
		AttributeType simple = this.json.isSimple(at) ? simple(this.json.at(at + 2)) : null;
		if (simple != null) {
			this.type = simple;
			this.start = this.json.skipSpace(at + 5);
		}
		else {
			beginAny(at);
		}
	}

	/**
	 * The type that has a name of one character.
	 */
	private static @Nullable AttributeType simple(byte tag) {
		return switch (tag) {
			case 'S' -> AttributeType.S;
			case 'N' -> AttributeType.N;
			case 'M' -> AttributeType.M;
			case 'L' -> AttributeType.L;
			case 'B' -> AttributeType.B;
			default -> null;
		};
	}

	private void beginAny(int at) {
		int tag = this.json.expect(this.json.expect(at, '{'), '"');
		int length = 1;
		this.type = switch (this.json.at(tag)) {
			case 'S' -> (this.json.at(tag + 1) == 'S') ? AttributeType.SS : AttributeType.S;
			case 'N' -> switch (this.json.at(tag + 1)) {
				case 'S' -> AttributeType.NS;
				case 'U' -> AttributeType.NULL;
				default -> AttributeType.N;
			};
			case 'B' -> switch (this.json.at(tag + 1)) {
				case 'S' -> AttributeType.BS;
				case 'O' -> AttributeType.BOOL;
				default -> AttributeType.B;
			};
			case 'M' -> AttributeType.M;
			case 'L' -> AttributeType.L;
			default -> throw unknownType(tag);
		};
		if (this.type == AttributeType.SS || this.type == AttributeType.NS || this.type == AttributeType.BS) {
			length = 2;
		}
		else if (this.type == AttributeType.NULL || this.type == AttributeType.BOOL) {
			length = 4;
			if (!this.json.matches(tag, (this.type == AttributeType.NULL) ? "NULL" : "BOOL")) {
				throw unknownType(tag);
			}
		}
		if (this.json.at(tag + length) != '"') {
			throw unknownType(tag);
		}
		this.start = this.json.skipSpace(this.json.expect(tag + length + 1, ':'));
		if (this.type == AttributeType.NULL) {
			if (!this.json.matches(this.start, "true")) {
				throw JsonBytes.malformed(this.start, "expected true");
			}
			end(this.start + 4);
		}
	}

	private static ConversionFault unknownType(int at) {
		return JsonBytes.malformed(at, "expected the type of an attribute");
	}

	/**
	 * The content of the current value was read up to a position.
	 */
	private void end(int at) {
		this.next = this.member ? at : this.json.expect(at, '}');
	}

	private JsonLevel enter(char open) {
		if (++this.depth > AttributeSink.MAX_DEPTH + 1) {
			throw JsonBytes.tooDeep();
		}
		JsonLevel enclosing = this.level;
		JsonLevel entered = (enclosing != null) ? enclosing.inner : this.outermost;
		if (entered == null) {
			entered = new JsonLevel(enclosing);
			if (enclosing != null) {
				enclosing.inner = entered;
			}
			else {
				this.outermost = entered;
			}
		}
		entered.type = this.type;
		entered.start = this.start;
		entered.first = true;
		this.next = this.json.expect(this.start, open);
		this.level = entered;
		return entered;
	}

	/**
	 * Moves to what is next inside a container, or leaves it.
	 */
	private boolean nextInside(JsonLevel current, char close) {
		if (this.next < 0) {
			end(this.json.skip(this.start));
		}
		int at = this.json.skipSpace(this.next);
		byte found = this.json.at(at);
		if (found == close) {
			leave(current, at + 1);
			return false;
		}
		if (current.first) {
			current.first = false;
		}
		else {
			if (found != ',') {
				throw JsonBytes.malformed(at, "expected ',' or '" + close + "'");
			}
			at = this.json.skipSpace(at + 1);
		}
		this.next = at;
		return true;
	}

	private void leave(JsonLevel left, int at) {
		this.type = left.type;
		this.start = left.start;
		this.member = false;
		this.level = left.enclosing;
		this.depth--;
		if (this.level != null) {
			end(at);
		}
		else if (this.json.isEnd(at)) {
			this.next = at;
		}
		else {
			throw JsonBytes.malformed(at, "something follows the item");
		}
	}

	private JsonLevel level() {
		if (this.level == null) {
			throw new IllegalStateException("No map or list was entered");
		}
		return this.level;
	}

}
