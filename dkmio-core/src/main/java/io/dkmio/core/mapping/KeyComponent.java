package io.dkmio.core.mapping;

import java.util.List;

/**
 * How one key attribute of an item comes about: composed by a template, or a property as
 * it is.
 *
 * @since 1.0
 */
public sealed interface KeyComponent {

	/**
	 * The key attribute.
	 * @return the attribute
	 */
	KeyAttribute attribute();

	/**
	 * The properties the value depends on, in the order of the key.
	 * @return the properties
	 */
	List<DynamoPersistentProperty> properties();

	/**
	 * A key composed by a template.
	 *
	 * @param attribute the key attribute
	 * @param format the template with the encodings of its parts
	 * @param properties the properties of the parts, in order
	 */
	record Composed(KeyAttribute attribute, KeyFormat format,
			List<DynamoPersistentProperty> properties) implements KeyComponent {

		public Composed {
			properties = List.copyOf(properties);
		}

	}

	/**
	 * A property stored as it is.
	 *
	 * @param attribute the key attribute
	 * @param property the property
	 */
	record Plain(KeyAttribute attribute, DynamoPersistentProperty property) implements KeyComponent {

		@Override
		public List<DynamoPersistentProperty> properties() {
			return List.of(this.property);
		}

	}

}
