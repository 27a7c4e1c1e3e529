package io.dkmio.core.mapping;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Optional;
import java.util.stream.Stream;

import io.dkmio.AttributeType;
import org.jspecify.annotations.Nullable;

import org.springframework.data.convert.CustomConversions;
import org.springframework.data.core.TypeInformation;
import org.springframework.data.mapping.MappingException;
import org.springframework.data.mapping.context.AbstractMappingContext;
import org.springframework.data.mapping.model.FieldNamingStrategy;
import org.springframework.data.mapping.model.Property;
import org.springframework.data.mapping.model.PropertyNameFieldNamingStrategy;
import org.springframework.data.mapping.model.SimpleTypeHolder;
import org.springframework.util.Assert;

/**
 * Knows the tables and the types whose instances are stored in them.
 *
 * <pre class="code">
 * DynamoMappingContext context = DynamoMappingContext.of(List.of(TableDefinition.of("shop")),
 *     Customer.class, Order.class);
 * </pre>
 *
 * Everything wrong with the tables and the initial types is reported in one
 * {@link InvalidMappingException}.
 *
 * @since 1.0
 */
public final class DynamoMappingContext
		extends AbstractMappingContext<DynamoPersistentEntity<?>, DynamoPersistentProperty> {

	private final Map<String, TableDefinition> tables = new LinkedHashMap<>();

	private FieldNamingStrategy fieldNamingStrategy = PropertyNameFieldNamingStrategy.INSTANCE;

	private KeyTypes keyTypes = new KeyTypes(null);

	private @Nullable Faults initializing;

	/**
	 * Creates a context without types.
	 * @param tables the tables, each with a logical name of its own
	 */
	public DynamoMappingContext(Collection<TableDefinition> tables) {
		Assert.notNull(tables, "Tables must not be null");
		tables.forEach((table) -> Assert.isTrue(this.tables.put(table.logicalName(), table) == null,
				() -> "Two tables have the logical name '" + table.logicalName()
						+ "'; give one another with withLogicalName(…)"));
		setSimpleTypeHolder(DynamoSimpleTypes.HOLDER);
	}

	/**
	 * Creates and initialises a context.
	 * @param tables the tables, each with a logical name of its own
	 * @param types the item types
	 * @return the context
	 * @throws InvalidMappingException if tables and types do not fit together
	 */
	public static DynamoMappingContext of(Collection<TableDefinition> tables, Class<?>... types) {
		DynamoMappingContext context = new DynamoMappingContext(tables);
		context.setInitialEntitySet(new LinkedHashSet<>(List.of(types)));
		context.initialize();
		return context;
	}

	/**
	 * Sets how properties are named as attributes. Must be called before types are added.
	 * @param strategy the strategy, by default the property's own name
	 */
	public void setFieldNamingStrategy(FieldNamingStrategy strategy) {
		Assert.notNull(strategy, "FieldNamingStrategy must not be null");
		assertWithoutTypes("naming strategy");
		this.fieldNamingStrategy = strategy;
	}

	/**
	 * Sets the application's conversions, so that converted types can be part of keys.
	 * Must be called before types are added.
	 * @param conversions the conversions
	 */
	public void setCustomConversions(CustomConversions conversions) {
		Assert.notNull(conversions, "CustomConversions must not be null");
		assertWithoutTypes("custom conversions");
		this.keyTypes = new KeyTypes(conversions);
		setSimpleTypeHolder(new SimpleTypeHolder(DynamoSimpleTypes.TYPES, conversions.getSimpleTypeHolder()));
	}

	/**
	 * The application's conversions. A converter for this context has no others.
	 * @return the conversions, or {@code null} if none were set
	 */
	public @Nullable CustomConversions getCustomConversions() {
		return this.keyTypes.conversions();
	}

	/**
	 * The tables in declared order.
	 * @return the tables
	 */
	public Collection<TableDefinition> getTables() {
		return List.copyOf(this.tables.values());
	}

	/**
	 * A table by its logical name.
	 * @param logicalName the name
	 * @return the table, or {@code null}
	 */
	public @Nullable TableDefinition findTable(String logicalName) {
		return this.tables.get(logicalName);
	}

	/**
	 * The item types of a table.
	 * @param table the table
	 * @return the types that can be instantiated, each once, in order of their names
	 */
	public List<DynamoPersistentEntity<?>> getItems(TableDefinition table) {
		Assert.notNull(table, "TableDefinition must not be null");
		return instantiable(getPersistentEntities().stream()
			.filter((entity) -> entity.isItem() && isIn(entity, table))
			.map((entity) -> entity.getType()));
	}

	/**
	 * The type a property is stored as, as far as its declaration tells.
	 * @param property the property
	 * @return {@code S}, {@code N}, {@code B} or {@code BOOL}, or {@code null} for
	 * anything else, such as what a converter of the property makes of it
	 */
	public @Nullable AttributeType findStoredType(DynamoPersistentProperty property) {
		Assert.notNull(property, "Property must not be null");
		return this.keyTypes.scalarType(property);
	}

	/**
	 * The type values of a class are stored as, as far as the class tells.
	 * @param type the class
	 * @return {@code S}, {@code N}, {@code B} or {@code BOOL}, or {@code null} for
	 * anything else
	 */
	public @Nullable AttributeType findStoredType(Class<?> type) {
		Assert.notNull(type, "Type must not be null");
		return this.keyTypes.scalarType(type);
	}

	/**
	 * The type the elements of a property are stored as, as far as its declaration tells.
	 * @param property the property
	 * @return {@code S}, {@code N}, {@code B} or {@code BOOL}, or {@code null} for
	 * anything else, such as elements that are objects, and properties without elements
	 */
	public @Nullable AttributeType findStoredElementType(DynamoPersistentProperty property) {
		Assert.notNull(property, "Property must not be null");
		return this.keyTypes.elementType(property);
	}

	/**
	 * The type the elements of a collection or an array are stored as, as far as its type
	 * tells.
	 * @param type the type
	 * @return {@code S}, {@code N}, {@code B} or {@code BOOL}, or {@code null} for
	 * anything else, such as elements that are objects, and types without elements
	 */
	public @Nullable AttributeType findStoredElementType(TypeInformation<?> type) {
		Assert.notNull(type, "Type must not be null");
		return this.keyTypes.elementType(type);
	}

	/**
	 * The types a value declared as the given type can have: the type itself unless it is
	 * abstract, the permitted types of sealed ones, and the known types that extend it.
	 * @param type the declared type
	 * @return the types that can be instantiated, each once, in order of their names
	 */
	public List<DynamoPersistentEntity<?>> getConcreteTypes(Class<?> type) {
		Assert.notNull(type, "Type must not be null");
		if (Modifier.isFinal(type.getModifiers())) {
			return instantiable(Stream.of(type)); // nothing extends it, whatever is known
		}
		return instantiable(Stream.concat(SealedTypes.of(type).stream(),
				getPersistentEntities().stream()
					.<Class<?>>map((entity) -> entity.getType())
					.filter(type::isAssignableFrom)));
	}

	/**
	 * Looks types up by their classes, so that a generic type that is known with several
	 * arguments is there once.
	 */
	private List<DynamoPersistentEntity<?>> instantiable(Stream<? extends Class<?>> types) {
		List<DynamoPersistentEntity<?>> entities = new ArrayList<>();
		types.distinct()
			.filter((type) -> !Modifier.isAbstract(type.getModifiers()))
			.sorted(Comparator.comparing(Class::getName))
			.forEach((type) -> {
				DynamoPersistentEntity<?> entity = getPersistentEntity(type);
				if (entity != null) {
					entities.add(entity);
				}
			});
		return entities;
	}

	@Override
	public void initialize() {
		Faults faults = new Faults();
		this.initializing = faults;
		try {
			new TableVerifier(faults).verify(this.tables.values());
			super.initialize();
			new ItemsVerifier(this, faults).verify();
		}
		finally {
			this.initializing = null;
		}
		faults.throwIfAny();
	}

	@Override
	protected boolean shouldCreatePersistentEntityFor(TypeInformation<?> type) {
		return !type.getType().getName().startsWith("java.") && super.shouldCreatePersistentEntityFor(type);
	}

	/**
	 * Adds a type, and before it the types a sealed one permits.
	 */
	@Override
	protected Optional<DynamoPersistentEntity<?>> addPersistentEntity(TypeInformation<?> type) {
		for (Class<?> permitted : SealedTypes.of(type.getType())) {
			TypeInformation<?> permittedType = TypeInformation.of(permitted);
			if (permitted != type.getType() && shouldCreatePersistentEntityFor(permittedType)) {
				add(permittedType);
			}
		}
		return add(type);
	}

	/**
	 * Adds a type. Spring Data wraps what goes wrong once for every property on the way
	 * to it: the faults are taken out, and collected while the context is initialised.
	 */
	private Optional<DynamoPersistentEntity<?>> add(TypeInformation<?> type) {
		try {
			return super.addPersistentEntity(type);
		}
		catch (MappingException ex) {
			Throwable cause = (ex.getCause() != null) ? ex.getCause() : ex;
			if (this.initializing == null) {
				throw (cause instanceof InvalidMappingException faults) ? faults : ex;
			}
			this.initializing.add(type.getType(), cause);
			return Optional.empty();
		}
	}

	@Override
	protected <T> DynamoPersistentEntity<?> createPersistentEntity(TypeInformation<T> type) {
		return new BasicDynamoPersistentEntity<>(type, this);
	}

	Set<String> logicalNames() {
		return this.tables.keySet();
	}

	@Override
	protected DynamoPersistentProperty createPersistentProperty(Property property, DynamoPersistentEntity<?> owner,
			SimpleTypeHolder simpleTypeHolder) {
		return new BasicDynamoPersistentProperty(property, (BasicDynamoPersistentEntity<?>) owner, simpleTypeHolder,
				this.fieldNamingStrategy);
	}

	/**
	 * Resolves the keys of a type once all its properties are known, and checks it. What
	 * is wrong with a type that is added later is thrown at once.
	 */
	void verify(BasicDynamoPersistentEntity<?> entity) {
		Faults faults = (this.initializing != null) ? this.initializing : new Faults();
		new ItemVerifier(this.keyTypes, this.tables.keySet()).verify(entity, faults.of(entity.getType()));
		if (this.initializing == null) {
			new ItemsVerifier(this, faults).verify(entity);
			faults.throwIfAny();
		}
	}

	private void assertWithoutTypes(String setting) {
		Assert.state(getPersistentEntities().isEmpty(), () -> "Types are known already, and were mapped without the "
				+ setting + "; call this before initialize()");
	}

	private static boolean isIn(DynamoPersistentEntity<?> entity, TableDefinition table) {
		TableDefinition own = ((BasicDynamoPersistentEntity<?>) entity).getTable();
		return own != null && own.logicalName().equals(table.logicalName());
	}

}
