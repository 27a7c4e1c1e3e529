package io.dkmio;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.dao.DataIntegrityViolationException;

/**
 * A write was refused because its condition did not hold. Repeating it does not help
 * before the item changes, so this is no transient failure.
 *
 * @since 1.0
 */
public class ConditionFailedException extends DataIntegrityViolationException {

	private static final long serialVersionUID = 1L;

	private final FailedOperation operation;

	private final @Nullable String conditionName;

	@SuppressWarnings("serial") // Map.copyOf is serializable, its type does not say so
	private final Map<String, AttributeValue> item;

	private final transient @Nullable Object current;

	/**
	 * Creates the exception.
	 * @param message what was refused, why, and what to do
	 * @param operation the facts
	 * @param conditionName the name of the condition, if it has one
	 * @param item the item as it is stored, empty if there is none or it is not known
	 * @param cause the SDK's exception
	 */
	public ConditionFailedException(String message, FailedOperation operation, @Nullable String conditionName,
			Map<String, AttributeValue> item, @Nullable Throwable cause) {
		this(message, operation, conditionName, item, null, cause);
	}

	/**
	 * Creates the exception with the converted item.
	 * @param message what was refused, why, and what to do
	 * @param operation the facts
	 * @param conditionName the name of the condition, if it has one
	 * @param item the item as it is stored, empty if there is none or it is not known
	 * @param current the stored item as the application's type
	 * @param cause the SDK's exception
	 */
	public ConditionFailedException(String message, FailedOperation operation, @Nullable String conditionName,
			Map<String, AttributeValue> item, @Nullable Object current, @Nullable Throwable cause) {
		super(message, cause);
		this.operation = operation;
		this.conditionName = conditionName;
		this.item = Map.copyOf(item);
		this.current = current;
	}

	/**
	 * The facts of the failed operation.
	 * @return the facts
	 */
	public FailedOperation getOperation() {
		return this.operation;
	}

	/**
	 * The name of the condition that did not hold.
	 * @return the name, if the condition has one
	 */
	public Optional<String> getConditionName() {
		return Optional.ofNullable(this.conditionName);
	}

	/**
	 * The item as it is stored, by attribute names.
	 * @return the item, empty if there is none or it is not known
	 */
	public Map<String, AttributeValue> getItem() {
		return this.item;
	}

	/**
	 * The stored item as the application's type.
	 * @param type the type
	 * @param <T> the type
	 * @return the item, if it is known and of this type
	 */
	public <T> Optional<T> getCurrent(Class<T> type) {
		return Optional.ofNullable(this.current).filter(type::isInstance).map(type::cast);
	}

}
