package io.dkmio.core.convert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.mapping.DynamoPersistentProperty;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;
import org.springframework.data.convert.PropertyValueConverter;
import org.springframework.data.core.TypeInformation;
import org.springframework.data.mapping.MappingException;
import org.springframework.util.ClassUtils;

/**
 * Makes the codecs of types and properties, each once.
 */
final class Codecs {

	private static final Set<Class<?>> UNDECLARED = Set.of(Object.class, java.io.Serializable.class, Comparable.class);

	private final DynamoMappingContext context;

	private final DynamoCustomConversions conversions;

	private final ConverterCodecs converters;

	private final ValueCodec<Object> dynamic;

	private final Map<TypeInformation<?>, ValueCodec<Object>> made = new HashMap<>();

	private final Map<TypeInformation<?>, List<DeferredCodec>> open = new HashMap<>();

	private final Map<Class<?>, ValueCodec<Object>> byType = new ConcurrentHashMap<>();

	private final Map<String, Optional<EntityCodec>> byAlias = new ConcurrentHashMap<>();

	Codecs(DynamoMappingContext context, DynamoCustomConversions conversions) {
		this.context = context;
		this.conversions = conversions;
		this.converters = new ConverterCodecs(conversions);
		this.dynamic = new DynamicCodec(this::ofRuntimeType, this::ofAlias);
	}

	/**
	 * The codec of values whose type is not declared.
	 */
	ValueCodec<Object> dynamic() {
		return this.dynamic;
	}

	/**
	 * The codec of a property.
	 * @throws MappingException if values of its type cannot be stored
	 */
	synchronized ValueCodec<Object> ofProperty(DynamoPersistentProperty property) {
		if (this.conversions.hasValueConverter(property)) {
			return ofConverter(property);
		}
		TypeInformation<?> type = property.getTypeInformation();
		if (property.isTimeToLive()) {
			ValueCodec<?> codec = TimeToLiveCodec.find(type.getType());
			if (codec == null) {
				throw new MappingException("is the time to live and of type " + type.getType().getSimpleName()
						+ "; declare it as Instant, or as Long with the seconds since the epoch");
			}
			return unchecked(codec);
		}
		return of(type, property.getScale());
	}

	/**
	 * The codec of one of the attributes no property names.
	 */
	synchronized ValueCodec<Object> ofOtherAttributes(DynamoPersistentProperty property) {
		TypeInformation<?> type = property.getTypeInformation();
		TypeInformation<?> key = type.isMap() ? type.getComponentType() : null;
		if (key == null || key.getType() != String.class || type.getType() != Map.class) {
			throw new MappingException("holds the other attributes; declare it as Map<String, Object>");
		}
		TypeInformation<?> content = type.getMapValueType();
		return (content != null) ? of(content) : this.dynamic;
	}

	/**
	 * The codec of a type.
	 * @throws MappingException if values of the type cannot be stored
	 */
	synchronized ValueCodec<Object> of(TypeInformation<?> type) {
		return of(type, null);
	}

	/**
	 * The codec of a type that is a map of properties.
	 */
	synchronized EntityShape shapeOf(DynamoPersistentEntity<?> entity) {
		return EntityShapes.of(entity, this);
	}

	private ValueCodec<Object> of(TypeInformation<?> type, @Nullable Integer scale) {
		Class<?> raw = type.getType();
		ValueCodec<?> codec = this.converters.find(raw, this);
		if (codec != null) {
			return unchecked(codec);
		}
		if (scale != null && raw == java.math.BigDecimal.class) {
			return unchecked(ScalarCodecs.scaled(scale));
		}
		codec = ScalarCodecs.find(raw);
		if (codec != null) {
			return unchecked(codec);
		}
		if (UNDECLARED.contains(raw)) {
			return this.dynamic;
		}
		if (raw == Optional.class) {
			return unchecked(new OptionalCodec(of(type.getRequiredComponentType(), scale)));
		}
		if (type.isMap()) {
			return unchecked(ofMap(type, scale));
		}
		if (raw.isArray() || Iterable.class == raw || java.util.Collection.class.isAssignableFrom(raw)) {
			return unchecked(ofElements(type, scale));
		}
		return once(type);
	}

	/** What may contain itself is made once, and referred to while it is being made. */
	private ValueCodec<Object> once(TypeInformation<?> type) {
		ValueCodec<Object> known = this.made.get(type);
		if (known != null) {
			return known;
		}
		List<DeferredCodec> references = this.open.get(type);
		if (references != null) {
			DeferredCodec reference = new DeferredCodec(type.getType());
			references.add(reference);
			return reference;
		}
		this.open.put(type, new ArrayList<>());
		try {
			ValueCodec<Object> codec = make(type);
			this.open.getOrDefault(type, List.of()).forEach((reference) -> reference.resolve(codec));
			this.made.put(type, codec);
			return codec;
		}
		catch (RuntimeException ex) {
			this.made.clear();
			throw ex;
		}
		finally {
			this.open.remove(type);
		}
	}

