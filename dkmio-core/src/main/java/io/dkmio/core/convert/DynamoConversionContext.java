package io.dkmio.core.convert;

import io.dkmio.core.mapping.DynamoPersistentProperty;

import org.springframework.data.convert.ValueConversionContext;

/**
 * What a {@link org.springframework.data.convert.PropertyValueConverter} of a property
 * learns about it.
 *
 * @since 1.0
 */
public final class DynamoConversionContext implements ValueConversionContext<DynamoPersistentProperty> {

	private final DynamoPersistentProperty property;

	DynamoConversionContext(DynamoPersistentProperty property) {
		this.property = property;
	}

	@Override
	public DynamoPersistentProperty getProperty() {
		return this.property;
	}

}
