package io.dkmio.core;

import java.time.Duration;
import java.util.Map;

import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.client.TransactionScope;
import io.dkmio.core.write.WriteAction;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The transaction a thread is in, with the writes it keeps.
 */
final class DynamoTransaction extends ResourceHolderSupport {

	private final WriteBuffer buffer;

	private final boolean readOnly;

	DynamoTransaction(WriteBuffer buffer, boolean readOnly) {
		this.buffer = buffer;
		this.readOnly = readOnly;
	}

	/**
	 * The transaction of this thread.
	 * @param executor whose requests the transaction is about
	 * @return the transaction, or {@code null} if there is none
	 */
	static @Nullable DynamoTransaction current(DynamoExecutor executor) {
		return (DynamoTransaction) TransactionSynchronizationManager.getResource(executor);
	}

	WriteBuffer buffer() {
		return this.buffer;
	}

	TransactionScope scope() {
		return this.readOnly ? TransactionScope.READ : TransactionScope.WRITE;
	}

	/**
	 * The buffer, for a write.
	 */
	WriteBuffer writable(String name) {
		if (this.readOnly) {
			throw new InvalidDataAccessApiUsageException("Operation '" + name
					+ "' was refused: the transaction is read-only. Nothing was sent; use @WriteTransaction, or write"
					+ " outside of the transaction.");
		}
		remaining();
		return this.buffer;
	}

	/**
	 * How much time is left.
	 * @return the time, or {@code null} if there is no limit
	 * @throws org.springframework.transaction.TransactionTimedOutException if there is
	 * none left
	 */
	@Nullable Duration remaining() {
		return hasTimeout() ? Duration.ofMillis(Math.max(getTimeToLiveInMillis(), 1)) : null;
	}

	/**
	 * The item as the writes of this transaction leave it.
	 * @return the item, empty if it is deleted, {@code null} if this transaction does not
	 * write it
	 */
	@Nullable Map<String, AttributeValue> find(String table, Map<String, AttributeValue> key) {
		BufferedWrite write = this.buffer.find(table, key);
		if (write == null || write.action() instanceof WriteAction.Check) {
			return null;
		}
		Map<String, AttributeValue> item = write.result();
		if (item == null) {
			throw new InvalidDataAccessApiUsageException("The item cannot be read: " + write.describe() + " on table '"
					+ table + "' comes before in this transaction, and what it leaves is not known"
					+ " before it is done. Read the item first, and update it afterwards.");
		}
		return item;
	}

}
