package io.dkmio.core.convert;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.dkmio.DynamoConversionException;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.mapping.DynamoPersistentProperty;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.convert.CustomConversions;
import org.springframework.data.core.TypeInformation;
import org.springframework.data.mapping.MappingException;
import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;

/**
 * Converts by the mapping context. What can be told from the types is worked out for all
 * item types when the converter is made.
 *
 * @since 1.0
 */
public final class MappingDynamoConverter implements DynamoConverter {

	private final DynamoMappingContext mappingContext;

	private final Codecs codecs;

	private final Map<Class<?>, ItemCodec> items = new ConcurrentHashMap<>();

	private final Map<Class<?>, ItemTypes> types = new ConcurrentHashMap<>();

	private final Map<Class<?>, ItemKeys> keys = new ConcurrentHashMap<>();

	private final Map<DynamoPersistentProperty, ValueCodec<Object>> properties = new ConcurrentHashMap<>();

	private final Map<TypeInformation<?>, ValueCodec<Object>> declared = new ConcurrentHashMap<>();

	/**
	 * Creates a converter with the conversions of the context, if it has some.
	 * @param mappingContext the types, initialised
	 * @throws MappingException if a property of an item cannot be stored
	 */
	public MappingDynamoConverter(DynamoMappingContext mappingContext) {
		this(mappingContext, DynamoCustomConversions.of());
	}

	/**
	 * Creates a converter.
	 * @param mappingContext the types, initialised
	 * @param conversions the conversions of the application, which the context has too:
	 * it composes the keys of the items, and knows what their properties are stored as;
	 * without any, those of the context are taken
	 * @throws MappingException if a property of an item cannot be stored, or the context
	 * has other conversions
	 */
	public MappingDynamoConverter(DynamoMappingContext mappingContext, DynamoCustomConversions conversions) {
		Assert.notNull(mappingContext, "DynamoMappingContext must not be null");
		Assert.notNull(conversions, "DynamoCustomConversions must not be null");
		checkKnown(conversions, mappingContext.getCustomConversions());
		this.mappingContext = mappingContext;
		this.codecs = new Codecs(mappingContext, conversions.isEmpty() ? conversionsOf(mappingContext) : conversions);
		new ArrayList<>(mappingContext.getPersistentEntities()).stream()
			.filter((entity) -> entity.isItem() && !Modifier.isAbstract(entity.getType().getModifiers()))
			.forEach((entity) -> itemCodec(entity.getType()));
	}

	private static DynamoCustomConversions conversionsOf(DynamoMappingContext mappingContext) {
		return (mappingContext.getCustomConversions() instanceof DynamoCustomConversions known) ? known
				: DynamoCustomConversions.of();
	}

	/**
	 * Refuses others than the context's: a value would be one thing in a key, and another
	 * as an attribute.
	 */
	@SuppressWarnings("ReferenceEquality") // conversions have no equality
	private static void checkKnown(DynamoCustomConversions conversions, @Nullable CustomConversions known) {
		if (conversions != known && !conversions.isEmpty()) {
			throw new MappingException(
					"The conversions of the converter are not those of its mapping context, which has "
							+ ((known != null) ? "others" : "none") + ": keys and queries would not follow them. Give"
							+ " both the same DynamoCustomConversions, the context by setCustomConversions(…) before its"
							+ " types are added");
		}
	}

	@Override
	public DynamoMappingContext getMappingContext() {
		return this.mappingContext;
	}

	@Override
	public void write(Object item, AttributeSink sink) {
		itemCodec(item.getClass()).write(item, sink);
	}

	@Override
	public <T> T read(Class<T> type, AttributeSource source) {
		if (type == Map.class || type == Object.class) {
			return cast(type, readUndeclared(source));
		}
		ItemTypes types = itemTypes(type);
		try {
			return cast(type, types.read(source));
		}
		catch (ConversionFault ex) {
			throw ex.reading(type);
		}
	}

	@Override
	public @Nullable DynamoPersistentEntity<?> resolveType(Class<?> type, AttributeSource source) {
		ItemTypes types = itemTypes(type);
		try {
			ItemCodec found = types.find(source);
			return (found != null) ? found.shape().entity() : null;
		}
		catch (ConversionFault ex) {
			throw ex.reading(type);
		}
	}

	@Override
	public ItemKeys keys(Class<?> type) {
		ItemKeys found = this.keys.get(type);
		if (found == null) {
			found = new ItemKeys(itemCodec(type));
			this.keys.put(type, found);
		}
		return found;
	}

	@Override
	public AttributeValue toAttributeValue(DynamoPersistentProperty property, @Nullable Object value) {
		if (value == null) {
			return AttributeValue.fromNul(true);
		}
		return write(property, () -> {
			AttributeValueSink sink = new AttributeValueSink();
			codec(property, value).write(value, sink);
			return sink.value();
		});
	}

