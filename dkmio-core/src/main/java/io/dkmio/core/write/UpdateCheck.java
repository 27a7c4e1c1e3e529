package io.dkmio.core.write;

import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.Operand;
import io.dkmio.core.expression.Update;
import io.dkmio.core.expression.UpdateAction;
import io.dkmio.core.expression.UpdateValue;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Checks the changes an application asks for, before anything is sent.
 */
final class UpdateCheck {

	private final UpdateType type;

	private final ItemUpdate update;

	UpdateCheck(UpdateType type, ItemUpdate update) {
		this.type = type;
		this.update = update;
	}

	/**
	 * The changes to make: properties that are written once are set if they are absent.
	 */
	Update check() {
		if (this.update.update().isEmpty() && !this.update.upsert()) {
			throw new InvalidDataAccessApiUsageException("The update of " + this.type.name()
					+ " is empty: it sets, removes and adds nothing. Add a change, or send no update");
		}
		Update checked = Update.empty();
		for (UpdateAction action : this.update.update().actions()) {
			AttributePath attribute = this.type.paths().resolve(action.path());
			this.type.targets().check(action, attribute, this.update.upsert());
			refuseEmptyKey(action, attribute);
			checked = checked.with(this.type.targets().isWrittenOnce(attribute.root()) ? once(action) : action);
		}
		return checked;
	}

	private static UpdateAction once(UpdateAction action) {
		if (action instanceof UpdateAction.Set set && set.value() instanceof UpdateValue.Plain plain) {
			return new UpdateAction.Set(set.path(), new UpdateValue.IfAbsent(set.path(), plain.operand()));
		}
		return action;
	}

	private void refuseEmptyKey(UpdateAction action, AttributePath attribute) {
		if (this.type.isPlainIndexKey(attribute.root()) && action instanceof UpdateAction.Set set
				&& set.value() instanceof UpdateValue.Plain plain && plain.operand() instanceof Operand.Value value
				&& isEmpty(value.value())) {
			throw new InvalidDataAccessApiUsageException("An update of " + this.type.name() + " sets '" + action.path()
					+ "' to an empty string, and it is the key of an index, which DynamoDB refuses. Give it a value, or"
					+ " remove it, which takes the item out of the index");
		}
	}

	private static boolean isEmpty(Object value) {
		return (value instanceof CharSequence text && text.isEmpty())
				|| (value instanceof AttributeValue attribute && attribute.s() != null && attribute.s().isEmpty());
	}

}
