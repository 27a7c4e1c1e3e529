package io.dkmio.core;

import io.dkmio.InvalidCursorException;
import io.dkmio.core.client.DynamoOperation;
import io.dkmio.core.query.AccessPath;
import io.dkmio.core.query.KeyBatch;
import io.dkmio.core.query.KeyQuery;
import io.dkmio.core.query.KeyRead;
import io.dkmio.core.query.TableScan;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * A planned read that is ready to be called.
 */
abstract class ReadPath {

	private final ReadSupport support;

	private final AccessPath plan;

	ReadPath(ReadSupport support, AccessPath plan) {
		this.support = support;
		this.plan = plan;
	}

	static ReadPath of(ReadSupport support, AccessPath plan, ReadDefinition<?> definition) {
		if (plan instanceof KeyRead read) {
			return new KeyReadPath(support, read, definition);
		}
		if (plan instanceof KeyBatch batch) {
			return new BatchPath(support, batch, definition);
		}
		if (plan instanceof KeyQuery query) {
			return new QueryPath(support, query, definition);
		}
		if (plan instanceof TableScan scan) {
			return new ScanPath(support, scan, definition);
		}
		return new NoPath(support, plan);
	}

	/**
	 * Names what is done, with the method it is done for.
	 */
	static DynamoOperation operation(AccessPath plan, ReadDefinition<?> definition) {
		String name = switch (definition.shape().answer()) {
			case ITEMS -> (plan instanceof TableScan) ? "scan" : "query";
			case COUNT -> "count";
			case EXISTS -> "exists";
		};
		return Operations.of(name, plan.type()).withRepositoryMethod(definition.repositoryMethod());
	}

	/**
	 * Binds the values of a call. Sends nothing yet.
	 */
	abstract ItemPages open(ReadCall call);

	/**
	 * Binds the values of a call whose pages are wanted all, so that they may be read at
	 * one time.
	 */
	ItemPages openAll(ReadCall call) {
		return open(call);
	}

	/**
	 * Refuses what this path cannot do.
	 */
	void check(ReadCall call) {
		if (call.segments() != null) {
			throw new InvalidDataAccessApiUsageException(
					"Segments are for scans, and this read is no scan (" + this.plan.describe() + "); leave them out");
		}
	}

	final ReadSupport support() {
		return this.support;
	}

	final AccessPath plan() {
		return this.plan;
	}

	final void refuseCursor(ReadCall call, String reason) {
		if (call.cursor() != null) {
			throw noCursors(reason);
		}
	}

	final InvalidCursorException noCursors(String reason) {
		return new InvalidCursorException("This cursor cannot be used: it is of another query, since this one ("
				+ this.plan.describe() + ") " + reason + ". Start again from the first page.");
	}

}
