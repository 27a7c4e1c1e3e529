package io.dkmio.core.document;

import java.util.function.Supplier;

import io.dkmio.core.write.WriteAction;

/**
 * Keeps writes of documents until the transaction they are called in commits.
 *
 * @since 1.0
 */
@FunctionalInterface
public interface DocumentTransactions {

	/**
	 * Makes a write a part of the transaction of this thread.
	 * @param action plans the write, if there is a transaction
	 * @param name the name of the operation
	 * @return whether there is a transaction; if not, the write is still to be sent
	 */
	boolean join(Supplier<WriteAction> action, String name);

	/**
	 * There are never transactions.
	 * @return what sends every write at once
	 */
	static DocumentTransactions none() {
		return (action, name) -> false;
	}

}
