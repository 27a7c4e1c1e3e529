package io.dkmio.core;

import io.dkmio.core.expression.Condition;
import io.dkmio.core.expression.Update;
import io.dkmio.core.write.ItemUpdate;
import io.dkmio.core.write.NamedCondition;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

import org.springframework.util.Assert;

/**
 * An update before it is planned. Immutable: each call returns another one.
 *
 * @param <T> the type of the items
 * @since 1.0
 */
public final class UpdateDefinition<T> {

	private final Class<T> type;

	private final ItemUpdate update;

	private final int parameters;

	private final @Nullable String repositoryMethod;

	private UpdateDefinition(Class<T> type, ItemUpdate update, int parameters, @Nullable String repositoryMethod) {
		this.type = type;
		this.update = update;
		this.parameters = parameters;
		this.repositoryMethod = repositoryMethod;
	}

	/**
	 * An update of items that must exist, which returns nothing.
	 * @param type the type of the items
	 * @param update the changes; their values may be parameters
	 * @param parameters how many arguments a call has
	 * @param <T> the type of the items
	 * @return the definition
	 */
	public static <T> UpdateDefinition<T> of(Class<T> type, Update update, int parameters) {
		Assert.notNull(type, "Type must not be null");
		return new UpdateDefinition<>(type, ItemUpdate.of(update), parameters, null);
	}

	/**
	 * Adds a condition.
	 * @param condition the condition on the stored item; its values may be parameters
	 * @param name the name it is reported by, or {@code null} for none
	 * @return the changed definition
	 */
	public UpdateDefinition<T> when(Condition condition, @Nullable String name) {
		return with(this.update.withCondition(new NamedCondition(condition, name)));
	}

	/**
	 * Creates items that do not exist.
	 * @return the changed definition
	 */
	public UpdateDefinition<T> upsert() {
		return with(this.update.withUpsert());
	}

	/**
	 * Returns the item.
	 * @param item which state of it
	 * @return the changed definition
	 */
	public UpdateDefinition<T> returning(ReturnedItem item) {
		return with(this.update.withReturning(ReturnValue.fromValue(item.name())));
	}

	/**
	 * Names the repository method, for failures and observations.
	 * @param repositoryMethod the method, such as {@code OrderRepository.changeStatus}
	 * @return the changed definition
	 */
	public UpdateDefinition<T> withRepositoryMethod(String repositoryMethod) {
		return new UpdateDefinition<>(this.type, this.update, this.parameters, repositoryMethod);
	}

	private UpdateDefinition<T> with(ItemUpdate update) {
		return new UpdateDefinition<>(this.type, update, this.parameters, this.repositoryMethod);
	}

	WriteName name() {
		return new WriteName("update", this.repositoryMethod);
	}

	Class<T> type() {
		return this.type;
	}

	ItemUpdate update() {
		return this.update;
	}

	int parameters() {
		return this.parameters;
	}

}
