package io.dkmio.core.mapping;

import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.data.convert.ValueConverter;
import org.springframework.data.core.TypeInformation;
import org.springframework.data.mapping.Association;
import org.springframework.data.mapping.model.AnnotationBasedPersistentProperty;
import org.springframework.data.mapping.model.FieldNamingStrategy;
import org.springframework.data.mapping.model.Property;
import org.springframework.data.mapping.model.SimpleTypeHolder;
import org.springframework.data.util.Lazy;
import org.springframework.util.StringUtils;

/**
 * A property described by its annotations.
 */
final class BasicDynamoPersistentProperty extends AnnotationBasedPersistentProperty<DynamoPersistentProperty>
		implements DynamoPersistentProperty {

	private final Lazy<String> attributeName;

	private final Lazy<Boolean> partitionKey = Lazy
		.of(() -> isAnnotationPresent(PartitionKey.class) || (isIdProperty() && entity().isKeyedById()));

	private final @Nullable Integer scale;

	/** Null while the superclass is being made. */
	private final @Nullable Map<Class<? extends Annotation>, Annotation> enhanced;

	BasicDynamoPersistentProperty(Property property, BasicDynamoPersistentEntity<?> owner,
			SimpleTypeHolder simpleTypeHolder, FieldNamingStrategy namingStrategy) {
		super(property, owner, simpleTypeHolder);
		this.enhanced = EnhancedAnnotations.of(property);
		this.attributeName = Lazy.of(() -> determineAttributeName(namingStrategy));
		Attribute attribute = findAnnotation(Attribute.class);
		this.scale = (attribute != null && attribute.scale() >= 0) ? attribute.scale() : null;
	}

	/**
	 * An annotation of dkmio, or what one of the Enhanced Client says in its words.
	 */
	@Override
	public <A extends Annotation> @Nullable A findAnnotation(Class<A> annotationType) {
		A annotation = super.findAnnotation(annotationType);
		return (annotation != null || this.enhanced == null) ? annotation
				: annotationType.cast(this.enhanced.get(annotationType));
	}

	@Override
	public boolean isAnnotationPresent(Class<? extends Annotation> annotationType) {
		return super.isAnnotationPresent(annotationType)
				|| (this.enhanced != null && this.enhanced.containsKey(annotationType));
	}

	private BasicDynamoPersistentEntity<?> entity() {
		return (BasicDynamoPersistentEntity<?>) getOwner();
	}

	private String determineAttributeName(FieldNamingStrategy namingStrategy) {
		Attribute attribute = findAnnotation(Attribute.class);
		if (attribute != null && StringUtils.hasText(attribute.value())) {
			return attribute.value();
		}
		if (isTimeToLive()) {
			TableDefinition table = entity().getTable();
			if (table != null && table.timeToLiveAttribute() != null) {
				return table.timeToLiveAttribute();
			}
		}
		String name = namingStrategy.getFieldName(this);
		return StringUtils.hasText(name) ? name : getName();
	}

	@Override
	protected Association<DynamoPersistentProperty> createAssociation() {
		return new Association<>(this, null);
	}

	@Override
	public boolean isAssociation() {
		return false;
	}

	/**
	 * Whether the type has properties that are stored. What a value converter writes has
	 * none.
	 */
	@Override
	public boolean isEntity() {
		return !isAnnotationPresent(ValueConverter.class) && super.isEntity();
	}

	@Override
	public Iterable<? extends TypeInformation<?>> getPersistentEntityTypeInformation() {
		return isAnnotationPresent(ValueConverter.class) ? List.of() : super.getPersistentEntityTypeInformation();
	}

	@Override
	public String getAttributeName() {
		return this.attributeName.get();
	}

	@Override
	public @Nullable Integer getScale() {
		return this.scale;
	}

	@Override
	public boolean isPartitionKey() {
		return this.partitionKey.get();
	}

	@Override
	public boolean isSortKey() {
		return isAnnotationPresent(SortKey.class);
	}

	@Override
	public boolean isTimeToLive() {
		return isAnnotationPresent(TimeToLive.class);
	}

	@Override
	public @Nullable Duration getTimeToLiveAfter() {
		TimeToLive timeToLive = findAnnotation(TimeToLive.class);
		return (timeToLive != null) ? TimeToLiveDuration.parse(timeToLive.after()) : null;
	}

	@Override
	public boolean isComputed() {
		return isAnnotationPresent(Computed.class);
	}

	@Override
	public boolean isInKeyAlone() {
		return entity().isInKeyAlone(this);
	}

	@Override
	public boolean isWriteOnce() {
		return isAnnotationPresent(WriteOnce.class);
	}

	@Override
	public boolean isOtherAttributes() {
		return isAnnotationPresent(OtherAttributes.class);
	}

}