	private ValueCodec<Object> make(TypeInformation<?> type) {
		Class<?> raw = type.getType();
		if (Enum.class.isAssignableFrom(raw) && raw != Enum.class) {
			return unchecked(EnumCodec.of(raw));
		}
		if (raw.getName().startsWith("java.") || raw.isAnnotation() || raw.isPrimitive()) {
			throw unsupported(raw);
		}
		List<DynamoPersistentEntity<?>> types = this.context.getConcreteTypes(raw);
		if (types.isEmpty()) {
			throw new MappingException("no type that can be read as " + raw.getName()
					+ " is known; add its types to the mapping context, make it sealed, or register a Converter");
		}
		if (types.size() == 1 && types.get(0).getType() == raw) {
			DynamoPersistentEntity<?> entity = this.context.getPersistentEntity(type);
			if (entity == null) {
				throw unsupported(raw);
			}
			return entityCodec(entity);
		}
		List<EntityCodec> codecs = new ArrayList<>();
		types.forEach((entity) -> codecs.add(entityCodec(entity)));
		return new PolymorphicCodec(raw, codecs);
	}

	private EntityCodec entityCodec(DynamoPersistentEntity<?> entity) {
		return new EntityCodec(shapeOf(entity), othersCodec(entity));
	}

	/**
	 * The codec of the attributes of a type that no property names.
	 */
	synchronized ValueCodec<Object> othersCodec(DynamoPersistentEntity<?> entity) {
		DynamoPersistentProperty others = entity.getOtherAttributesProperty();
		return (others != null) ? ofOtherAttributes(others) : this.dynamic;
	}

	private static MappingException unsupported(Class<?> type) {
		return new MappingException("values of type " + type.getName()
				+ " cannot be stored; register a Converter for it, or mark the property @Transient");
	}

	private ValueCodec<?> ofMap(TypeInformation<?> type, @Nullable Integer scale) {
		TypeInformation<?> key = type.getComponentType();
		TypeInformation<?> content = type.getMapValueType();
		ValueCodec<?> keyCodec = (key != null && !UNDECLARED.contains(key.getType())) ? of(key) : new TextCodec.Plain();
		if (!MapCodec.isKey(keyCodec)) {
			throw new MappingException("a map with keys of type " + ((key != null) ? key.getType().getName() : "?")
					+ " cannot be stored; keys are strings, numbers, enums, or types that are stored as one");
		}
		return new MapCodec(keyCodec, (content != null) ? of(content, scale) : this.dynamic,
				CollectionFactories.map(type.getType(), (key != null) ? key.getType() : String.class));
	}

	private ValueCodec<?> ofElements(TypeInformation<?> type, @Nullable Integer scale) {
		Class<?> raw = type.getType();
		TypeInformation<?> component = type.getComponentType();
		ValueCodec<Object> element = (component != null) ? of(component, scale) : this.dynamic;
		if (raw.isArray()) {
			CollectionCodec elements = new CollectionCodec("L for " + raw.getSimpleName(), element, ArrayList::new,
					false);
			return new ArrayCodec(raw.getComponentType(), element, elements);
		}
		Class<?> elementType = (component != null) ? component.getType() : Object.class;
		var factory = CollectionFactories.collection(raw, elementType);
		boolean set = Set.class.isAssignableFrom(raw);
		SetCodec codec = set ? SetCodec.find(element, factory) : null;
		return (codec != null) ? codec : new CollectionCodec("L for " + raw.getSimpleName(), element, factory, set);
	}

	private ValueCodec<Object> ofConverter(DynamoPersistentProperty property) {
		PropertyValueConverter<Object, Object, DynamoConversionContext> converter = this.conversions
			.getRequiredValueConverter(property);
		ResolvableType stored = ResolvableType.forInstance(converter).as(PropertyValueConverter.class).getGeneric(1);
		Class<?> raw = stored.resolve();
		ValueCodec<Object> codec = (raw != null && raw != Object.class) ? of(TypeInformation.of(stored)) : this.dynamic;
		return new PropertyConverterCodec(property, converter, codec);
	}

	private ValueCodec<Object> ofRuntimeType(Class<?> type) {
		ValueCodec<Object> codec = this.byType.get(type);
		if (codec == null) {
			try {
				codec = of(TypeInformation.of(ClassUtils.getUserClass(type)));
			}
			catch (MappingException ex) {
				throw ConversionFault.of(String.valueOf(ex.getMessage()));
			}
			this.byType.put(type, codec);
		}
		return codec;
	}

	private @Nullable EntityCodec ofAlias(String alias) {
		return this.byAlias.computeIfAbsent(alias, this::findAlias).orElse(null);
	}

	private Optional<EntityCodec> findAlias(String alias) {
		return this.context.getPersistentEntities()
			.stream()
			.filter((entity) -> entity.getAliases().contains(alias))
			.map((entity) -> of(entity.getTypeInformation()))
			.filter(EntityCodec.class::isInstance)
			.map(EntityCodec.class::cast)
			.findFirst();
	}

	@SuppressWarnings("unchecked")
	static ValueCodec<Object> unchecked(ValueCodec<?> codec) {
		return (ValueCodec<Object>) codec;
	}

}
