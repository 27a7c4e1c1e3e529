package io.dkmio.core.convert;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.dkmio.MissingKeyException;
import io.dkmio.core.mapping.DynamoPersistentProperty;
import io.dkmio.core.mapping.KeyComponent;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * A component of a key, bound to the properties of one type.
 */
final class KeyBinding {

	private final Class<?> entityType;

	private final String type;

	private final KeyComponent component;

	private final List<DynamoPersistentProperty> properties;

	private final List<ValueCodec<Object>> codecs;

	private final int[] slots;

	KeyBinding(EntityShape shape, KeyComponent component) {
		this.entityType = shape.entity().getType();
		this.type = this.entityType.getSimpleName();
		this.component = component;
		this.properties = component.properties();
		this.slots = shape.slotsOf(this.properties);
		this.codecs = Arrays.stream(this.slots)
			.mapToObj((slot) -> Objects.requireNonNull(shape.slots().get(slot).codec()))
			.toList();
	}

	KeyComponent component() {
		return this.component;
	}

	String attribute() {
		return this.component.attribute().name();
	}

	/**
	 * The slots of the properties the key is made of.
	 */
	int[] slots() {
		return this.slots;
	}

	/**
	 * The composed text.
	 * @return the text, or {@code null} if a property is null
	 */
	@Nullable String text(KeyComponent.Composed composed, @Nullable Object[] values) {
		@Nullable Object[] parts = new @Nullable Object[this.slots.length];
		for (int i = 0; i < parts.length; i++) {
			parts[i] = values[this.slots[i]];
			if (parts[i] == null) {
				return null;
			}
		}
		return composed.format().format(parts);
	}

	/**
	 * The key attribute.
	 * @param values gives the value of a property
	 * @return the attribute, or {@code null} if a property is null
	 */
	@Nullable AttributeValue value(Function<? super DynamoPersistentProperty, ? extends @Nullable Object> values) {
		@Nullable Object[] parts = new @Nullable Object[this.slots.length];
		for (int i = 0; i < parts.length; i++) {
			parts[i] = values.apply(this.properties.get(i));
			if (parts[i] == null) {
				return null;
			}
		}
		if (this.component instanceof KeyComponent.Composed composed) {
			return AttributeValueFactory.INSTANCE.string(composed.format().format(parts));
		}
		DynamoPersistentProperty property = this.properties.get(0);
		AttributeValueSink sink = new AttributeValueSink();
		try {
			this.codecs.get(0).write(Objects.requireNonNull(parts[0]), sink);
		}
		catch (ConversionFault ex) {
			throw ex.at(property.getName(), property.getAttributeName()).writing(this.entityType);
		}
		return checked(sink.value());
	}

	private AttributeValue checked(AttributeValue value) {
		if (value.type() == AttributeValue.Type.S && value.s().isEmpty()) {
			throw empty();
		}
		return value;
	}

	/**
	 * Refuses a null where the primary key needs a value, and an empty string.
	 */
	void check(@Nullable Object[] values, String role) {
		for (int i = 0; i < this.slots.length; i++) {
			Object value = values[this.slots[i]];
			if (value == null) {
				throw missing(this.properties.get(i).getName(), role);
			}
			if (this.component instanceof KeyComponent.Plain && value instanceof String text && text.isEmpty()) {
				throw empty();
			}
		}
	}

	MissingKeyException missing(String property, String role) {
		return new MissingKeyException(
				this.type + " has no value for property '" + property + "', which the " + role + " needs" + described(),
				this.type, property);
	}

	/**
	 * The first of the properties for which there is no value.
	 */
	MissingKeyException missing(Function<? super DynamoPersistentProperty, ? extends @Nullable Object> values,
			String role) {
		String names = this.properties.stream()
			.filter((property) -> values.apply(property) == null)
			.map(DynamoPersistentProperty::getName)
			.collect(Collectors.joining("', '"));
		return missing(names, role);
	}

	private InvalidDataAccessApiUsageException empty() {
		return new InvalidDataAccessApiUsageException(this.type + "." + this.properties.get(0).getName()
				+ " is an empty string and part of a key, which DynamoDB refuses; give it a value");
	}

	private String described() {
		return (this.component instanceof KeyComponent.Composed composed)
				? " ('" + composed.format().template() + "'); set it first"
				: " (attribute '" + attribute() + "'); set it first";
	}

}
