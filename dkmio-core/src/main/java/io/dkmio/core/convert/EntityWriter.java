package io.dkmio.core.convert;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Writes the properties of one type.
 */
final class EntityWriter {

	private final EntityShape shape;

	private final TypeAccess access;

	private final int size;

	private final int[] slots;

	private final String[] attributes;

	private final ValueCodec<Object>[] codecs;

	private final int others;

	private final ValueCodec<Object> othersCodec;

	private final Set<String> taken = new HashSet<>();

	/**
	 * Creates a writer.
	 * @param shape the type
	 * @param othersCodec the codec of attributes no property names
	 * @param reserved attributes that are written beside the properties
	 */
	@SuppressWarnings({ "unchecked", "rawtypes" })
	EntityWriter(EntityShape shape, ValueCodec<Object> othersCodec, Set<String> reserved) {
		this.shape = shape;
		this.access = shape.access();
		this.size = shape.slots().size();
		this.others = shape.others();
		this.othersCodec = othersCodec;
		List<Integer> written = new ArrayList<>();
		for (int i = 0; i < this.size; i++) {
			PropertySlot slot = shape.slots().get(i);
			if (slot.write() && i != this.others) {
				written.add(i);
			}
			if ((slot.write() || slot.read()) && i != this.others) {
				this.taken.add(slot.attribute());
			}
		}
		this.taken.addAll(reserved);
		this.slots = written.stream().mapToInt(Integer::intValue).toArray();
		this.attributes = new String[this.slots.length];
		this.codecs = new ValueCodec[this.slots.length];
		for (int i = 0; i < this.slots.length; i++) {
			PropertySlot slot = shape.slots().get(this.slots[i]);
			this.attributes[i] = slot.attribute();
			this.codecs[i] = Objects.requireNonNull(slot.codec());
		}
	}

	int size() {
		return this.slots.length;
	}

	/**
	 * Takes an object apart.
	 */
	@Nullable Object[] values(Object target) {
		@Nullable Object[] values = new @Nullable Object[this.size];
		try {
			this.access.disassemble(target, values);
		}
		catch (RuntimeException ex) {
			throw ConversionFault.from(ex, "an accessor");
		}
		return values;
	}

	/**
	 * Writes the properties as fields of the current map.
	 */
	void write(@Nullable Object[] values, AttributeSink sink) {
		int i = 0;
		try {
			for (; i < this.slots.length; i++) {
				Object value = values[this.slots[i]];
				if (value != null) {
					this.codecs[i].writeField(this.attributes[i], value, sink);
				}
				else {
					this.codecs[i].writeNullField(this.attributes[i], sink);
				}
			}
		}
		catch (RuntimeException ex) {
			throw ConversionFault.from(ex, "the conversion")
				.at(this.shape.slots().get(this.slots[i]).name(), this.attributes[i]);
		}
		if (this.others != EntityShape.NONE) {
			writeOthers((Map<?, ?>) values[this.others], sink);
		}
	}

	private void writeOthers(@Nullable Map<?, ?> attributes, AttributeSink sink) {
		if (attributes == null) {
			return;
		}
		for (Map.Entry<?, ?> entry : attributes.entrySet()) {
			String name = (String) entry.getKey();
			String property = this.shape.slots().get(this.others).name();
			if (this.taken.contains(name)) {
				throw ConversionFault
					.of("it holds attribute '" + name + "', which " + this.shape.entity().getType().getSimpleName()
							+ " writes itself; remove it from the map")
					.at(property, "");
			}
			try {
				sink.name(MapCodec.checked(name));
				Object value = entry.getValue();
				if (value != null) {
					this.othersCodec.write(value, sink);
				}
				else {
					sink.nullValue();
				}
			}
			catch (RuntimeException ex) {
				throw ConversionFault.from(ex, "the conversion").at(property, name);
			}
		}
	}

}
