package io.dkmio.core.convert;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.mapping.IndexModel;
import io.dkmio.core.mapping.KeyComponent;
import io.dkmio.core.mapping.TableDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Items of one type: their properties, their keys, and the keys of the indexes they are
 * in.
 */
final class ItemCodec {

	private final EntityShape shape;

	private final EntityWriter writer;

	private final ItemReader reader;

	private final List<KeyBinding> keys = new ArrayList<>();

	private final List<KeyBinding> indexKeys = new ArrayList<>();

	private final @Nullable String typeAttribute;

	private final String alias;

	ItemCodec(DynamoPersistentEntity<?> entity, Codecs codecs) {
		this.shape = codecs.shapeOf(entity);
		TableDefinition table = entity.getRequiredTable();
		this.typeAttribute = table.typeAttribute();
		this.alias = entity.getAlias();
		entity.getRequiredKey().components().forEach((key) -> this.keys.add(new KeyBinding(this.shape, key)));
		bindIndexes(entity);
		Set<String> known = new HashSet<>(table.keyAttributeNames());
		if (this.typeAttribute != null) {
			known.add(this.typeAttribute);
		}
		ValueCodec<Object> others = codecs.othersCodec(entity);
		this.writer = new EntityWriter(this.shape, others, known);
		boolean keepsOthers = this.shape.others() != EntityShape.NONE;
		Set<String> type = (this.typeAttribute != null) ? Set.of(this.typeAttribute) : Set.of();
		this.reader = new ItemReader(this.shape, others, (keepsOthers || entity.isStrict()) ? known : type, this.keys,
				this.typeAttribute);
	}

	/**
	 * Each index key attribute follows its own template alone, so that it can be kept
	 * right without knowing what the other one is made of.
	 */
	private void bindIndexes(DynamoPersistentEntity<?> entity) {
		Set<String> bound = new HashSet<>();
		this.keys.forEach((key) -> bound.add(key.attribute()));
		for (IndexModel index : entity.getIndexes()) {
			for (KeyComponent component : index.components()) {
				if (component instanceof KeyComponent.Composed && bound.add(component.attribute().name())) {
					this.indexKeys.add(new KeyBinding(this.shape, component));
				}
			}
		}
	}

	EntityShape shape() {
		return this.shape;
	}

	List<KeyBinding> keys() {
		return this.keys;
	}

	/**
	 * The properties of an item, by slot.
	 */
	@Nullable Object[] values(Object item) {
		try {
			return this.writer.values(item);
		}
		catch (ConversionFault ex) {
			throw ex.writing(this.shape.entity().getType());
		}
	}

	void write(Object item, AttributeSink sink) {
		@Nullable Object[] values = values(item);
		sink.beginMap(this.writer.size() + this.keys.size() + this.indexKeys.size() + 1);
		for (int i = 0; i < this.keys.size(); i++) {
			KeyBinding key = this.keys.get(i);
			key.check(values, role(i));
			if (key.component() instanceof KeyComponent.Composed composed) {
				writeKey(key.attribute(), key.text(composed, values), sink);
			}
		}
		if (this.typeAttribute != null) {
			sink.name(this.typeAttribute);
			sink.string(this.alias);
		}
		try {
			this.writer.write(values, sink);
		}
		catch (ConversionFault ex) {
			throw ex.writing(this.shape.entity().getType());
		}
		writeIndexKeys(values, sink);
		sink.endMap();
	}

	/**
	 * Writes the index keys the item has all properties for, as fields of the current
	 * map.
	 */
	void writeIndexKeys(@Nullable Object[] values, AttributeSink sink) {
		for (int i = 0; i < this.indexKeys.size(); i++) {
			KeyBinding key = this.indexKeys.get(i);
			if (key.component() instanceof KeyComponent.Composed composed) {
				writeKey(key.attribute(), key.text(composed, values), sink);
			}
		}
	}

	private static void writeKey(String attribute, @Nullable String text, AttributeSink sink) {
		if (text != null) {
			sink.name(attribute);
			sink.string(text);
		}
	}

	Object read(AttributeSource source) {
		try {
			return this.reader.read(source);
		}
		catch (ConversionFault ex) {
			throw ex.reading(this.shape.entity().getType());
		}
	}

	/**
	 * Whether the composed keys of an item are those of this type.
	 */
	boolean matches(AttributeSource source) {
		boolean composed = false;
		for (KeyBinding key : this.keys) {
			if (key.component() instanceof KeyComponent.Composed component) {
				String text = source.lookup(key.attribute());
				if (text == null || !component.format().matches(text)) {
					return false;
				}
				composed = true;
			}
		}
		return composed;
	}

	static String role(int position) {
		return (position == 0) ? "partition key" : "sort key";
	}

}
