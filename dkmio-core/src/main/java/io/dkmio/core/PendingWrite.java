package io.dkmio.core;

import io.dkmio.core.write.WriteSet;

/**
 * A write of a transaction that is built up by several calls.
 */
abstract class PendingWrite {

	private final String type;

	private final String name;

	private boolean planned;

	/**
	 * Creates a write.
	 * @param type what is written, for people
	 * @param name the name of the operation
	 */
	PendingWrite(String type, String name) {
		this.type = type;
		this.name = name;
	}

	abstract WriteSet plan();

	/**
	 * The name of the operation.
	 */
	final String name() {
		return this.name;
	}

	/**
	 * Plans what was said, after which nothing can be said any more.
	 */
	final WriteSet planned() {
		this.planned = true;
		return plan();
	}

	/**
	 * Fails if it is too late to change this write.
	 */
	final void change() {
		if (this.planned) {
			throw new IllegalStateException("This '" + this.name + "' of " + this.type
					+ " cannot be changed any more: the next write of the transaction has been named. Say"
					+ " everything about a write before the next one.");
		}
	}

}
