package io.dkmio.core.convert;

import java.lang.reflect.Array;
import java.util.Collection;

import org.jspecify.annotations.Nullable;

/**
 * Arrays stored as lists.
 */
final class ArrayCodec extends ValueCodec<Object> {

	private final ValueCodec<Object> element;

	private final CollectionCodec elements;

	private final Class<?> componentType;

	ArrayCodec(Class<?> componentType, ValueCodec<Object> element, CollectionCodec elements) {
		super("L for " + componentType.getSimpleName() + "[]", false);
		this.componentType = componentType;
		this.element = element;
		this.elements = elements;
	}

	@Override
	void write(Object value, AttributeSink sink) {
		int size = Array.getLength(value);
		sink.beginList(size);
		for (int i = 0; i < size; i++) {
			Object each = Array.get(value, i);
			try {
				if (each != null) {
					this.element.write(each, sink);
				}
				else {
					sink.nullValue();
				}
			}
			catch (ConversionFault ex) {
				throw ex.atElement(i);
			}
		}
		sink.endList();
	}

	@Override
	@Nullable Object read(AttributeSource source) {
		Iterable<@Nullable Object> values = this.elements.read(source);
		if (values == null) {
			return null;
		}
		Object array = Array.newInstance(this.componentType, ((Collection<?>) values).size());
		int index = 0;
		for (Object value : values) {
			Array.set(array, index++, value);
		}
		return array;
	}

}
