package io.dkmio.core.convert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Reads the properties of one type and makes the object.
 */
class EntityReader {

	private final EntityShape shape;

	private final TypeAccess access;

	private final FieldTable fields;

	private final int size;

	private final int[] slots;

	private final ValueCodec<Object>[] codecs;

	/** Values of parameters that are not read, if there are any. */
	private final @Nullable Object @Nullable [] initial;

	private final int others;

	private final boolean strict;

	private final ValueCodec<Object> othersCodec;

	/**
	 * Creates a reader.
	 * @param shape the type
	 * @param othersCodec the codec of attributes no property names
	 * @param known further attributes with a meaning, by their names
	 */
	@SuppressWarnings({ "unchecked", "rawtypes" })
	EntityReader(EntityShape shape, ValueCodec<Object> othersCodec, Set<String> known) {
		this.shape = shape;
		this.strict = shape.entity().isStrict();
		this.access = shape.access();
		this.size = shape.slots().size();
		this.others = shape.others();
		this.othersCodec = othersCodec;
		List<Integer> read = new ArrayList<>();
		List<String> names = new ArrayList<>();
		List<String> ignored = new ArrayList<>(known);
		for (int i = 0; i < this.size; i++) {
			PropertySlot slot = shape.slots().get(i);
			if (slot.read() && i != this.others) {
				read.add(i);
				names.add(slot.attribute());
			}
			else if (slot.write() && i != this.others) {
				ignored.add(slot.attribute());
			}
		}
		for (String name : ignored) {
			if (!names.contains(name)) {
				names.add(name);
			}
		}
		this.initial = shape.slots().stream().anyMatch((slot) -> slot.initial() != null)
				? shape.slots().stream().map(PropertySlot::initial).toArray() : null;
		this.fields = new FieldTable(names, this.strict || this.others != EntityShape.NONE);
		this.slots = read.stream().mapToInt(Integer::intValue).toArray();
		this.codecs = new ValueCodec[this.slots.length];
		for (int i = 0; i < this.slots.length; i++) {
			this.codecs[i] = Objects.requireNonNull(shape.slots().get(this.slots[i]).codec());
		}
	}

	/**
	 * The position of a known attribute.
	 */
	final int position(String attribute) {
		return this.fields.position(attribute);
	}

	/**
	 * Reads the map that is the current value.
	 */
	final Object read(AttributeSource source) {
		@Nullable Object[] values = new @Nullable Object[this.size];
		Map<String, @Nullable Object> unnamed = null;
		source.enterMap(this.fields);
		int field = AttributeSource.END;
		try {
			while (true) {
				field = AttributeSource.END; // until the next one is found
				field = source.nextField();
				if (field >= 0) {
					if (field < this.codecs.length) {
						values[this.slots[field]] = this.codecs[field].read(source);
					}
					else {
						known(field, source);
					}
				}
				else if (field == AttributeSource.END) {
					break;
				}
				else if (this.others == EntityShape.NONE) {
					throw unknown(source.name());
				}
				else {
					unnamed = (unnamed != null) ? unnamed : new LinkedHashMap<>();
					unnamed.put(source.name(), this.othersCodec.read(source));
				}
			}
		}
		catch (ConversionFault ex) {
			throw at(ex, field, source);
		}
		if (this.others != EntityShape.NONE) {
			values[this.others] = (unnamed != null) ? unnamed : new LinkedHashMap<>(0);
		}
		complete(values, source);
		if (this.initial != null) {
			setInitial(this.initial, values);
		}
		try {
			return this.access.assemble(values);
		}
		catch (RuntimeException ex) {
			throw ConversionFault.from(ex,
					"the constructor, factory method or setter of " + this.shape.entity().getType().getSimpleName());
		}
	}

	private static void setInitial(@Nullable Object[] initial, @Nullable Object[] values) {
		for (int i = 0; i < initial.length; i++) {
			if (initial[i] != null) {
				values[i] = initial[i];
			}
		}
	}

	private ConversionFault unknown(String attribute) {
		return ConversionFault
			.of("attribute '" + attribute + "', which no property of " + this.shape.entity().getType().getSimpleName()
					+ " names, and the type is strict; add a property, one with @OtherAttributes, or take strict away");
	}

	private ConversionFault at(ConversionFault fault, int field, AttributeSource source) {
		if (field >= 0 && field < this.slots.length) {
			return fault.at(this.shape.slots().get(this.slots[field]).name(), this.fields.name(field));
		}
		return (field == AttributeSource.UNKNOWN && this.others != EntityShape.NONE)
				? fault.at(this.shape.slots().get(this.others).name(), source.name()) : fault;
	}

	private void complete(@Nullable Object[] values, AttributeSource source) {
		for (int slot : this.slots) {
			if (values[slot] == null) {
				values[slot] = missing(slot, source);
			}
		}
	}

	private @Nullable Object missing(int index, AttributeSource source) {
		PropertySlot slot = this.shape.slots().get(index);
		try {
			Object value = missingFromKey(index, source);
			if (value == null) {
				ValueCodec<Object> codec = Objects.requireNonNull(slot.codec());
				value = codec.absent();
				if (value == null && codec.isRequired() && isCreatorArgument(slot)) {
					throw ConversionFault.missing(Objects.requireNonNull(slot.property()).getType().getSimpleName());
				}
			}
			return value;
		}
		catch (RuntimeException ex) {
			throw ConversionFault.from(ex, "the conversion").at(slot.name(), slot.attribute());
		}
	}

	private boolean isCreatorArgument(PropertySlot slot) {
		return slot.property() != null && this.shape.entity().isCreatorArgument(slot.property());
	}

	/**
	 * Handles an attribute that is known and no property.
	 */
	void known(int field, AttributeSource source) {
	}

	/**
	 * Takes a value that is not stored from the key it is part of.
	 */
	@Nullable Object missingFromKey(int slot, AttributeSource source) {
		return null;
	}

	final EntityShape shape() {
		return this.shape;
	}

}
