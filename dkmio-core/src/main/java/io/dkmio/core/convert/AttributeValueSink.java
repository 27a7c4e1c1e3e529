package io.dkmio.core.convert;

import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Builds {@link AttributeValue}s. Maps and lists are gathered in arrays that are used
 * again for the next ones, because the SDK copies what it is given.
 *
 * @since 1.0
 */
public final class AttributeValueSink implements AttributeSink {

	private static final AttributeValueFactory VALUES = AttributeValueFactory.INSTANCE;

	private static final AttributeValue TRUE = AttributeValue.fromBool(true);

	private static final AttributeValue FALSE = AttributeValue.fromBool(false);

	private static final AttributeValue NULL = AttributeValue.fromNul(true);

	/** <code>{"S":""},</code> */
	private static final int WRAPPING = 9;

	/** <code>"":,</code> */
	private static final int NAMING = 4;

	/** <code>"",</code> */
	private static final int SEPARATING = 3;

	/** What <code>{"BOOL":false}</code> has more than others. */
	private static final int LITERAL = 6;

	/** A control character, escaped. */
	private static final int LONGEST = 6;

	/** More than any item has. */
	private static final long UNKNOWN = 1L << 40;

	private @Nullable Frame item;

	private @Nullable AttributeValue value;

	private @Nullable String name;

	private @Nullable Frame frame;

	private @Nullable Frame outermost;

	private int depth;

	/** How many bytes the JSON of what was written has at most. */
	private long bytes;

	/**
	 * The map that was written.
	 * @return the attributes by name, a map of the caller's own
	 */
	public Map<String, AttributeValue> item() {
		return written().copy();
	}

	/**
	 * The item that was written.
	 * @return the item
	 */
	public AttributeItem toItem() {
		return written().toItem(this.bytes + 2);
	}

	private Frame written() {
		if (this.item == null) {
			throw new IllegalStateException("No map was written to this sink");
		}
		return this.item;
	}

	/**
	 * The value that was written.
	 * @return the value
	 */
	public AttributeValue value() {
		if (this.value != null) {
			return this.value;
		}
		return AttributeValue.fromM(item());
	}

	/**
	 * Makes the sink ready for the next value.
	 */
	public void reset() {
		this.item = null;
		this.value = null;
		this.name = null;
		this.frame = null;
		this.depth = 0;
		this.bytes = 0;
	}

	@Override
	public void name(String name) {
		this.name = name;
		this.bytes += text(name) + NAMING;
	}

	@Override
	public void beginMap(int size) {
		begin(size);
	}

	@Override
	public void endMap() {
		Frame ended = end();
		if (this.frame == null) {
			this.item = ended;
		}
		else {
			put(VALUES.map(ended.asMap()));
		}
	}

	@Override
	public void beginList(int size) {
		begin(size);
	}

	@Override
	public void endList() {
		Frame ended = end();
		put(VALUES.list(ended.asList()));
	}

	@Override
	public void string(String value) {
		this.bytes += text(value);
		put(VALUES.string(value));
	}

	@Override
	public void number(String text) {
		this.bytes += text.length();
		put(VALUES.number(text));
	}

	@Override
	public void bool(boolean value) {
		this.bytes += LITERAL;
		put(value ? TRUE : FALSE);
	}

	@Override
	public void nullValue() {
		this.bytes += LITERAL;
		put(NULL);
	}

	@Override
	public void binary(SdkBytes value) {
		this.bytes += base64(value);
		put(VALUES.binary(value));
	}

	@Override
	public void stringSet(Collection<String> values) {
		values.forEach((value) -> this.bytes += text(value) + SEPARATING);
		put(VALUES.stringSet(values));
	}

	@Override
	public void numberSet(Collection<String> texts) {
		texts.forEach((text) -> this.bytes += text.length() + SEPARATING);
		put(VALUES.numberSet(texts));
	}

	@Override
	public void binarySet(Collection<SdkBytes> values) {
		values.forEach((value) -> this.bytes += base64(value) + SEPARATING);
		put(VALUES.binarySet(values));
	}

	@Override
	public void attribute(AttributeValue value) {
		this.bytes += UNKNOWN;
		put(value);
	}

