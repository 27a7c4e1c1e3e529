package io.dkmio.core.convert;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The types an item can be of, where it is read as something more general.
 */
final class ItemTypes {

	private final Class<?> declared;

	private final List<ItemCodec> types;

	private final Map<String, ItemCodec> byAlias = new HashMap<>();

	private final Set<String> typeAttributes = new LinkedHashSet<>();

	ItemTypes(Class<?> declared, List<ItemCodec> types) {
		this.declared = declared;
		this.types = List.copyOf(types);
		for (ItemCodec type : types) {
			String attribute = type.shape().entity().getRequiredTable().typeAttribute();
			if (attribute != null) {
				this.typeAttributes.add(attribute);
			}
			type.shape().entity().getAliases().forEach((alias) -> this.byAlias.putIfAbsent(alias, type));
		}
	}

	/**
	 * The type of the item that is the current value.
	 * @return the type, or {@code null} if it is none of these
	 */
	@Nullable ItemCodec find(AttributeSource source) {
		if (this.types.size() == 1 && this.types.get(0).shape().entity().getType() == this.declared) {
			return this.types.get(0);
		}
		String alias = alias(source);
		if (alias != null) {
			return this.byAlias.get(alias);
		}
		ItemCodec found = null;
		for (ItemCodec type : this.types) {
			if (type.matches(source)) {
				if (found != null) {
					return null;
				}
				found = type;
			}
		}
		return found;
	}

	Object read(AttributeSource source) {
		ItemCodec type = find(source);
		if (type == null) {
			throw ItemReader.unknown(this.declared, alias(source), this.byAlias.keySet());
		}
		return type.read(source);
	}

	private @Nullable String alias(AttributeSource source) {
		for (String attribute : this.typeAttributes) {
			String alias = source.lookup(attribute);
			if (alias != null) {
				return alias;
			}
		}
		return null;
	}

}
