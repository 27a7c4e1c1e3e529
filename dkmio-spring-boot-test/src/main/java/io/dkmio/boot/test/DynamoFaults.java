package io.dkmio.boot.test;

import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

import io.dkmio.core.client.DynamoAction;
import io.dkmio.core.client.DynamoExceptionTranslator;
import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.client.DynamoOperation;
import io.dkmio.core.client.WireSupport;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

import org.springframework.util.Assert;

/**
 * Makes the next requests fail as DynamoDB and networks do, which DynamoDB Local never
 * does by itself. Each fault is for one request; several are used up in order. Templates
 * see the failures the SDK would give them once its own retries are used up. A
 * {@link DataDynamoTest} has a bean of it, without faults at the start of each test.
 *
 * @since 1.0
 */
public final class DynamoFaults {

	private final Queue<Fault> next = new ConcurrentLinkedQueue<>();

	private final DynamoExceptionTranslator translator = new DynamoExceptionTranslator();

	/**
	 * Throttles a request.
	 * @return this, for more faults
	 */
	public DynamoFaults throttle() {
		return add(refusal((request) -> ProvisionedThroughputExceededException.builder()
			.message("The level of configured provisioned throughput for the table was exceeded.")
			.awsErrorDetails(code("ProvisionedThroughputExceededException"))
			.build()));
	}

	/**
	 * Lets a write or a transaction of writes meet another transaction.
	 * @return this, for more faults
	 */
	public DynamoFaults conflict() {
		return add(
				refusal((request) -> (request instanceof TransactWriteItemsRequest transaction) ? cancelled(transaction)
						: TransactionConflictException.builder()
							.message("Transaction is ongoing for the item")
							.awsErrorDetails(code("TransactionConflictException"))
							.build()));
	}

	/**
	 * Does what a request asks, and loses the answer.
	 * @return this, for more faults
	 */
	public DynamoFaults loseAnswer() {
		return add(new Fault() {

			@Override
			public <Q extends DynamoDbRequest, R extends DynamoDbResponse> R execute(DynamoExecutor executor,
					DynamoAction<Q, R> action, Q request, DynamoOperation operation) {
				executor.execute(action, request, operation);
				throw DynamoFaults.this.translator
					.translate(SdkClientException.create("Unable to execute HTTP request: Read timed out",
							new SocketTimeoutException("Read timed out")), action, operation);
			}

		});
	}

	/**
	 * Answers a request late.
	 * @param delay how late
	 * @return this, for more faults
	 */
	public DynamoFaults delay(Duration delay) {
		Assert.notNull(delay, "Delay must not be null");
		return add(new Fault() {

			@Override
			public <Q extends DynamoDbRequest, R extends DynamoDbResponse> R execute(DynamoExecutor executor,
					DynamoAction<Q, R> action, Q request, DynamoOperation operation) {
				try {
					Thread.sleep(delay.toMillis());
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
					throw DynamoFaults.this.translator.translate(
							SdkClientException.create("Interrupted", new InterruptedIOException("Interrupted")), action,
							operation);
				}
				return executor.execute(action, request, operation);
			}

		});
	}

	/**
	 * Leaves one item of a batch, read or written, unprocessed.
	 * @return this, for more faults
	 */
	public DynamoFaults leaveUnprocessed() {
		return add(new UnprocessedFault());
	}

	/** Forgets the faults that are left. */
	public void clear() {
		this.next.clear();
	}

	/**
	 * Puts the faults before an executor.
	 * @param executor sends the requests that do not fail
	 * @return the executor to use
	 */
	public DynamoExecutor decorate(DynamoExecutor executor) {
		Assert.notNull(executor, "DynamoExecutor must not be null");
		return new FaultyExecutor(executor);
	}

	private DynamoFaults add(Fault fault) {
		this.next.add(fault);
		return this;
	}

	private static AwsErrorDetails code(String code) {
		return AwsErrorDetails.builder().errorCode(code).serviceName("DynamoDb").build();
	}

	private static TransactionCanceledException cancelled(TransactWriteItemsRequest transaction) {
		CancellationReason conflict = CancellationReason.builder()
			.code("TransactionConflict")
			.message("Transaction is ongoing for the item")
			.build();
		return TransactionCanceledException.builder()
			.message("Transaction cancelled, please refer cancellation reasons for specific reasons")
			.awsErrorDetails(code("TransactionCanceledException"))
			.cancellationReasons(transaction.transactItems().stream().map((item) -> conflict).toList())
			.build();
	}

	private Fault refusal(Function<DynamoDbRequest, RuntimeException> failure) {
		return new Fault() {

			@Override
			public <Q extends DynamoDbRequest, R extends DynamoDbResponse> R execute(DynamoExecutor executor,
					DynamoAction<Q, R> action, Q request, DynamoOperation operation) {
				throw DynamoFaults.this.translator.translate(failure.apply(request), action, operation);
			}

		};
	}

	/**
	 * What happens to one request.
	 */
	interface Fault {

		<Q extends DynamoDbRequest, R extends DynamoDbResponse> R execute(DynamoExecutor executor,
				DynamoAction<Q, R> action, Q request, DynamoOperation operation);

	}

	private final class FaultyExecutor implements DynamoExecutor {

		private final DynamoExecutor executor;

		private FaultyExecutor(DynamoExecutor executor) {
			this.executor = executor;
		}

		@Override
		public @Nullable WireSupport wire() {
			return this.executor.wire();
		}

		@Override
		public <Q extends DynamoDbRequest, R extends DynamoDbResponse> R execute(DynamoAction<Q, R> action, Q request,
				DynamoOperation operation) {
			Fault fault = (action.kind() != DynamoAction.Kind.CONTROL) ? DynamoFaults.this.next.poll() : null;
			return (fault != null) ? fault.execute(this.executor, action, request, operation)
					: this.executor.execute(action, request, operation);
		}

	}

}
