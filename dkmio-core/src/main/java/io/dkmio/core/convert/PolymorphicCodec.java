package io.dkmio.core.convert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import io.dkmio.AttributeType;
import org.jspecify.annotations.Nullable;

/**
 * Objects of one of several known types, stored as maps that say which.
 */
final class PolymorphicCodec extends ValueCodec<Object> {

	private final Class<?> declared;

	private final List<EntityCodec> types;

	private final Map<String, EntityCodec> byAlias = new HashMap<>();

	private final @Nullable EntityCodec untyped;

	PolymorphicCodec(Class<?> declared, List<EntityCodec> types) {
		super("M for " + declared.getSimpleName(), false);
		this.declared = declared;
		this.types = new ArrayList<>(types);
		types.forEach((type) -> type.aliases().forEach((alias) -> this.byAlias.putIfAbsent(alias, type)));
		this.untyped = (types.size() == 1) ? types.get(0)
				: types.stream().filter((type) -> type.type() == declared).findFirst().orElse(null);
	}

	@Override
	void write(Object value, AttributeSink sink) {
		Class<?> type = value.getClass();
		for (int i = 0; i < this.types.size(); i++) {
			EntityCodec codec = this.types.get(i);
			if (codec.type() == type) {
				if (type == this.declared) {
					codec.write(value, sink);
				}
				else {
					codec.writeTyped(value, sink);
				}
				return;
			}
		}
		throw EntityCodec.unknown(type, this.declared);
	}

	@Override
	@Nullable Object read(AttributeSource source) {
		if (source.type() != AttributeType.M) {
			return unexpected(source);
		}
		String alias = source.lookup(EntityCodec.TYPE_ATTRIBUTE);
		EntityCodec codec = (alias != null) ? this.byAlias.get(alias) : this.untyped;
		if (codec == null) {
			throw ConversionFault.of("expected the type of a " + this.declared.getSimpleName() + " in attribute '"
					+ EntityCodec.TYPE_ATTRIBUTE + "', one of " + new TreeSet<>(this.byAlias.keySet()) + ", found "
					+ ((alias != null) ? "'" + alias + "'; add it as an alias of the type that reads it" : "none"));
		}
		return codec.read(source);
	}

}
