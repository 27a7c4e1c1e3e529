package io.dkmio.core.convert;

import java.util.Optional;

/**
 * Optional values: an empty one is not stored.
 */
final class OptionalCodec extends ValueCodec<Optional<Object>> {

	private final ValueCodec<Object> content;

	OptionalCodec(ValueCodec<Object> content) {
		super(content.expected(), false);
		this.content = content;
	}

	@Override
	void write(Optional<Object> value, AttributeSink sink) {
		if (value.isPresent()) {
			this.content.write(value.get(), sink);
		}
		else {
			sink.nullValue();
		}
	}

	@Override
	void writeField(String name, Optional<Object> value, AttributeSink sink) {
		if (value.isPresent()) {
			this.content.writeField(name, value.get(), sink);
		}
	}

	@Override
	Optional<Object> read(AttributeSource source) {
		return Optional.ofNullable(this.content.read(source));
	}

	@Override
	Optional<Object> absent() {
		return Optional.empty();
	}

}
