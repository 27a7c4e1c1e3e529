package io.dkmio.core;

import java.util.List;
import java.util.Map;

import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.query.QueryShape;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A read before it is planned. Immutable: each {@code with…} returns another one.
 *
 * @param type the type of the results: that of the items, or a supertype
 * @param shape what is asked; its values may be parameters
 * @param parameters how many arguments a call has
 * @param repositoryMethod the method this is for, such as
 * {@code OrderRepository.findByStatus}
 * @param <T> the type of the results
 * @since 1.0
 */
public record ReadDefinition<T>(Class<T> type, QueryShape shape, int parameters, @Nullable String repositoryMethod) {

	public ReadDefinition {
		Assert.notNull(type, "Type must not be null");
		Assert.notNull(shape, "QueryShape must not be null");
	}

	/**
	 * A read whose values are all known.
	 * @param type the type of the items
	 * @param shape what is asked
	 * @param <T> the type of the items
	 * @return the definition
	 */
	public static <T> ReadDefinition<T> of(Class<T> type, QueryShape shape) {
		return new ReadDefinition<>(type, shape, 0, null);
	}

	/**
	 * Sets what is asked.
	 * @param shape what is asked
	 * @return the changed definition
	 */
	public ReadDefinition<T> withShape(QueryShape shape) {
		return new ReadDefinition<>(this.type, shape, this.parameters, this.repositoryMethod);
	}

	/**
	 * Sets how many arguments a call has.
	 * @param parameters the number
	 * @return the changed definition
	 */
	public ReadDefinition<T> withParameters(int parameters) {
		return new ReadDefinition<>(this.type, this.shape, parameters, this.repositoryMethod);
	}

	/**
	 * Names the repository method this is for.
	 * @param repositoryMethod the method, such as {@code OrderRepository.findByStatus}
	 * @return the changed definition
	 */
	public ReadDefinition<T> withRepositoryMethod(String repositoryMethod) {
		return new ReadDefinition<>(this.type, this.shape, this.parameters, repositoryMethod);
	}

	/**
	 * The same read of nothing but ids: maps of the properties the primary keys are made
	 * of.
	 */
	@SuppressWarnings("rawtypes") // that is the type of rows
	ReadDefinition<Map> ofKeys() {
		List<AttributePath> keys = this.shape.type()
			.getRequiredKey()
			.properties()
			.stream()
			.map((property) -> AttributePath.of(property.getName()))
			.toList();
		return new ReadDefinition<>(Map.class, this.shape.withSelect(keys), this.parameters, this.repositoryMethod);
	}

}
