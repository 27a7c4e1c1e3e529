package io.dkmio.core.mapping;

import java.lang.reflect.Modifier;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.data.annotation.CreatedDate;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.core.TypeInformation;
import org.springframework.data.mapping.model.BasicPersistentEntity;
import org.springframework.data.support.IsNewStrategy;
import org.springframework.util.StringUtils;

/**
 * A type described by its annotations and by the table it is in.
 *
 * @param <T> the type
 */
final class BasicDynamoPersistentEntity<T> extends BasicPersistentEntity<T, DynamoPersistentProperty>
		implements DynamoPersistentEntity<T> {

	private final @Nullable Item item;

	private final @Nullable TableDefinition table;

	private final DynamoMappingContext context;

	private final Set<String> aliases = new LinkedHashSet<>();

	private @Nullable KeyModel key;

	private List<IndexModel> indexes = List.of();

	private List<KeyComponent.Composed> composedKeys = List.of();

	private List<UniqueModel> uniques = List.of();

	BasicDynamoPersistentEntity(TypeInformation<T> type, DynamoMappingContext context) {
		super(type);
		this.context = context;
		this.item = type.getType().isInterface() ? null : item(type.getType(), context);
		this.table = (this.item != null) ? context.findTable(this.item.table()) : null;
		TypeAlias alias = AnnotatedElementUtils.findMergedAnnotation(type.getType(), TypeAlias.class);
		this.aliases.add((alias != null) ? alias.value() : type.getType().getSimpleName());
		MergedAnnotation<Item> own = MergedAnnotations.from(type.getType(), SearchStrategy.DIRECT).get(Item.class);
		if (own.isPresent()) {
			this.aliases.addAll(List.of(own.synthesize().aliases()));
		}
	}

	private static @Nullable Item item(Class<?> type, DynamoMappingContext context) {
		Item item = AnnotatedElementUtils.findMergedAnnotation(type, Item.class);
		return (item != null) ? item : EnhancedAnnotations.item(type, context.logicalNames());
	}

	@Override
	public void verify() {
		super.verify();
		this.context.verify(this);
	}

	void setKeys(@Nullable KeyModel key, List<IndexModel> indexes, List<KeyComponent.Composed> composedKeys) {
		this.key = key;
		this.indexes = List.copyOf(indexes);
		this.composedKeys = List.copyOf(composedKeys);
	}

	void setUniques(List<UniqueModel> uniques) {
		this.uniques = List.copyOf(uniques);
	}

	@Nullable Item getItem() {
		return this.item;
	}

	@Nullable TableDefinition getTable() {
		return this.table;
	}

	@Nullable KeyModel getKey() {
		return this.key;
	}

	/**
	 * Whether Spring Data's {@code @Id} marks the partition key, for want of anything
	 * that says more.
	 */
	boolean isKeyedById() {
		return this.item != null && !StringUtils.hasText(this.item.pk())
				&& getPersistentProperty(PartitionKey.class) == null;
	}

	/**
	 * Without a version, an item whose creation date is known is not new. Where nothing
	 * tells, it is: an id says nothing, since applications choose it themselves.
	 */
	@Override
	protected IsNewStrategy getFallbackIsNewStrategy() {
		DynamoPersistentProperty version = getVersionProperty();
		DynamoPersistentProperty property = (version != null) ? version : getPersistentProperty(CreatedDate.class);
		if (property == null) {
			return (item) -> true;
		}
		return (item) -> {
			Object value = getPropertyAccessor(item).getProperty(property);
			return value == null || (value instanceof Number number && number.longValue() == 0);
		};
	}

	@Override
	public boolean isItem() {
		return this.item != null;
	}

	@Override
	public boolean isStrict() {
		return this.item != null && this.item.strict();
	}

	/**
	 * Whether a property is in the composed primary key and nowhere else.
	 */
	boolean isInKeyAlone(DynamoPersistentProperty property) {
		if (this.item == null || this.item.storeKeyAttributes() || this.key == null) {
			return false;
		}
		return this.key.components().stream().anyMatch((key) -> isComposedOf(key, property)) && this.indexes.stream()
			.flatMap((index) -> index.components().stream())
			.noneMatch((key) -> key instanceof KeyComponent.Plain plain && plain.property().equals(property));
	}

	private static boolean isComposedOf(KeyComponent key, DynamoPersistentProperty property) {
		return key instanceof KeyComponent.Composed && key.properties().contains(property);
	}

	@Override
	public TableDefinition getRequiredTable() {
		if (this.table == null) {
			throw new IllegalStateException(notAnItem("table"));
		}
		return this.table;
	}

	@Override
	public KeyModel getRequiredKey() {
		if (this.key == null) {
			throw new IllegalStateException(notAnItem("key"));
		}
		return this.key;
	}

	private String notAnItem(String what) {
		String name = getType().getSimpleName();
		if (!isItem()) {
			return name + " is no item and has no " + what + "; annotate it with @Item";
		}
		return name + ((this.table != null && Modifier.isAbstract(getType().getModifiers()))
				? " is abstract and has no " + what + " that all its subclasses share; ask for one of them"
				: " has no valid " + what + "; correct the faults of its mapping");
	}

	@Override
	public List<IndexModel> getIndexes() {
		return this.indexes;
	}

	@Override
	public List<KeyComponent.Composed> getComposedKeys() {
		return this.composedKeys;
	}

	@Override
	public List<UniqueModel> getUniques() {
		return this.uniques;
	}

	@Override
	public String getAlias() {
		return this.aliases.iterator().next();
	}

	@Override
	public Set<String> getAliases() {
		return Collections.unmodifiableSet(this.aliases);
	}

	@Override
	public @Nullable DynamoPersistentProperty getTimeToLiveProperty() {
		return getPersistentProperty(TimeToLive.class);
	}

	@Override
	public @Nullable DynamoPersistentProperty getOtherAttributesProperty() {
		return getPersistentProperty(OtherAttributes.class);
	}

}
