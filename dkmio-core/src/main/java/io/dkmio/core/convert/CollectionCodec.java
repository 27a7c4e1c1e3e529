package io.dkmio.core.convert;

import java.util.Collection;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.IntFunction;

import io.dkmio.AttributeType;
import org.jspecify.annotations.Nullable;

/**
 * Collections stored as lists. Sets of DynamoDB are read as well.
 */
class CollectionCodec extends ValueCodec<Iterable<@Nullable Object>> {

	private final ValueCodec<Object> element;

	private final IntFunction<Collection<@Nullable Object>> factory;

	private final boolean set;

	/**
	 * Creates a codec.
	 * @param expected what is expected on reading, for messages
	 * @param element the codec of the elements
	 * @param factory makes a collection for a number of elements
	 * @param set whether a missing attribute reads as an empty collection
	 */
	CollectionCodec(String expected, ValueCodec<Object> element, IntFunction<Collection<@Nullable Object>> factory,
			boolean set) {
		super(expected, false);
		this.element = element;
		this.factory = factory;
		this.set = set;
	}

	@Override
	void write(Iterable<@Nullable Object> value, AttributeSink sink) {
		int index = 0;
		try {
			if (value instanceof List<@Nullable Object> list && value instanceof RandomAccess) {
				int size = list.size();
				sink.beginList(size);
				for (; index < size; index++) {
					writeElement(list.get(index), sink);
				}
			}
			else {
				sink.beginList((value instanceof Collection<?> collection) ? collection.size() : 0);
				for (Object each : value) {
					writeElement(each, sink);
					index++;
				}
			}
		}
		catch (ConversionFault ex) {
			throw ex.atElement(index);
		}
		sink.endList();
	}

	private void writeElement(@Nullable Object value, AttributeSink sink) {
		if (value != null) {
			this.element.write(value, sink);
		}
		else {
			sink.nullValue();
		}
	}

	@Override
	final @Nullable Iterable<@Nullable Object> read(AttributeSource source) {
		AttributeType type = source.type();
		if (type != AttributeType.L && type != AttributeType.SS && type != AttributeType.NS
				&& type != AttributeType.BS) {
			return unexpected(source);
		}
		Collection<@Nullable Object> values = this.factory.apply(source.size());
		source.enterElements();
		int index = 0;
		try {
			while (source.nextElement()) {
				values.add(this.element.read(source));
				index++;
			}
		}
		catch (ConversionFault ex) {
			throw ex.atElement(index);
		}
		return values;
	}

	@Override
	final @Nullable Iterable<@Nullable Object> absent() {
		return this.set ? this.factory.apply(0) : null;
	}

}
