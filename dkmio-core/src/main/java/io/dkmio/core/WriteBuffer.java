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

	private final Map<ItemIdentity, Sized> writes = new LinkedHashMap<>();

	private long bytes;

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
		Map<ItemIdentity, Sized> changes = new LinkedHashMap<>();
		int count = this.writes.size();
		long bytes = this.bytes;
		for (BufferedWrite write : added) {
			refuseReturning(write);
			ItemIdentity identity = write.identity();
			Sized former = this.writes.get(identity);
			Sized before = changes.getOrDefault(identity, former);
			Sized after = sized((before != null) ? this.merge.merge(before.write(), write) : write);
			changes.put(identity, after);
			count += (before != null) ? 0 : 1;
			bytes += after.bytes() - ((before != null) ? before.bytes() : 0);
			refuseTooMany(count, write);
			if (bytes > MAX_BYTES) {
				bytes = refuseTooLarge(changes, write);
			}
		}
		this.writes.putAll(changes);
		this.bytes = bytes;
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
		Sized found = this.writes.isEmpty() ? null : this.writes.get(ItemIdentity.of(table, key));
		return (found != null) ? found.write() : null;
	}

	boolean isEmpty() {
		return this.writes.isEmpty();
	}

	/**
	 * The writes in the order in which they are sent.
	 */
	List<BufferedWrite> writes() {
		return this.writes.values().stream().map(Sized::write).toList();
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

	/**
	 * Counts each byte of what was only guessed.
	 * @return how many there are
	 */
	private long refuseTooLarge(Map<ItemIdentity, Sized> changes, BufferedWrite last) {
		this.writes.replaceAll((identity, write) -> write.counted());
		changes.replaceAll((identity, write) -> write.counted());
		Map<ItemIdentity, Sized> writes = new LinkedHashMap<>(this.writes);
		writes.putAll(changes);
		long size = writes.values().stream().mapToLong(Sized::bytes).sum();
		if (size > MAX_BYTES) {
			throw new InvalidDataAccessApiUsageException("A transaction has at most " + MAX_BYTES + " bytes, and with "
					+ last.describe() + " it would have " + size
					+ ". Nothing was sent; do less in one transaction, or store large values elsewhere.");
		}
		return size;
	}

	/** An item has fewer bytes than its JSON, which are easily guessed. */
	private static Sized sized(BufferedWrite write) {
		Map<String, AttributeValue> content = write.result();
		if (content != null && !content.isEmpty()) {
			long most = WireWrites.atMost(content);
			if (most <= ItemSize.MAX_ITEM) {
				return new Sized(write, most, false);
			}
		}
		return new Sized(write, stored(write), true);
	}

	private static long stored(BufferedWrite write) {
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

	/**
	 * A write and its size.
	 *
	 * @param write the write
	 * @param bytes as many bytes as DynamoDB counts, or more
	 * @param exact whether it is as many
	 */
	private record Sized(BufferedWrite write, long bytes, boolean exact) {

		private Sized counted() {
			return this.exact ? this : new Sized(this.write, stored(this.write), true);
		}

	}

}
