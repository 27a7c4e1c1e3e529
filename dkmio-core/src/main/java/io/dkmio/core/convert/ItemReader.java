package io.dkmio.core.convert;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import io.dkmio.UnknownTypeException;
import io.dkmio.core.mapping.KeyComponent;
import org.jspecify.annotations.Nullable;

/**
 * Reads items of one type. What is not stored as an attribute is taken from the key it is
 * part of, and an item of another type is refused.
 */
final class ItemReader extends EntityReader {

	private final List<KeyBinding> keys;

	private final Set<String> aliases;

	private final int typeField;

	ItemReader(EntityShape shape, ValueCodec<Object> othersCodec, Set<String> known, List<KeyBinding> keys,
			@Nullable String typeAttribute) {
		super(shape, othersCodec, known);
		this.keys = keys;
		this.aliases = shape.entity().getAliases();
		this.typeField = (typeAttribute != null) ? position(typeAttribute) : AttributeSource.UNKNOWN;
	}

	@Override
	void known(int field, AttributeSource source) {
		if (field == this.typeField && source.type() == io.dkmio.AttributeType.S) {
			String alias = source.string();
			if (!this.aliases.contains(alias)) {
				throw unknown(shape().entity().getType(), alias, this.aliases);
			}
		}
	}

	@Override
	@Nullable Object missingFromKey(int slot, AttributeSource source) {
		for (KeyBinding key : this.keys) {
			if (key.component() instanceof KeyComponent.Composed composed) {
				for (int i = 0; i < key.slots().length; i++) {
					if (key.slots()[i] == slot) {
						String text = source.lookup(key.attribute());
						return (text != null) ? composed.format().parse(text)[i] : null;
					}
				}
			}
		}
		return null;
	}

	static UnknownTypeException unknown(Class<?> type, @Nullable String alias, Collection<String> expected) {
		String found = (alias != null) ? "its type is '" + alias + "'"
				: "it has no type, and its key fits no one type's templates";
		return new UnknownTypeException(
				"Cannot read an item as " + type.getSimpleName() + ": " + found + "; known are "
						+ new java.util.TreeSet<>(expected)
						+ ". Add the type to the mapping context, or the alias to the type that reads it",
				alias, expected);
	}

}
