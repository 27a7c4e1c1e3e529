package io.dkmio.core;

import java.util.List;

import io.dkmio.core.client.BatchWrite;
import io.dkmio.core.client.ItemIdentity;
import io.dkmio.core.write.WriteAction;
import io.dkmio.core.write.WriteSet;
import org.jspecify.annotations.Nullable;

/**
 * One of several writes of an operation, planned and not yet sent.
 *
 * @param given what the application passed: an item or an id
 * @param stored the item as it will be stored, {@code null} for a deletion
 * @param writes what is sent for it
 * @param undo gives the item its version back if it is not
 */
record PlannedWrite(Object given, @Nullable Object stored, WriteSet writes, Runnable undo) {

	static final Runnable NOTHING = () -> {
	};

	/**
	 * The write of the item itself.
	 */
	WriteAction action() {
		return this.writes.actions().get(0);
	}

	ItemIdentity identity() {
		return ItemIdentity.of(action().tableName(), action().key());
	}

	String typeName() {
		return action().type().getType().getSimpleName();
	}

	/**
	 * The write as one of a batch.
	 * @return the write, or {@code null} if a batch cannot do it: it has no conditions
	 */
	@Nullable BatchWrite toBatchWrite() {
		WriteAction action = action();
		if (this.writes.actions().size() > 1 || action.condition() != null) {
			return null;
		}
		if (action instanceof WriteAction.Put put) {
			List<String> keyNames = action.type().getRequiredTable().primaryKeyNames();
			return BatchWrite.put(action.tableName(), keyNames, put.item(), WireWrites.atMost(put.item()), this);
		}
		return (action instanceof WriteAction.Delete delete) ? BatchWrite.delete(action.tableName(), delete.key(), this)
				: null;
	}

}
