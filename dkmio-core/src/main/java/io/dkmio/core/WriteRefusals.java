package io.dkmio.core;

import java.util.Map;

import io.dkmio.ConditionFailedException;
import io.dkmio.DynamoConversionException;
import io.dkmio.UnknownTypeException;
import io.dkmio.core.client.ConditionRefusal;
import io.dkmio.core.client.RefusedCondition;
import io.dkmio.core.convert.DynamoConverter;
import io.dkmio.core.document.Document;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.mapping.StoredType;
import io.dkmio.core.write.WriteAction;
import io.dkmio.core.write.WriteCondition;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.EmptyResultDataAccessException;

/**
 * Says what it means that the condition of a write did not hold: by the part that did
 * not, and with the item as it is stored.
 */
final class WriteRefusals {

	private final DynamoConverter converter;

	WriteRefusals(DynamoConverter converter) {
		this.converter = converter;
	}

	/**
	 * What a refusal of an action means.
	 */
	ConditionRefusal of(WriteAction action) {
		WriteCondition condition = action.condition();
		if (condition == null) {
			return ConditionRefusal.condition();
		}
		return (refused) -> {
			WriteCondition.Part part = condition.refusedPart(refused.item());
			return OwnWrite.isDone(action, part, refused) ? new AlreadyWrittenException(refused.item(), refused.cause())
					: toException(action, part, refused);
		};
	}

	private DataAccessException toException(WriteAction action, WriteCondition.Part part, RefusedCondition refused) {
		return switch (part.meaning()) {
			case ABSENT -> ConditionRefusal.insert().toException(refused);
			case VERSION -> ConditionRefusal.version().toException(refused);
			case EXISTS -> missing(action, refused);
			case UNIQUE -> new DuplicateKeyException(
					refused.message("another item has the value of the unique property '" + part.name() + "'",
							"Choose another value, or change the other item first; nothing was written"),
					refused.cause());
			case KNOWN -> failed(action, part.name(),
					"property '" + part.name() + "' does not have the value that was given as known",
					"Read the item and give the value it has, or let readFirst() do so; nothing was written", refused);
			case WRITE_ONCE -> failed(action, part.name(),
					"property '" + part.name() + "' is written once, and the stored item has another value",
					"Keep the value the item was inserted with; nothing was written", refused);
			case READ -> new StaleReadException(
					refused.message("the item was changed since it was read",
							"Read it again, apply the change to what was read, and write that; nothing was written"),
					refused.cause());
			case APPLICATION -> failed(action, part.name(),
					(part.name() != null) ? "the condition '" + part.name() + "' does not hold"
							: "its condition does not hold",
					refused.item().isEmpty() ? "There is no such item. Repeating the write will not help"
							: "getCurrent(…) of this exception has the item as it is stored",
					refused);
		};
	}

	private static DataAccessException missing(WriteAction action, RefusedCondition refused) {
		String message = refused.message("there is no such item",
				(action instanceof WriteAction.Delete) ? "Nothing was deleted"
						: "Insert it first, or use upsert() where it may be absent; nothing was written");
		return new EmptyResultDataAccessException(message, 1, refused.cause());
	}

	private DataAccessException failed(WriteAction action, @Nullable String name, String found, String advice,
			RefusedCondition refused) {
		return new ConditionFailedException(refused.message(found, advice), refused.facts(), name, refused.item(),
				current(action.type(), refused.item()), refused.cause());
	}

	/** An item that cannot be read must not hide why the write was refused. */
	private @Nullable Object current(StoredType type, Map<String, AttributeValue> item) {
		if (item.isEmpty()) {
			return null;
		}
		if (!(type instanceof DynamoPersistentEntity)) {
			return Document.ofItem(item);
		}
		try {
			return this.converter.fromItem(type.getType(), item);
		}
		catch (DynamoConversionException | UnknownTypeException ex) {
			return null;
		}
	}

}
