package io.dkmio.core.convert;

import java.util.Set;

import io.dkmio.AttributeType;
import org.jspecify.annotations.Nullable;

/**
 * Objects stored as maps inside an item.
 */
final class EntityCodec extends ValueCodec<Object> {

	/** Where the type of a value inside an item is stored, if it has to be. */
	static final String TYPE_ATTRIBUTE = "_type";

	private final Class<?> type;

	private final Set<String> aliases;

	private final String alias;

	private final EntityWriter writer;

	private final EntityReader reader;

	EntityCodec(EntityShape shape, ValueCodec<Object> othersCodec) {
		super("M for " + shape.entity().getType().getSimpleName(), false);
		this.type = shape.entity().getType();
		this.aliases = shape.entity().getAliases();
		this.alias = shape.entity().getAlias();
		this.writer = new EntityWriter(shape, othersCodec, Set.of(TYPE_ATTRIBUTE));
		this.reader = new EntityReader(shape, othersCodec,
				(shape.others() != EntityShape.NONE) ? Set.of(TYPE_ATTRIBUTE) : Set.of());
	}

	Class<?> type() {
		return this.type;
	}

	Set<String> aliases() {
		return this.aliases;
	}

	@Override
	void write(Object value, AttributeSink sink) {
		if (value.getClass() != this.type) {
			throw unknown(value.getClass(), this.type);
		}
		sink.beginMap(this.writer.size());
		this.writer.write(this.writer.values(value), sink);
		sink.endMap();
	}

	/**
	 * Writes a value with its type.
	 */
	void writeTyped(Object value, AttributeSink sink) {
		sink.beginMap(this.writer.size() + 1);
		sink.name(TYPE_ATTRIBUTE);
		sink.string(this.alias);
		this.writer.write(this.writer.values(value), sink);
		sink.endMap();
	}

	@Override
	@Nullable Object read(AttributeSource source) {
		return (source.type() == AttributeType.M) ? this.reader.read(source) : unexpected(source);
	}

	static ConversionFault unknown(Class<?> found, Class<?> declared) {
		return ConversionFault.of("a value of type " + found.getName() + ", which is not known as a "
				+ declared.getSimpleName() + "; add the type to the mapping context, or make the hierarchy sealed");
	}

}
