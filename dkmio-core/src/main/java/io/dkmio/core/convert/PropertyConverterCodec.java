package io.dkmio.core.convert;

import io.dkmio.core.mapping.DynamoPersistentProperty;
import org.jspecify.annotations.Nullable;

import org.springframework.data.convert.PropertyValueConverter;

/**
 * The values of a property that has a converter of its own.
 */
final class PropertyConverterCodec extends ValueCodec<Object> {

	private final PropertyValueConverter<Object, Object, DynamoConversionContext> converter;

	private final DynamoConversionContext context;

	private final ValueCodec<Object> stored;

	PropertyConverterCodec(DynamoPersistentProperty property,
			PropertyValueConverter<Object, Object, DynamoConversionContext> converter, ValueCodec<Object> stored) {
		super(stored.expected(), property.getType().isPrimitive());
		this.converter = converter;
		this.context = new DynamoConversionContext(property);
		this.stored = stored;
	}

	@Override
	void write(Object value, AttributeSink sink) {
		Object converted = convert(value);
		if (converted != null) {
			this.stored.write(converted, sink);
		}
		else {
			sink.nullValue();
		}
	}

	@Override
	void writeField(String name, Object value, AttributeSink sink) {
		Object converted = convert(value);
		if (converted != null) {
			this.stored.writeField(name, converted, sink);
		}
	}

	@Override
	void writeNullField(String name, AttributeSink sink) {
		Object converted = this.converter.writeNull(this.context);
		if (converted != null) {
			this.stored.writeField(name, converted, sink);
		}
	}

	private @Nullable Object convert(Object value) {
		try {
			return this.converter.write(value, this.context);
		}
		catch (RuntimeException ex) {
			throw ConversionFault.from(ex, "the property's converter");
		}
	}

	@Override
	@Nullable Object read(AttributeSource source) {
		Object value = this.stored.read(source);
		if (value == null) {
			return absent();
		}
		try {
			return this.converter.read(value, this.context);
		}
		catch (RuntimeException ex) {
			throw ConversionFault.from(ex, "the property's converter");
		}
	}

	@Override
	@Nullable Object absent() {
		return this.converter.readNull(this.context);
	}

}
