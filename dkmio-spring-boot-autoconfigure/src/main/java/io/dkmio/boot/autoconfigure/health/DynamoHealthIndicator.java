package io.dkmio.boot.autoconfigure.health;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Asks DynamoDB for one table, at most once in a while and never for long: the answer of
 * a moment ago is given again. DescribeTable is limited by rate, and costs no capacity.
 */
final class DynamoHealthIndicator extends AbstractHealthIndicator {

	private final DynamoDbClient client;

	private final List<String> tables;

	private final boolean hasAllTables;

	private final DynamoHealthProperties properties;

	private final LongSupplier nanoTime;

	private final ReentrantLock lock = new ReentrantLock();

	private volatile @Nullable Answer last;

	private int next;

	DynamoHealthIndicator(DynamoDbClient client, List<String> tables, boolean hasAllTables,
			DynamoHealthProperties properties, LongSupplier nanoTime) {
		super("DynamoDB health check failed");
		this.client = client;
		this.tables = tables;
		this.hasAllTables = hasAllTables;
		this.properties = properties;
		this.nanoTime = nanoTime;
	}

	static DynamoHealthIndicator of(DynamoDbClient client, List<String> tables, DynamoHealthProperties properties) {
		return new DynamoHealthIndicator(client, tables, true, properties, System::nanoTime);
	}

	/**
	 * The health of a client beside the default one, which rarely has all tables: that it
	 * knows whether there is one is enough.
	 */
	static DynamoHealthIndicator ofFurtherClient(DynamoDbClient client, List<String> tables,
			DynamoHealthProperties properties) {
		return new DynamoHealthIndicator(client, tables, false, properties, System::nanoTime);
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) throws Exception {
		if (this.tables.isEmpty()) {
			builder.unknown().withDetail("reason", "no table is declared");
			return;
		}
		Answer answer = answer();
		if (answer.failure != null) {
			throw answer.failure;
		}
		builder.status(answer.usable ? "UP" : "OUT_OF_SERVICE")
			.withDetail("table", answer.table)
			.withDetail("status", answer.status);
	}

	private Answer answer() {
		Answer known = this.last;
		if (known != null && isFresh(known)) {
			return known;
		}
		this.lock.lock();
		try {
			known = this.last;
			if (known == null || !isFresh(known)) {
				known = ask(this.tables.get(this.next++ % this.tables.size()));
				this.last = known;
			}
			return known;
		}
		finally {
			this.lock.unlock();
		}
	}

	private boolean isFresh(Answer answer) {
		return this.nanoTime.getAsLong() - answer.at < this.properties.cacheTimeToLive().toNanos();
	}

	private Answer ask(String table) {
		Duration timeout = this.properties.timeout();
		try {
			TableStatus status = this.client
				.describeTable(DescribeTableRequest.builder()
					.tableName(table)
					.overrideConfiguration(
							(override) -> override.apiCallTimeout(timeout).apiCallAttemptTimeout(timeout))
					.build())
				.table()
				.tableStatus();
			boolean usable = status == TableStatus.ACTIVE || status == TableStatus.UPDATING;
			return new Answer(this.nanoTime.getAsLong(), table, String.valueOf(status), usable, null);
		}
		catch (ResourceNotFoundException ex) {
			return new Answer(this.nanoTime.getAsLong(), table, "NOT_FOUND", !this.hasAllTables,
					this.hasAllTables ? ex : null);
		}
		catch (RuntimeException ex) {
			return new Answer(this.nanoTime.getAsLong(), table, "", false, ex);
		}
	}

	private record Answer(long at, String table, String status, boolean usable, @Nullable RuntimeException failure) {

	}

}
