package io.dkmio.core.convert;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import io.dkmio.AttributeType;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads {@link AttributeValue}s. One source can read many items, one after the other.
 *
 * @since 1.0
 */
public final class AttributeValueSource implements AttributeSource {

	private @Nullable Map<String, AttributeValue> item;

	private @Nullable AttributeValue value;

	/** The element of a set, which is no attribute of its own. */
	private @Nullable Object member;

	private AttributeType memberType = AttributeType.S;

	private @Nullable String name;

	private @Nullable Frame frame;

	private @Nullable Frame outermost;

	/**
	 * Creates a source without an item yet.
	 */
	public AttributeValueSource() {
	}

	/**
	 * Creates a source of an item.
	 * @param item the item
	 */
	public AttributeValueSource(Map<String, AttributeValue> item) {
		this.item = item;
	}

	/**
	 * Creates a source of a value.
	 * @param value the value
	 */
	public AttributeValueSource(AttributeValue value) {
		this.value = value;
	}

	/**
	 * Makes an item the current value.
	 * @param item the item
	 * @return this source
	 */
	public AttributeValueSource reset(Map<String, AttributeValue> item) {
		this.item = item;
		this.value = null;
		this.member = null;
		this.frame = null;
		return this;
	}

	@Override
	public AttributeType type() {
		if (this.member != null) {
			return this.memberType;
		}
		if (this.value == null) {
			return AttributeType.M;
		}
		return switch (this.value.type()) {
			case S -> AttributeType.S;
			case N -> AttributeType.N;
			case B -> AttributeType.B;
			case SS -> AttributeType.SS;
			case NS -> AttributeType.NS;
			case BS -> AttributeType.BS;
			case M -> AttributeType.M;
			case L -> AttributeType.L;
			case BOOL -> AttributeType.BOOL;
			case NUL -> AttributeType.NULL;
			case UNKNOWN_TO_SDK_VERSION -> throw ConversionFault.of("found an AttributeValue without a value");
		};
	}

	@Override
	public String string() {
		return (this.member != null) ? (String) this.member : current().s();
	}

	@Override
	public String number() {
		return (this.member != null) ? (String) this.member : current().n();
	}

	@Override
	public boolean bool() {
		return current().bool();
	}

	@Override
	public SdkBytes binary() {
		return (this.member != null) ? (SdkBytes) this.member : current().b();
	}

	@Override
	public AttributeValue attribute() {
		if (this.member != null) {
			return switch (this.memberType) {
				case S -> AttributeValue.fromS((String) this.member);
				case N -> AttributeValue.fromN((String) this.member);
				default -> AttributeValue.fromB((SdkBytes) this.member);
			};
		}
		return (this.value != null) ? this.value : AttributeValue.fromM(map());
	}

	@Override
	public int size() {
		return (type() == AttributeType.M) ? map().size() : elements().size();
	}

	@Override
	public void enterMap(FieldTable fields) {
		Frame entered = enter();
		entered.map = map();
		entered.fields = fields;
		entered.index = -1;
		entered.others = null;
		this.frame = entered;
	}

	@Override
	public int nextField() {
		Frame current = frame();
		FieldTable fields = current.fields;
		Map<String, AttributeValue> map = current.map;
		if (fields == null || map == null) {
			throw new IllegalStateException("The current container was not entered by fields");
		}
		int index = current.index;
		int size = fields.size();
		while (++index < size) {
			AttributeValue found = map.get(fields.name(index));
			if (found != null) {
				current.index = index;
				this.value = found;
				return index;
			}
		}
		current.index = size;
		if (fields.reportsUnknown() && nextUnknown(current, fields, map)) {
			return UNKNOWN;
		}
		leave(current);
		return END;
	}

	private boolean nextUnknown(Frame current, FieldTable fields, Map<String, AttributeValue> map) {
		Iterator<String> others = current.others;
		if (others == null) {
			others = map.keySet().iterator();
			current.others = others;
		}
		while (others.hasNext()) {
			String other = others.next();
			if (fields.position(other) == UNKNOWN) {
				this.name = other;
				this.value = map.get(other);
				return true;
			}
		}
		return false;
	}

