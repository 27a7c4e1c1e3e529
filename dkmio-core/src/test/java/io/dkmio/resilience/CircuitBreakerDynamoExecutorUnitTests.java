package io.dkmio.resilience;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import io.dkmio.CircuitOpenException;
import io.dkmio.FailedOperation;
import io.dkmio.ThrottledException;
import io.dkmio.core.client.DynamoAction;
import io.dkmio.core.client.DynamoExceptionTranslator;
import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.client.DynamoOperation;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * When requests are sent, and which failures count.
 */
class CircuitBreakerDynamoExecutorUnitTests {

	private static final DynamoOperation GET = DynamoOperation.of("get").withTable("shop");

	private static final GetItemRequest REQUEST = GetItemRequest.builder().tableName("shop").build();

	private final AtomicInteger sent = new AtomicInteger();

	private volatile @Nullable RuntimeException failure;

	private volatile @Nullable CountDownLatch gate;

	private final CircuitBreaker breaker = CircuitBreakerDynamoExecutor.breaker("test", 5, Duration.ofMinutes(1));

	private final DynamoExecutor executor = new CircuitBreakerDynamoExecutor(new DynamoExecutor() {

		@Override
		@SuppressWarnings("unchecked") // the only action is GetItem
		public <Q extends DynamoDbRequest, R extends DynamoDbResponse> R execute(DynamoAction<Q, R> action, Q request,
				DynamoOperation operation) {
			CircuitBreakerDynamoExecutorUnitTests.this.sent.incrementAndGet();
			CountDownLatch gate = CircuitBreakerDynamoExecutorUnitTests.this.gate;
			if (gate != null) {
				try {
					gate.await();
				}
				catch (InterruptedException ex) {
					throw new IllegalStateException(ex);
				}
			}
			RuntimeException failure = CircuitBreakerDynamoExecutorUnitTests.this.failure;
			if (failure != null) {
				throw failure;
			}
			return (R) GetItemResponse.builder().build();
		}

	}, this.breaker);

	private void call(@Nullable RuntimeException failure) {
		this.failure = failure;
		if (failure == null) {
			this.executor.getItem(REQUEST, GET);
		}
		else {
			assertThatThrownBy(() -> this.executor.getItem(REQUEST, GET)).isSameAs(failure);
		}
	}

	private static RuntimeException unreachable() {
		return new DataAccessResourceFailureException("no connection");
	}

	private static RuntimeException conditional() {
		return new DuplicateKeyException("there is one");
	}

	private void open() {
		for (int i = 0; i < 5; i++) {
			call(unreachable());
		}
	}

	@Test
	void opensAfterFailuresInSuccessionAndSendsNothing() {
		open();
		assertThat(this.breaker.getState()).isEqualTo(State.OPEN);
		assertThatExceptionOfType(CircuitOpenException.class).isThrownBy(() -> this.executor.getItem(REQUEST, GET))
			.isInstanceOf(TransientDataAccessException.class)
			.withMessageMatching(
					".*'get'.*shop.* was not sent: the requests before got no answer from DynamoDB, and the"
							+ " circuit breaker 'test' is open for another (59|60) seconds\\. Repeat the operation after that,"
							+ " or do without it until then")
			.satisfies((ex) -> assertThat(ex.getRetryAfter()).isBetween(Duration.ofSeconds(50), Duration.ofMinutes(1)));
		assertThat(this.sent).hasValue(5);
	}

	@Test
	void aSuccessBeginsTheCountAnew() {
		for (int i = 0; i < 4; i++) {
			call(unreachable());
		}
		call(null);
		for (int i = 0; i < 4; i++) {
			call(unreachable());
		}
		assertThat(this.breaker.getState()).isEqualTo(State.CLOSED);
		call(unreachable());
		assertThat(this.breaker.getState()).isEqualTo(State.OPEN);
	}

	@Test
	void failuresOfTheInfrastructureCount() {
		List<RuntimeException> failures = List.of(unreachable(), new QueryTimeoutException("slow"),
				new TransientDataAccessResourceException("500"), translated("InternalServerError", 500),
				translated("ServiceUnavailable", 503));
		failures.forEach(this::call);
		assertThat(this.breaker.getState()).isEqualTo(State.OPEN);
	}

