package io.dkmio.core.convert;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.util.Assert;

/**
 * An item that is JSON still. A converter reads it as it is; for everybody else it is a
 * map of attributes, which are made when they are asked for.
 *
 * @since 1.0
 */
public final class JsonItem extends AbstractMap<String, AttributeValue> {

	private final Answer answer;

	private final int from;

	private final int to;

	/** Where the attributes with the answer's names begin, negative if unknown. */
	private final int[] places;

	private @Nullable Map<String, AttributeValue> attributes;

	private JsonItem(Answer answer, int from, int to, int[] places) {
		this.answer = answer;
		this.from = from;
		this.to = to;
		this.places = places;
	}

	static JsonItem of(byte[] json, @Nullable String[] names, int[] places) {
		return new Answer(json, names).item(0, json.length, places);
	}

	/**
	 * An item by itself.
	 * @param json the map of its attributes; it must not change any more
	 * @return the item
	 */
	public static JsonItem of(byte[] json) {
		return of(json, Answer.NO_NAMES, Answer.NO_PLACES);
	}

	/**
	 * The map of the item's attributes as JSON.
	 * @return the bytes, which nobody may change
	 */
	public byte[] json() {
		byte[] all = this.answer.json;
		return (this.to - this.from == all.length) ? all : Arrays.copyOfRange(this.answer.json, this.from, this.to);
	}

	/**
	 * The number of bytes of the JSON.
	 * @return the number
	 */
	public int length() {
		return this.to - this.from;
	}

	/**
	 * Reads the item.
	 */
	<T> T read(DynamoConverter converter, Class<T> type) {
		JsonAttributeSource source = this.answer.source();
		T item = converter.read(type, source.reset(this.answer.json, this.from, this.to));
		this.answer.keep(source);
		return item;
	}

	@Override
	public @Nullable AttributeValue get(@Nullable Object name) {
		if (this.attributes != null) {
			return this.attributes.get(name);
		}
		if (!(name instanceof String text)) {
			return null;
		}
		JsonAttributeSource source = this.answer.source();
		try {
			AttributeValue value = find(source.reset(this.answer.json, this.from, this.to), text);
			this.answer.keep(source);
			return value;
		}
		catch (ConversionFault ex) {
			throw ex.reading(Map.class);
		}
	}

	private @Nullable AttributeValue find(JsonAttributeSource source, String name) {
		for (int i = 0; i < this.places.length; i++) {
			if (this.places[i] >= 0 && name.equals(this.answer.names[i])) {
				return source.attributeAt(this.places[i]);
			}
		}
		return source.find(name);
	}

	@Override
	public boolean containsKey(@Nullable Object name) {
		return get(name) != null;
	}

	@Override
	public boolean isEmpty() {
		for (int at = this.from + 1; at < this.to - 1; at++) {
			if (this.answer.json[at] > ' ') {
				return false;
			}
		}
		return true;
	}

	@Override
	public int size() {
		return attributes().size();
	}

	@Override
	public Set<String> keySet() {
		return attributes().keySet();
	}

	@Override
	public Set<Entry<String, AttributeValue>> entrySet() {
		return attributes().entrySet();
	}

	private Map<String, AttributeValue> attributes() {
		Map<String, AttributeValue> attributes = this.attributes;
		if (attributes == null) {
			try {
				attributes = Collections.unmodifiableMap(
						new JsonAttributeSource().reset(this.answer.json, this.from, this.to).attribute().m());
			}
			catch (ConversionFault ex) {
				throw ex.reading(Map.class);
			}
			this.attributes = attributes;
		}
		return attributes;
	}

	/**
	 * The JSON of an answer with any number of items. They share what it takes to read
	 * them, one after the other; threads that read at one time do not meet.
	 *
	 * @since 1.0
	 */
	public static final class Answer {

		private static final String[] NO_NAMES = {};

		private static final int[] NO_PLACES = {};

		private final byte[] json;

		private final @Nullable String[] names;

		private final AtomicReference<@Nullable JsonAttributeSource> spare = new AtomicReference<>();

		/**
		 * Creates an answer.
		 * @param json the bytes, which must not change any more
		 * @param names of attributes whose places in the items are known
		 */
		public Answer(byte[] json, List<String> names) {
			this(json, names.isEmpty() ? NO_NAMES : names.toArray(NO_NAMES));
		}

		private Answer(byte[] json, @Nullable String[] names) {
			Assert.notNull(json, "Bytes must not be null");
			this.json = json;
			this.names = names;
		}

		/**
		 * One of the items.
		 * @param from where the map of its attributes begins
		 * @param to where it ends
		 * @param places where the attributes with the names begin, in their order;
		 * negative if that is not known
		 * @return the item
		 */
		public JsonItem item(int from, int to, int[] places) {
			return new JsonItem(this, from, to, places);
		}

		private JsonAttributeSource source() {
			JsonAttributeSource source = this.spare.getAndSet(null);
			return (source != null) ? source : new JsonAttributeSource();
		}

		private void keep(JsonAttributeSource source) {
			this.spare.set(source);
		}

	}

}
