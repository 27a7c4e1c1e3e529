package io.dkmio.core;

import java.util.ArrayList;
import java.util.List;

import io.dkmio.core.expression.Condition;
import io.dkmio.core.write.NamedCondition;
import io.dkmio.core.write.WriteTerms;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

import org.springframework.util.Assert;

/**
 * A deletion before it is planned. Immutable: each call returns another one.
 *
 * @param <T> the type of the items
 * @since 1.0
 */
public final class DeleteDefinition<T> {

	private final Class<T> type;

	private final WriteTerms terms;

	private final boolean mustExist;

	private final int parameters;

	private final @Nullable String repositoryMethod;

	private DeleteDefinition(Class<T> type, WriteTerms terms, boolean mustExist, int parameters,
			@Nullable String repositoryMethod) {
		this.type = type;
		this.terms = terms;
		this.mustExist = mustExist;
		this.parameters = parameters;
		this.repositoryMethod = repositoryMethod;
	}

	/**
	 * A deletion of items that may or may not exist, which returns nothing.
	 * @param type the type of the items
	 * @param parameters how many arguments a call has
	 * @param <T> the type of the items
	 * @return the definition
	 */
	public static <T> DeleteDefinition<T> of(Class<T> type, int parameters) {
		Assert.notNull(type, "Type must not be null");
		return new DeleteDefinition<>(type, WriteTerms.none(), false, parameters, null);
	}

	/**
	 * Adds a condition.
	 * @param condition the condition on the stored item; its values may be parameters
	 * @param name the name it is reported by, or {@code null} for none
	 * @return the changed definition
	 */
	public DeleteDefinition<T> when(Condition condition, @Nullable String name) {
		List<NamedCondition> conditions = new ArrayList<>(this.terms.conditions());
		conditions.add(new NamedCondition(condition, name));
		return with(new WriteTerms(conditions, this.terms.returning()));
	}

	/**
	 * Demands that the item exists.
	 * @return the changed definition
	 */
	public DeleteDefinition<T> mustExist() {
		return new DeleteDefinition<>(this.type, this.terms, true, this.parameters, this.repositoryMethod);
	}

	/**
	 * Returns the deleted item.
	 * @return the changed definition
	 */
	public DeleteDefinition<T> returningOld() {
		return with(new WriteTerms(this.terms.conditions(), ReturnValue.ALL_OLD));
	}

	/**
	 * Names the repository method, for failures and observations.
	 * @param repositoryMethod the method, such as {@code OrderRepository.cancel}
	 * @return the changed definition
	 */
	public DeleteDefinition<T> withRepositoryMethod(String repositoryMethod) {
		return new DeleteDefinition<>(this.type, this.terms, this.mustExist, this.parameters, repositoryMethod);
	}

	private DeleteDefinition<T> with(WriteTerms terms) {
		return new DeleteDefinition<>(this.type, terms, this.mustExist, this.parameters, this.repositoryMethod);
	}

	Class<T> type() {
		return this.type;
	}

	WriteTerms terms() {
		return this.terms;
	}

	boolean isRequired() {
		return this.mustExist;
	}

	int parameters() {
		return this.parameters;
	}

	WriteName name() {
		return new WriteName("delete", this.repositoryMethod);
	}

}