	@Test
	void answersTheApplicationDoesNotLikeDoNot() {
		List<RuntimeException> answers = new ArrayList<>(
				List.of(conditional(), new InvalidDataAccessApiUsageException("no"), new IllegalStateException("bug"),
						new ThrottledException("too fast",
								new FailedOperation("get", "shop", null, null, null, null, null), List.of(), null)));
		for (String code : List.of("ConditionalCheckFailedException", "ValidationException",
				"ResourceNotFoundException", "ProvisionedThroughputExceededException", "ThrottlingException",
				"TransactionConflictException", "AccessDeniedException", "ResourceInUseException")) {
			answers.add(translated(code, 400));
		}
		for (int i = 0; i < 3; i++) {
			answers.forEach(this::call);
		}
		assertThat(this.breaker.getState()).isEqualTo(State.CLOSED);
	}

	private static RuntimeException translated(String code, int status) {
		DynamoDbException answer = (DynamoDbException) DynamoDbException.builder()
			.statusCode(status)
			.awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage("message").build())
			.build();
		return new DynamoExceptionTranslator().translate(answer, DynamoAction.GET_ITEM, GET);
	}

	@Test
	void oneSuccessClosesItAgain() {
		open();
		this.breaker.transitionToHalfOpenState();
		call(null);
		assertThat(this.breaker.getState()).isEqualTo(State.CLOSED);
	}

	@Test
	void aClientErrorClosesItToo() {
		open();
		this.breaker.transitionToHalfOpenState();
		call(conditional());
		assertThat(this.breaker.getState()).isEqualTo(State.CLOSED);
	}

	@Test
	void anotherFailureOpensItAgain() {
		open();
		this.breaker.transitionToHalfOpenState();
		call(unreachable());
		assertThat(this.breaker.getState()).isEqualTo(State.OPEN);
		assertThat(this.sent).hasValue(6);
	}

	@Test
	void triesWithOneRequestAtATime() throws Exception {
		open();
		this.breaker.transitionToHalfOpenState();
		this.failure = null;
		CountDownLatch gate = new CountDownLatch(1);
		this.gate = gate;
		ExecutorService thread = Executors.newSingleThreadExecutor();
		Future<?> probe = thread.submit(() -> this.executor.getItem(REQUEST, GET));
		while (this.sent.get() < 6) {
			Thread.onSpinWait();
		}
		assertThatExceptionOfType(CircuitOpenException.class).isThrownBy(() -> this.executor.getItem(REQUEST, GET))
			.withMessageContaining("is trying with another request whether it answers again")
			.satisfies((ex) -> assertThat(ex.getRetryAfter()).isZero());
		gate.countDown();
		probe.get();
		thread.shutdown();
		assertThat(this.breaker.getState()).isEqualTo(State.CLOSED);
		assertThat(this.sent).hasValue(6);
	}

	@Test
	void anInterruptedRequestDoesNotCount() {
		for (int i = 0; i < 10; i++) {
			Thread.currentThread().interrupt();
			call(unreachable());
			assertThat(Thread.interrupted()).isTrue();
		}
		assertThat(this.breaker.getState()).isEqualTo(State.CLOSED);
	}

	@Test
	void countsFailuresOfSeveralThreads() throws Exception {
		this.failure = unreachable();
		ExecutorService threads = Executors.newFixedThreadPool(20);
		List<Future<Boolean>> calls = new ArrayList<>();
		for (int i = 0; i < 200; i++) {
			calls.add(threads.submit(() -> {
				try {
					this.executor.getItem(REQUEST, GET);
					return false;
				}
				catch (CircuitOpenException ex) {
					return true;
				}
				catch (DataAccessResourceFailureException ex) {
					return false;
				}
			}));
		}
		int refused = 0;
		for (Future<Boolean> call : calls) {
			refused += call.get() ? 1 : 0;
		}
		threads.shutdown();
		assertThat(this.breaker.getState()).isEqualTo(State.OPEN);
		assertThat(this.sent.get()).isBetween(5, 25);
		assertThat(refused).isEqualTo(200 - this.sent.get());
	}

	@Test
	void closesWhenItIsReset() {
		open();
		this.breaker.reset();
		call(null);
		assertThat(this.sent).hasValue(6);
	}

}
