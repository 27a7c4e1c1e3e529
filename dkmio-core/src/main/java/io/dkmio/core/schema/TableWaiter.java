package io.dkmio.core.schema;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

import io.dkmio.TableNotFoundException;
import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.client.DynamoOperation;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;

/**
 * Describes tables, and waits until they and their indexes can be used.
 */
final class TableWaiter {

	private static final Duration FIRST_PAUSE = Duration.ofMillis(20);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

	private final DynamoExecutor executor;

	private final Duration timeout;

	private final LongSupplier nanoTime;

	private final Sleeper sleeper;

	TableWaiter(DynamoExecutor executor, Duration timeout) {
		this(executor, timeout, System::nanoTime, (pause) -> Thread.sleep(pause.toMillis()));
	}

	TableWaiter(DynamoExecutor executor, Duration timeout, LongSupplier nanoTime, Sleeper sleeper) {
		this.executor = executor;
		this.timeout = timeout;
		this.nanoTime = nanoTime;
		this.sleeper = sleeper;
	}

	/**
	 * Describes a table.
	 * @return the description, or {@code null} if there is no such table
	 */
	@Nullable TableDescription describe(String table) {
		try {
			return this.executor
				.describeTable(DescribeTableRequest.builder().tableName(table).build(),
						DynamoOperation.of("describeTable").withTable(table))
				.table();
		}
		catch (TableNotFoundException ex) {
			return null;
		}
	}

	/**
	 * The moment, on this waiter's clock, until which to wait.
	 */
	long deadline() {
		return this.nanoTime.getAsLong() + this.timeout.toNanos();
	}

	/**
	 * Waits until a table and its indexes can be used. A table not seen yet may have been
	 * created a moment ago.
	 */
	TableDescription await(String table, long deadline) {
		Duration pause = FIRST_PAUSE;
		while (true) {
			TableDescription description = describe(table);
			List<String> waitingFor = waitingFor(description);
			if (description != null && waitingFor.isEmpty()) {
				return description;
			}
			if (this.nanoTime.getAsLong() + pause.toNanos() > deadline) {
				throw new QueryTimeoutException("Table '" + table + "' cannot be used yet after waiting " + this.timeout
						+ ": " + String.join(", ", waitingFor) + ". DynamoDB goes on with what it is doing: start again"
						+ " later, or raise the timeout of SchemaOptions.");
			}
			sleep(table, pause);
			pause = (pause.compareTo(LONGEST_PAUSE.dividedBy(2)) < 0) ? pause.multipliedBy(2) : LONGEST_PAUSE;
		}
	}

	/**
	 * Whether a table or an index of this status answers requests.
	 */
	static boolean isUsable(@Nullable String status) {
		return "ACTIVE".equals(status) || "UPDATING".equals(status);
	}

	private void sleep(String table, Duration pause) {
		try {
			this.sleeper.sleep(pause);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new DataAccessResourceFailureException("Waiting for table '" + table
					+ "' was interrupted. DynamoDB goes on with what it is doing; the interrupt flag of the thread is"
					+ " set again.", ex);
		}
	}

	private static List<String> waitingFor(@Nullable TableDescription description) {
		if (description == null) {
			return List.of("it does not exist");
		}
		List<String> waitingFor = new ArrayList<>();
		if (!isUsable(description.tableStatusAsString())) {
			waitingFor.add("its status is " + description.tableStatusAsString());
		}
		description.globalSecondaryIndexes()
			.stream()
			.filter((index) -> !isUsable(index.indexStatusAsString()))
			.forEach((index) -> waitingFor
				.add("the status of index '" + index.indexName() + "' is " + index.indexStatusAsString()));
		return waitingFor;
	}

	/**
	 * Pauses the thread.
	 */
	@FunctionalInterface
	interface Sleeper {

		void sleep(Duration pause) throws InterruptedException;

	}

}
