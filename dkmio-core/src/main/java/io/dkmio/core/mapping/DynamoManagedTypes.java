package io.dkmio.core.mapping;

import java.util.Arrays;
import java.util.function.Consumer;

import org.springframework.data.domain.ManagedTypes;
import org.springframework.util.Assert;

/**
 * The item types of an application. A type of its own, so that those of other stores are
 * not taken for items; a bean of it is written down while an application is processed
 * ahead of time.
 *
 * @since 1.0
 */
public final class DynamoManagedTypes implements ManagedTypes {

	private final ManagedTypes types;

	private DynamoManagedTypes(ManagedTypes types) {
		this.types = types;
	}

	/**
	 * Takes types as they are.
	 * @param types the item types
	 * @return the types
	 */
	public static DynamoManagedTypes from(ManagedTypes types) {
		Assert.notNull(types, "Types must not be null");
		return new DynamoManagedTypes(types);
	}

	/**
	 * Takes classes.
	 * @param types the item types
	 * @return the types
	 */
	public static DynamoManagedTypes of(Class<?>... types) {
		Assert.notNull(types, "Types must not be null");
		return new DynamoManagedTypes(ManagedTypes.fromIterable(Arrays.asList(types)));
	}

	@Override
	public void forEach(Consumer<Class<?>> action) {
		this.types.forEach(action);
	}

}
