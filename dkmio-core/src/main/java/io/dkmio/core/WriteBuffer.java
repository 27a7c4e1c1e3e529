package io.dkmio.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.dkmio.core.client.ItemIdentity;
import io.dkmio.core.client.ItemSize;
import io.dkmio.core.write.WriteAction;
import io.dkmio.core.write.WriteSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * The writes of a transaction before it is sent: one for each item, in the order in which
 * they were first asked for.
 */
final class WriteBuffer {

	/** The most actions DynamoDB takes in a transaction. */
	static final int MAX_ACTIONS = 100;

	/** The most bytes DynamoDB takes in a transaction. */
	static final long MAX_BYTES = 4 * 1024 * 1024;

	private final WriteMerge merge;

	private final String token = UUID.randomUUID().toString();

	private final List<Runnable> undo = new ArrayList<>();

	private final List<Runnable> afterCommit = new ArrayList<>();

	private Map<ItemIdentity, BufferedWrite> writes = new LinkedHashMap<>();

	private Map<ItemIdentity, Long> sizes = new LinkedHashMap<>();

	WriteBuffer(WriteRefusals refusals) {
		this.merge = new WriteMerge(refusals);
	}

	/**
	 * Adds the writes of one operation, all of them or, if one is refused, none.
	 * @param set the writes
	 * @param name the name of the operation
	 */
	void add(WriteSet set, String name) {
		add(set, WriteName.of(name));
	}

	void add(WriteSet set, WriteName name) {
		add(set.actions().stream().map((action) -> new BufferedWrite(action, name)).toList());
	}

	/**
	 * Adds the writes of another buffer, all of them or, if one is refused, none.
	 */
	void addAll(WriteBuffer other) {
		add(other.writes());
		this.undo.addAll(other.undo);
		this.afterCommit.addAll(other.afterCommit);
	}

	private void add(List<BufferedWrite> added) {
		Map<ItemIdentity, BufferedWrite> writes = new LinkedHashMap<>(this.writes);
		Map<ItemIdentity, Long> sizes = new LinkedHashMap<>(this.sizes);
		for (BufferedWrite write : added) {
			refuseReturning(write);
			ItemIdentity identity = write.identity();
			BufferedWrite before = writes.get(identity);
			BufferedWrite merged = (before != null) ? this.merge.merge(before, write) : write;
			writes.put(identity, merged);
			sizes.put(identity, size(merged));
			refuseTooMany(writes.size(), write);
			refuseTooLarge(sizes, write);
		}
		this.writes = writes;
		this.sizes = sizes;
	}

	/**
	 * What to do if the writes are not done after all.
	 */
	void onRollback(Runnable undo) {
		this.undo.add(undo);
	}

	/**
	 * Gives items that were changed in place their versions back.
	 */
	void undo() {
		for (int i = this.undo.size() - 1; i >= 0; i--) {
			this.undo.get(i).run();
		}
		this.undo.clear();
	}

	/**
	 * What to do once the writes are done.
	 */
	void onCommit(Runnable action) {
		this.afterCommit.add(action);
	}

	/**
	 * Tells that the writes are done. What is done now cannot undo them.
	 */
	void committed() {
		this.undo.clear();
		this.afterCommit.forEach(Runnable::run);
	}

	/**
	 * The write for an item, if there is one.
	 */
	@Nullable BufferedWrite find(String table, Map<String, AttributeValue> key) {
		return this.writes.isEmpty() ? null : this.writes.get(ItemIdentity.of(table, key));
	}

	boolean isEmpty() {
		return this.writes.isEmpty();
	}

	/**
	 * The writes in the order in which they are sent.
	 */
	List<BufferedWrite> writes() {
		return List.copyOf(this.writes.values());
	}

	/**
	 * The token all attempts to send these writes have.
	 */
	String token() {
		return this.token;
	}

	private static void refuseReturning(BufferedWrite write) {
		ReturnValue returning = ReturnValue.NONE;
		if (write.action() instanceof WriteAction.Put put) {
			returning = put.returning();
		}
		else if (write.action() instanceof WriteAction.Update update) {
			returning = update.returning();
		}
		else if (write.action() instanceof WriteAction.Delete delete) {
			returning = delete.returning();
		}
		if (returning != ReturnValue.NONE) {
			throw new InvalidDataAccessApiUsageException("Operation " + write.describe() + " on table '"
					+ write.action().tableName() + "' asks for " + returning
					+ ", and a transaction returns nothing: it is sent as a whole when it commits. Use a call that"
					+ " returns nothing, such as update(…).execute() or a repository method that returns void, and read the"
					+ " item before, or after the transaction.");
		}
	}

	private static void refuseTooMany(int count, BufferedWrite last) {
		if (count > MAX_ACTIONS) {
			throw new InvalidDataAccessApiUsageException("A transaction has at most " + MAX_ACTIONS + " writes, and "
					+ last.describe()
					+ " is one too many. Nothing was sent; do less in one transaction, or, where the parts may be"
					+ " written without each other, use a transaction for each.");
		}
	}

	private static void refuseTooLarge(Map<ItemIdentity, Long> sizes, BufferedWrite last) {
		long size = sizes.values().stream().mapToLong(Long::longValue).sum();
		if (size > MAX_BYTES) {
			throw new InvalidDataAccessApiUsageException("A transaction has at most " + MAX_BYTES + " bytes, and with "
					+ last.describe() + " it would have " + size
					+ ". Nothing was sent; do less in one transaction, or store large values elsewhere.");
		}
	}

	private static long size(BufferedWrite write) {
		Map<String, AttributeValue> content = write.result();
		if (content != null && !content.isEmpty()) {
			ItemSize size = ItemSize.of(content);
			if (size.isTooLarge()) {
				throw new InvalidDataAccessApiUsageException(
						"Operation " + write.describe() + " on table '" + write.action().tableName()
								+ "' has an item of " + size.stored() + " bytes, and an item has " + ItemSize.MAX_ITEM
								+ " at most. Nothing was sent; store large values elsewhere, or split the item.");
			}
			return size.stored();
		}
		long size = ItemSize.of(write.action().key()).stored();
		return (write.action() instanceof WriteAction.Update update) ? size + ItemSize.of(update.values()).stored()
				: size;
	}

}