	@Override
	public void enterMap() {
		Frame entered = enter();
		entered.gather(map());
		this.frame = entered;
	}

	@Override
	public boolean nextEntry() {
		Frame current = frame();
		if (++current.index < current.entries) {
			this.name = current.names[current.index];
			this.value = current.values[current.index];
			return true;
		}
		leave(current);
		return false;
	}

	@Override
	public String name() {
		if (this.name == null) {
			throw new IllegalStateException("The current value has no name");
		}
		return this.name;
	}

	@Override
	public void enterElements() {
		List<?> elements = elements();
		Frame entered = enter();
		entered.elements = elements;
		entered.memberType = switch (type()) {
			case SS -> AttributeType.S;
			case NS -> AttributeType.N;
			case BS -> AttributeType.B;
			default -> null;
		};
		entered.index = -1;
		this.frame = entered;
	}

	@Override
	public boolean nextElement() {
		Frame current = frame();
		List<?> elements = current.elements;
		if (elements == null) {
			throw new IllegalStateException("The current container has no elements");
		}
		if (++current.index < elements.size()) {
			Object element = elements.get(current.index);
			if (current.memberType != null) {
				this.member = element;
				this.memberType = current.memberType;
			}
			else {
				this.value = (AttributeValue) element;
			}
			return true;
		}
		leave(current);
		return false;
	}

	@Override
	public @Nullable String lookup(String name) {
		AttributeValue found = map().get(name);
		return (found != null) ? found.s() : null;
	}

	private Frame enter() {
		Frame enclosing = this.frame;
		Frame next = (enclosing != null) ? enclosing.inner : this.outermost;
		if (next == null) {
			next = new Frame(enclosing);
			if (enclosing != null) {
				enclosing.inner = next;
			}
			else {
				this.outermost = next;
			}
		}
		next.container = this.value;
		return next;
	}

	private void leave(Frame left) {
		this.value = left.container;
		this.member = null;
		this.frame = left.enclosing;
	}

	private Frame frame() {
		if (this.frame == null) {
			throw new IllegalStateException("No map or list was entered");
		}
		return this.frame;
	}

	private AttributeValue current() {
		if (this.value == null) {
			throw new IllegalStateException("The current value is a map");
		}
		return this.value;
	}

	private Map<String, AttributeValue> map() {
		if (this.value != null) {
			return this.value.m();
		}
		if (this.item == null) {
			throw new IllegalStateException("This source has no item yet");
		}
		return this.item;
	}

	private List<?> elements() {
		AttributeValue container = current();
		return switch (container.type()) {
			case SS -> container.ss();
			case NS -> container.ns();
			case BS -> container.bs();
			default -> container.l();
		};
	}

	/**
	 * A place inside a map or list. Used again for the next one on the same level.
	 */
	private static final class Frame implements BiConsumer<String, AttributeValue> {

		private static final String[] NO_NAMES = {};

		private static final AttributeValue[] NO_VALUES = {};

		private final @Nullable Frame enclosing;

		private @Nullable Frame inner;

		private @Nullable AttributeValue container;

		private int index;

		private @Nullable Map<String, AttributeValue> map;

		private @Nullable FieldTable fields;

		private @Nullable Iterator<String> others;

		private @Nullable List<?> elements;

		private @Nullable AttributeType memberType;

		private String[] names = NO_NAMES;

		private AttributeValue[] values = NO_VALUES;

		private int entries;

		private Frame(@Nullable Frame enclosing) {
			this.enclosing = enclosing;
		}

		/** Visiting a map allocates nothing, where its iterator wraps every entry. */
		private void gather(Map<String, AttributeValue> map) {
			this.entries = 0;
			this.index = -1;
			if (this.names.length < map.size()) {
				this.names = new String[map.size()];
				this.values = new AttributeValue[map.size()];
			}
			map.forEach(this);
		}

		@Override
		public void accept(String name, AttributeValue value) {
			if (this.entries == this.names.length) {
				this.names = Arrays.copyOf(this.names, this.entries + 8);
				this.values = Arrays.copyOf(this.values, this.entries + 8);
			}
			this.names[this.entries] = name;
			this.values[this.entries++] = value;
		}

	}

}