	@Override
	public AttributeValue toAttributeValue(TypeInformation<?> type, @Nullable Object value) {
		if (value == null) {
			return AttributeValue.fromNul(true);
		}
		return toAttributeValue(codec(type), value, type.getType());
	}

	@Override
	public AttributeValue toAttributeValue(@Nullable Object value) {
		if (value == null) {
			return AttributeValue.fromNul(true);
		}
		return toAttributeValue(this.codecs.dynamic(), value, value.getClass());
	}

	private static AttributeValue toAttributeValue(ValueCodec<Object> codec, Object value, Class<?> type) {
		AttributeValueSink sink = new AttributeValueSink();
		try {
			codec.write(value, sink);
		}
		catch (ConversionFault ex) {
			throw ex.writing(type);
		}
		return sink.value();
	}

	@Override
	public @Nullable Object fromAttributeValue(DynamoPersistentProperty property, AttributeValue value) {
		try {
			return codec(property).read(new AttributeValueSource(value));
		}
		catch (ConversionFault ex) {
			throw ex.at(property.getName(), property.getAttributeName()).reading(property.getOwner().getType());
		}
	}

	@Override
	public @Nullable Object fromAttributeValue(AttributeValue value) {
		try {
			return this.codecs.dynamic().read(new AttributeValueSource(value));
		}
		catch (ConversionFault ex) {
			throw ex.reading(Object.class);
		}
	}

	private static <R> R write(DynamoPersistentProperty property, Supplier<R> action) throws DynamoConversionException {
		try {
			return action.get();
		}
		catch (ConversionFault ex) {
			throw ex.at(property.getName(), property.getAttributeName()).writing(property.getOwner().getType());
		}
	}

	private ValueCodec<Object> codec(DynamoPersistentProperty property) {
		ValueCodec<Object> codec = this.properties.get(property);
		if (codec == null) {
			codec = this.codecs.ofProperty(property);
			this.properties.put(property, codec);
		}
		return codec;
	}

	private ValueCodec<Object> codec(TypeInformation<?> type) {
		ValueCodec<Object> codec = this.declared.get(type);
		if (codec == null) {
			codec = this.codecs.of(type);
			this.declared.put(type, codec);
		}
		return codec;
	}

	private ValueCodec<Object> codec(DynamoPersistentProperty property, Object value) {
		if (ClassUtils.isAssignableValue(property.getType(), value)) {
			return codec(property);
		}
		TypeInformation<?> type = property.getTypeInformation();
		TypeInformation<?> element = type.isMap() ? type.getMapValueType() : type.getComponentType();
		if (element != null && ClassUtils.isAssignableValue(element.getType(), value)) {
			return codec(element);
		}
		return this.codecs.dynamic();
	}

	private ItemCodec itemCodec(Class<?> type) {
		ItemCodec codec = this.items.get(type);
		if (codec == null) {
			codec = new ItemCodec(requiredItem(type), this.codecs);
			this.items.put(type, codec);
		}
		return codec;
	}

	private DynamoPersistentEntity<?> requiredItem(Class<?> type) {
		DynamoPersistentEntity<?> entity = this.mappingContext.getPersistentEntity(type);
		if (entity == null || !entity.isItem()) {
			throw notAnItem(type);
		}
		return entity;
	}

	private ItemTypes itemTypes(Class<?> type) {
		ItemTypes found = this.types.get(type);
		if (found == null) {
			List<ItemCodec> codecs = new ArrayList<>();
			for (DynamoPersistentEntity<?> entity : this.mappingContext.getConcreteTypes(type)) {
				if (entity.isItem()) {
					codecs.add(itemCodec(entity.getType()));
				}
			}
			if (codecs.isEmpty()) {
				throw notAnItem(type);
			}
			found = new ItemTypes(type, codecs);
			this.types.put(type, found);
		}
		return found;
	}

	private static InvalidDataAccessApiUsageException notAnItem(Class<?> type) {
		return new InvalidDataAccessApiUsageException(
				type.getName() + " is not an item of a table; annotate it with @Item, or its types if it has some");
	}

	private Object readUndeclared(AttributeSource source) {
		try {
			Object item = this.codecs.dynamic().read(source);
			Assert.state(item != null, "The source's current value is no map");
			return item;
		}
		catch (ConversionFault ex) {
			throw ex.reading(Map.class);
		}
	}

	/** What was made for a type is of that type. */
	@SuppressWarnings({ "unchecked", "UnusedVariable" })
	private static <T> T cast(Class<T> type, Object value) {
		return (T) value;
	}

}
