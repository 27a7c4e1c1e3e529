package io.dkmio.core.schema;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import io.dkmio.FailedOperation;
import io.dkmio.TableNotFoundException;
import io.dkmio.core.client.DynamoAction;
import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.client.DynamoOperation;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TableWaiterUnitTests {

	private final AtomicLong now = new AtomicLong();

	private final List<Duration> pauses = new ArrayList<>();

	private final Script script = new Script();

	private final TableWaiter waiter = new TableWaiter(this.script, Duration.ofSeconds(10), this.now::get, (pause) -> {
		this.pauses.add(pause);
		this.now.addAndGet(pause.toNanos());
	});

	@Test
	void returnsAtOnceIfTheTableIsActive() {
		this.script.then("ACTIVE", "ACTIVE");
		assertThat(await().tableStatusAsString()).isEqualTo("ACTIVE");
		assertThat(this.pauses).isEmpty();
	}

	@Test
	void waitsForTableAndIndexesWithGrowingPauses() {
		this.script.thenMissing().then("CREATING", "CREATING").then("ACTIVE", "CREATING").then("UPDATING", "ACTIVE");
		assertThat(await().tableStatusAsString()).isEqualTo("UPDATING");
		assertThat(this.pauses).extracting(Duration::toMillis).containsExactly(20L, 40L, 80L);
	}

	@Test
	void pausesAtMostTwoSeconds() {
		for (int i = 0; i < 10; i++) {
			this.script.then("CREATING", "CREATING");
		}
		this.script.then("ACTIVE", "ACTIVE");
		await();
		assertThat(this.pauses).extracting(Duration::toMillis)
			.contains(1280L, 2000L)
			.allMatch((pause) -> pause <= 2000);
	}

	@Test
	void givesUpAtTheDeadlineAndSaysWhatItWaitedFor() {
		this.script.always("CREATING", "CREATING");
		assertThatExceptionOfType(QueryTimeoutException.class).isThrownBy(this::await)
			.withMessage("Table 'shop' cannot be used yet after waiting PT10S: its status is CREATING, the status of"
					+ " index 'gsi1' is CREATING. DynamoDB goes on with what it is doing: start again later, or raise the"
					+ " timeout of SchemaOptions.");
		assertThat(Duration.ofNanos(this.now.get())).isLessThanOrEqualTo(Duration.ofSeconds(10));
	}

	@Test
	void givesUpOnATableThatNeverAppears() {
		assertThatExceptionOfType(QueryTimeoutException.class).isThrownBy(this::await)
			.withMessageContaining("after waiting PT10S: it does not exist.");
	}

	@Test
	void stopsWhenInterruptedAndKeepsTheFlag() {
		this.script.always("CREATING", "CREATING");
		TableWaiter interrupted = new TableWaiter(this.script, Duration.ofSeconds(10), this.now::get, (pause) -> {
			throw new InterruptedException();
		});
		assertThatExceptionOfType(DataAccessResourceFailureException.class)
			.isThrownBy(() -> interrupted.await("shop", interrupted.deadline()))
			.withMessage(
					"Waiting for table 'shop' was interrupted. DynamoDB goes on with what it is doing; the interrupt"
							+ " flag of the thread is set again.");
		assertThat(Thread.interrupted()).isTrue();
	}

	private TableDescription await() {
		return this.waiter.await("shop", this.waiter.deadline());
	}

	private static final class Script implements DynamoExecutor {

		private final Deque<DescribeTableResponse> answers = new ArrayDeque<>();

		private DescribeTableResponse always = missing();

		private Script then(String tableStatus, String indexStatus) {
			this.answers.add(description(tableStatus, indexStatus));
			return this;
		}

		private Script thenMissing() {
			this.answers.add(missing());
			return this;
		}

		private void always(String tableStatus, String indexStatus) {
			this.always = description(tableStatus, indexStatus);
		}

		@Override
		@SuppressWarnings("unchecked")
		public <Q extends DynamoDbRequest, R extends DynamoDbResponse> R execute(DynamoAction<Q, R> action, Q request,
				DynamoOperation operation) {
			DescribeTableResponse answer = this.answers.isEmpty() ? this.always : this.answers.poll();
			if (answer.table() == null) {
				throw new TableNotFoundException("no table",
						new FailedOperation("describeTable", "shop", null, null, null, null, null), null);
			}
			return (R) answer;
		}

		private static DescribeTableResponse missing() {
			return DescribeTableResponse.builder().build();
		}

		private static DescribeTableResponse description(String tableStatus, String indexStatus) {
			return DescribeTableResponse.builder()
				.table((table) -> table.tableName("shop")
					.tableStatus(tableStatus)
					.globalSecondaryIndexes(GlobalSecondaryIndexDescription.builder()
						.indexName("gsi1")
						.indexStatus(indexStatus)
						.build()))
				.build();
		}

	}

}
