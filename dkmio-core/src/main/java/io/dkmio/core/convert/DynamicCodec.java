package io.dkmio.core.convert;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import io.dkmio.AttributeType;
import org.jspecify.annotations.Nullable;

/**
 * Values whose type is not declared: written as what they are, and read as strings,
 * {@link BigDecimal}s, booleans, byte arrays, sets, lists and maps.
 */
final class DynamicCodec extends ValueCodec<Object> {

	private final Function<Class<?>, ValueCodec<Object>> byType;

	private final Function<String, @Nullable EntityCodec> byAlias;

	/**
	 * Creates a codec.
	 * @param byType the codec of a value's own type
	 * @param byAlias the codec of a type by its alias, {@code null} if there is none
	 */
	DynamicCodec(Function<Class<?>, ValueCodec<Object>> byType, Function<String, @Nullable EntityCodec> byAlias) {
		super("any attribute", false);
		this.byType = byType;
		this.byAlias = byAlias;
	}

	@Override
	void write(Object value, AttributeSink sink) {
		if (value instanceof String text) {
			sink.string(text);
		}
		else if (value instanceof Boolean bool) {
			sink.bool(bool);
		}
		else if (value instanceof Map<?, ?> map) {
			writeMap(map, sink);
		}
		else if (value instanceof Set<?> set) {
			writeSet(set, sink);
		}
		else if (value instanceof Collection<?> collection) {
			writeList(collection, sink);
		}
		else {
			ValueCodec<Object> codec = this.byType.apply(value.getClass());
			if (codec instanceof EntityCodec entity) {
				entity.writeTyped(value, sink);
			}
			else {
				codec.write(value, sink);
			}
		}
	}

	private void writeMap(Map<?, ?> map, AttributeSink sink) {
		sink.beginMap(map.size());
		for (Map.Entry<?, ?> entry : map.entrySet()) {
			if (!(entry.getKey() instanceof String name)) {
				throw ConversionFault
					.of("a map with a key that is no String; convert it, or declare the type of the map");
			}
			sink.name(MapCodec.checked(name));
			try {
				writeOrNull(entry.getValue(), sink);
			}
			catch (ConversionFault ex) {
				throw ex.atEntry();
			}
		}
		sink.endMap();
	}

	private void writeList(Collection<?> collection, AttributeSink sink) {
		sink.beginList(collection.size());
		int index = 0;
		for (Object element : collection) {
			try {
				writeOrNull(element, sink);
			}
			catch (ConversionFault ex) {
				throw ex.atElement(index);
			}
			index++;
		}
		sink.endList();
	}

	private void writeOrNull(@Nullable Object value, AttributeSink sink) {
		if (value != null) {
			write(value, sink);
		}
		else {
			sink.nullValue();
		}
	}

	/** A set of one kind is a set of DynamoDB, any other one a list. */
	@SuppressWarnings("ReferenceEquality") // there is one codec for each type
	private void writeSet(Set<?> set, AttributeSink sink) {
		ValueCodec<?> element = null;
		for (Object each : set) {
			ValueCodec<?> codec = (each != null) ? this.byType.apply(each.getClass()) : null;
			element = (element == null || element == codec || bothNumbers(element, codec)) ? codec : null;
			if (element == null) {
				break;
			}
		}
		SetCodec codec = (element instanceof NumberCodec) ? SetCodec.find(anyNumber(), ArrayList::new)
				: (element != null) ? SetCodec.find(element, ArrayList::new) : null;
		if (codec != null) {
			codec.write(new ArrayList<@Nullable Object>(set), sink);
		}
		else {
			writeList(set, sink);
		}
	}

	private static boolean bothNumbers(@Nullable ValueCodec<?> first, @Nullable ValueCodec<?> second) {
		return first instanceof NumberCodec && second instanceof NumberCodec;
	}

	private NumberCodec<Object> anyNumber() {
		return new NumberCodec<>("Number", this::formatNumber, Numbers::parseDecimal, false, false);
	}

	@SuppressWarnings("unchecked")
	private String formatNumber(Object value) {
		return ((NumberCodec<Object>) (ValueCodec<?>) this.byType.apply(value.getClass())).format(value);
	}

	@Override
	@Nullable Object read(AttributeSource source) {
		AttributeType type = source.type();
		return switch (type) {
			case S -> source.string();
			case N -> Numbers.parseDecimal(source.number());
			case BOOL -> source.bool();
			case NULL -> null;
			case B -> source.binary().asByteArray();
			case M -> readMap(source);
			case L -> readList(source);
			case SS, NS, BS -> readSet(type, source);
		};
	}

	private Object readMap(AttributeSource source) {
		String alias = source.lookup(EntityCodec.TYPE_ATTRIBUTE);
		EntityCodec entity = (alias != null) ? this.byAlias.apply(alias) : null;
		if (entity != null) {
			Object value = entity.read(source);
			if (value != null) {
				return value;
			}
		}
		Map<String, @Nullable Object> map = new LinkedHashMap<>(source.size() * 2);
		source.enterMap();
		try {
			while (source.nextEntry()) {
				map.put(source.name(), read(source));
			}
		}
		catch (ConversionFault ex) {
			throw ex.atEntry();
		}
		return map;
	}

	private List<@Nullable Object> readList(AttributeSource source) {
		List<@Nullable Object> list = new ArrayList<>(source.size());
		source.enterElements();
		try {
			while (source.nextElement()) {
				list.add(read(source));
			}
		}
		catch (ConversionFault ex) {
			throw ex.atElement(list.size());
		}
		return list;
	}

	private static Set<Object> readSet(AttributeType type, AttributeSource source) {
		Set<Object> set = new LinkedHashSet<>(source.size() * 2);
		source.enterElements();
		while (source.nextElement()) {
			set.add(switch (type) {
				case SS -> source.string();
				case NS -> Numbers.parseDecimal(source.number());
				default -> ByteBuffer.wrap(source.binary().asByteArray());
			});
		}
		return set;
	}

}