	private void begin(int size) {
		if (++this.depth > MAX_DEPTH) {
			throw ConversionFault.tooDeep();
		}
		Frame enclosing = this.frame;
		Frame next = (enclosing != null) ? enclosing.inner : this.outermost;
		if (next == null) {
			next = new Frame(enclosing, size);
			if (enclosing != null) {
				enclosing.inner = next;
			}
			else {
				this.outermost = next;
			}
		}
		next.ownName = this.name;
		next.size = 0;
		this.frame = next;
	}

	private Frame end() {
		Frame ended = this.frame;
		if (ended == null) {
			throw new IllegalStateException("Nothing was begun that could be ended");
		}
		this.frame = ended.enclosing;
		this.name = ended.ownName;
		this.depth--;
		return ended;
	}

	private void put(AttributeValue value) {
		this.bytes += WRAPPING;
		Frame current = this.frame;
		if (current != null) {
			current.add(this.name, value);
		}
		else {
			this.value = value;
		}
	}

	private static long text(String text) {
		return (long) LONGEST * text.length();
	}

	private static long base64(SdkBytes bytes) {
		return (bytes.asByteArrayUnsafe().length + 2L) / 3 * 4;
	}

	/**
	 * The content of one map or list.
	 */
	private static final class Frame {

		private final @Nullable Frame enclosing;

		private @Nullable Frame inner;

		private @Nullable String ownName;

		private String[] names;

		private AttributeValue[] values;

		private int size;

		private @Nullable Entries entries;

		private @Nullable Elements elements;

		private Frame(@Nullable Frame enclosing, int size) {
			this.enclosing = enclosing;
			int capacity = Math.max(size, 4);
			this.names = new String[capacity];
			this.values = new AttributeValue[capacity];
		}

		private void add(@Nullable String name, AttributeValue value) {
			if (this.size == this.values.length) {
				this.names = Arrays.copyOf(this.names, this.size * 2);
				this.values = Arrays.copyOf(this.values, this.size * 2);
			}
			if (name != null) { // elements have none
				this.names[this.size] = name;
			}
			this.values[this.size++] = value;
		}

		private Map<String, AttributeValue> asMap() {
			if (this.entries == null) {
				this.entries = new Entries(this);
			}
			return this.entries;
		}

		private List<AttributeValue> asList() {
			if (this.elements == null) {
				this.elements = new Elements(this);
			}
			return this.elements;
		}

		private AttributeItem toItem(long mostBytes) {
			return new AttributeItem(Arrays.copyOf(this.names, this.size), Arrays.copyOf(this.values, this.size),
					mostBytes);
		}

		private Map<String, AttributeValue> copy() {
			Map<String, AttributeValue> copy = new LinkedHashMap<>(this.size + this.size / 2 + 1);
			for (int i = 0; i < this.size; i++) {
				copy.put(this.names[i], this.values[i]);
			}
			return copy;
		}

	}

	/**
	 * A frame as the map the SDK copies, for which it asks the size and visits all.
	 */
	private static final class Entries extends AbstractMap<String, AttributeValue> {

		private final Frame frame;

		private Entries(Frame frame) {
			this.frame = frame;
		}

		@Override
		public int size() {
			return this.frame.size;
		}

		@Override
		public void forEach(BiConsumer<? super String, ? super AttributeValue> action) {
			for (int i = 0; i < this.frame.size; i++) {
				action.accept(this.frame.names[i], this.frame.values[i]);
			}
		}

		@Override
		public Set<Entry<String, AttributeValue>> entrySet() {
			return Collections.unmodifiableMap(this.frame.copy()).entrySet();
		}

	}

	/**
	 * A frame as the list the SDK copies, for which it asks the size and visits all.
	 */
	private static final class Elements extends AbstractList<AttributeValue> {

		private final Frame frame;

		private Elements(Frame frame) {
			this.frame = frame;
		}

		@Override
		public int size() {
			return this.frame.size;
		}

		@Override
		public void forEach(Consumer<? super AttributeValue> action) {
			for (int i = 0; i < this.frame.size; i++) {
				action.accept(this.frame.values[i]);
			}
		}

		@Override
		public AttributeValue get(int index) {
			return this.frame.values[Objects.checkIndex(index, this.frame.size)];
		}

	}

}
