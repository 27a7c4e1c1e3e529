package io.dkmio.core.client;

import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import io.dkmio.ConditionFailedException;
import io.dkmio.TableNotFoundException;
import io.dkmio.ThrottledException;
import io.dkmio.WriteTransactionCanceledException;
import io.dkmio.test.Fault;
import io.dkmio.test.FaultServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ClientDynamoExecutorIntegrationTests {

	private static final FaultServer SERVER = FaultServer.start();

	private static final DynamoDbClient CLIENT = SERVER.client();

	private static final DynamoOperation GET = DynamoOperation.of("get").withTable("shop");

	private static final DynamoOperation PUT = DynamoOperation.of("insert")
		.withTable("shop")
		.withRefusal(ConditionRefusal.insert());

	private static final Map<String, AttributeValue> KEY = Map.of("pk", AttributeValue.fromS("c4n4ry"));

	private final DynamoExecutor executor = new ClientDynamoExecutor(CLIENT);

	@BeforeEach
	void reset() {
		SERVER.reset();
	}

	@AfterAll
	static void close() {
		CLIENT.close();
		SERVER.close();
	}

	@Test
	void passesAnAnswerOn() {
		SERVER.next(Fault.body(200, "{\"Item\":{\"pk\":{\"S\":\"a\"}}}"));
		assertThat(this.executor.getItem(get(), GET).item()).containsEntry("pk", AttributeValue.fromS("a"));
		assertThat(SERVER.calls()).extracting(FaultServer.Call::action).containsExactly("GetItem");
	}

	@ParameterizedTest
	@ValueSource(strings = { "namespaced", "bare", "header" })
	void findsTheCodeWhereverItIs(String form) {
		assertThat(failed(form, 400, "ResourceNotFoundException")).isInstanceOf(TableNotFoundException.class)
			.hasMessageContaining("[GetItem: ResourceNotFoundException, request id FAULT-1]");
		assertThat(failed(form, 400, "ThrottlingException")).isInstanceOf(ThrottledException.class);
		assertThat(failed(form, 400, "UnrecognizedClientException"))
			.isInstanceOf(PermissionDeniedDataAccessException.class);
		assertThat(failed(form, 400, "SomethingNewException")).hasMessageContaining("[GetItem: SomethingNewException");
		assertThat(failed(form, 400, "ValidationException")).isInstanceOf(InvalidDataAccessApiUsageException.class);
		assertThat(failed(form, 500, "InternalServerError")).isInstanceOf(TransientDataAccessResourceException.class);
	}

	@Test
	void aPermanentErrorCostsOneRequest() {
		try (DynamoDbClient retrying = SERVER
			.client((configuration) -> configuration.retryStrategy((retry) -> retry.maxAttempts(4)))) {
			SERVER.always(Fault.error(400, "ValidationException"));
			assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
				.isThrownBy(() -> new ClientDynamoExecutor(retrying).getItem(get(), GET));
			assertThat(SERVER.calls()).hasSize(1);
		}
	}

	@Test
	void throttlingIsRepeatedAsOftenAsTheClientIsConfiguredTo() {
		try (DynamoDbClient retrying = SERVER
			.client((configuration) -> configuration.retryStrategy((retry) -> retry.maxAttempts(3)))) {
			SERVER.always(Fault.body(400, "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ThrottlingException\","
					+ "\"message\":\"m\",\"throttlingReasons\":[{\"reason\":\"TableReadMaxOnDemandThroughputExceeded\","
					+ "\"resource\":\"arn:aws:dynamodb:eu-west-1:1:table/shop\"}]}"));
			assertThatExceptionOfType(ThrottledException.class)
				.isThrownBy(() -> new ClientDynamoExecutor(retrying).getItem(get(), GET))
				.satisfies(
						(ex) -> assertThat(ex.getReasons()).containsExactly("TableReadMaxOnDemandThroughputExceeded"));
			assertThat(SERVER.calls()).hasSize(3);
		}
	}

	@Test
	void readsTheItemOfAFailedCondition() {
		String answer = "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException\","
				+ "\"message\":\"The conditional request failed\",\"Item\":{\"pk\":{\"S\":\"c4n4ry\"}}}";
		SERVER.next(Fault.body(400, answer), Fault.body(400, answer));
		assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> this.executor.putItem(put(), PUT))
			.withMessageContaining("an item with this key exists already");
		assertThatExceptionOfType(ConditionFailedException.class)
			.isThrownBy(() -> this.executor.putItem(put(), DynamoOperation.of("save")))
			.satisfies((ex) -> assertThat(ex.getItem()).isEqualTo(KEY))
			.withMessageNotContaining("c4n4ry");
	}

	@Test
	void toleratesACancelledTransactionWithoutReasons() {
		SERVER.next(Fault.error(400, "TransactionCanceledException"));
		assertThatExceptionOfType(WriteTransactionCanceledException.class)
			.isThrownBy(() -> this.executor.transactWriteItems(TransactWriteItemsRequest.builder().build(), PUT))
			.satisfies((ex) -> assertThat(ex.getReasons()).isEmpty());
	}

	@Test
	void aConnectionThatIsCutLeavesAWriteOpen() {
		for (Fault fault : new Fault[] { Fault.cut(), Fault.truncated() }) {
			SERVER.next(fault);
			assertThatExceptionOfType(DataAccessResourceFailureException.class)
				.isThrownBy(() -> this.executor.putItem(put(), PUT))
				.withMessageStartingWith("Operation 'insert' on table 'shop' failed: the connection was lost before the"
						+ " answer was read (")
				.withMessageContaining("Nobody knows whether the write was done")
				.withMessageEndingWith("[PutItem]");
		}
	}

	@Test
	void anAnswerThatIsNoJsonIsNotPassedOn() {
		SERVER.next(Fault.body(200, "<html>c4n4ry</html>"));
		assertThatExceptionOfType(DataAccessResourceFailureException.class)
			.isThrownBy(() -> this.executor.getItem(get(), GET))
			.withMessageNotContaining("c4n4ry");
		SERVER.next(Fault.body(502, "<html>bad gateway</html>"));
		assertThatExceptionOfType(TransientDataAccessResourceException.class)
			.isThrownBy(() -> this.executor.getItem(get(), GET))
			.withMessageContaining(
					"DynamoDB had an internal error or was not available. Repeat it after a short pause.");
	}

	@Test
	void aCallThatTakesTooLongIsAQueryTimeout() {
		try (DynamoDbClient impatient = SERVER
			.client((configuration) -> configuration.apiCallTimeout(Duration.ofMillis(150))
				.retryStrategy((retry) -> retry.maxAttempts(1)))) {
			SERVER.next(Fault.late(Duration.ofSeconds(2), Fault.none()));
			assertThatExceptionOfType(QueryTimeoutException.class)
				.isThrownBy(() -> new ClientDynamoExecutor(impatient).getItem(get(), GET))
				.withMessage(
						"Operation 'get' on table 'shop' failed: the time for the whole call was used up. Repeat it"
								+ " after a short pause. Timeouts are set by dkmio.client.api-call-timeout,"
								+ " api-call-attempt-timeout and http.socket-timeout. [GetItem]");
			assertThat(Thread.currentThread().isInterrupted()).isFalse();
		}
	}

	@Test
	void anAttemptThatTakesTooLongIsAQueryTimeout() {
		try (DynamoDbClient impatient = SERVER
			.client((configuration) -> configuration.apiCallAttemptTimeout(Duration.ofMillis(150))
				.retryStrategy((retry) -> retry.maxAttempts(1)))) {
			SERVER.next(Fault.late(Duration.ofSeconds(2), Fault.none()));
			assertThatExceptionOfType(QueryTimeoutException.class)
				.isThrownBy(() -> new ClientDynamoExecutor(impatient).putItem(put(), PUT))
				.withMessageContaining(
						"failed: the time for one attempt was used up. Nobody knows whether the write was" + " done");
		}
	}

	@Test
	void anInterruptEndsTheWaitBetweenAttemptsAtOnceAndKeepsTheFlag() throws Exception {
		SERVER.always(Fault.error(400, "ThrottlingException"));
		try (DynamoDbClient patient = SERVER
			.client((configuration) -> configuration.retryStrategy((retry) -> retry.maxAttempts(5)
				.throttlingBackoffStrategy(BackoffStrategy.fixedDelayWithoutJitter(Duration.ofSeconds(10)))))) {
			Interrupted interrupted = interrupt(new ClientDynamoExecutor(patient), Duration.ofMillis(500));
			assertThat(interrupted.flag()).isTrue();
			assertThat(interrupted.after()).isLessThan(Duration.ofMillis(100));
			assertThat(interrupted.thrown()).isInstanceOf(DataAccessResourceFailureException.class);
			assertThat(SERVER.calls()).hasSize(1);
		}
	}

	@Test
	void anInterruptDuringARequestIsNoticedWhenItsAnswerComes() throws Exception {
		SERVER.next(Fault.late(Duration.ofMillis(500), Fault.none()));
		Interrupted interrupted = interrupt(this.executor, Duration.ofMillis(100));
		assertThat(interrupted.flag()).isTrue();
		assertThat(interrupted.after()).isLessThan(Duration.ofSeconds(2));
		assertThat(interrupted.thrown()).isInstanceOf(DataAccessResourceFailureException.class)
			.hasMessageContaining(
					"failed: the thread was interrupted. The interrupt flag of the thread is set again; the"
							+ " work was given up and is not repeated, though the write may have been done.");
	}

	@Test
	void aClosedClientIsNamed() {
		DynamoDbClient closed = SERVER.client();
		closed.close();
		DynamoDbClient closedWithoutTimeouts = SERVER.client((configuration) -> configuration.apiCallTimeout(null));
		closedWithoutTimeouts.close();
		assertThatExceptionOfType(DataAccessResourceFailureException.class)
			.isThrownBy(() -> new ClientDynamoExecutor(closedWithoutTimeouts).getItem(get(), GET))
			.withMessageContaining("failed: the DynamoDbClient is closed.");
		assertThatExceptionOfType(DataAccessResourceFailureException.class)
			.isThrownBy(() -> new ClientDynamoExecutor(closed).getItem(get(), GET))
			.withMessage("Operation 'get' on table 'shop' failed: the DynamoDbClient is closed. Use it only while the"
					+ " application runs; a client that is shared must not be closed by one of its users. [GetItem]");
	}

	@Test
	void anEndpointNobodyListensAtIsNamed() throws Exception {
		int port;
		try (ServerSocket socket = new ServerSocket(0)) {
			port = socket.getLocalPort();
		}
		try (DynamoDbClient lost = FaultServer.clientOf(URI.create("http://127.0.0.1:" + port),
				(configuration) -> configuration.retryStrategy((retry) -> retry.maxAttempts(1)))) {
			assertThatExceptionOfType(DataAccessResourceFailureException.class)
				.isThrownBy(() -> new ClientDynamoExecutor(lost).putItem(put(), PUT))
				.withMessageMatching(
						".* failed: DynamoDB cannot be reached \\(\\w+\\)\\. Nothing was sent; check endpoint,"
								+ " Region, network and proxy, and whether a local DynamoDB is running\\. \\[PutItem]");
		}
	}

	@Test
	void aHostNobodyKnowsIsNamed() {
		try (DynamoDbClient lost = FaultServer.clientOf(URI.create("http://nowhere.invalid:8000"),
				(configuration) -> configuration.retryStrategy((retry) -> retry.maxAttempts(1)))) {
			assertThatExceptionOfType(DataAccessResourceFailureException.class)
				.isThrownBy(() -> new ClientDynamoExecutor(lost).getItem(get(), GET))
				.withMessageContaining("DynamoDB cannot be reached (UnknownHostException). Nothing was sent;");
		}
	}

	@Test
	void missingCredentialsAreNamed() {
		try (DynamoDbClient anonymous = DynamoDbClient.builder()
			.endpointOverride(SERVER.endpoint())
			.region(Region.EU_WEST_1)
			.credentialsProvider(AwsCredentialsProviderChain.of(SystemPropertyCredentialsProvider.create()))
			.build()) {
			assertThatExceptionOfType(DataAccessResourceFailureException.class)
				.isThrownBy(() -> new ClientDynamoExecutor(anonymous).getItem(get(), GET))
				.withMessageContaining(
						"failed: the SDK could not send the request or read the answer. Check that region"
								+ " and credentials are configured; the cause has the SDK's own text.")
				.withCauseInstanceOf(SdkClientException.class);
		}
	}

	private Interrupted interrupt(DynamoExecutor executor, Duration delay) throws Exception {
		FutureTask<Interrupted> task = new FutureTask<>(() -> {
			try {
				executor.putItem(put(), PUT);
				return new Interrupted(null, Thread.currentThread().isInterrupted(), System.nanoTime(), Duration.ZERO);
			}
			catch (RuntimeException ex) {
				return new Interrupted(ex, Thread.currentThread().isInterrupted(), System.nanoTime(), Duration.ZERO);
			}
		});
		Thread thread = new Thread(task);
		thread.start();
		while (SERVER.calls().isEmpty()) {
			Thread.sleep(5);
		}
		Thread.sleep(delay.toMillis());
		long interruptedAt = System.nanoTime();
		thread.interrupt();
		Interrupted outcome = task.get(15, TimeUnit.SECONDS);
		return new Interrupted(outcome.thrown(), outcome.flag(), outcome.endedAt(),
				Duration.ofNanos(outcome.endedAt() - interruptedAt));
	}

	private DataAccessException failed(String form, int status, String code) {
		SERVER.next(switch (form) {
			case "bare" -> Fault.bareError(status, code);
			case "header" -> Fault.headerError(status, code);
			default -> Fault.error(status, code);
		});
		return catchThrowableOfType(DataAccessException.class, () -> this.executor.getItem(get(), GET));
	}

	private static GetItemRequest get() {
		return GetItemRequest.builder().tableName("shop").key(KEY).build();
	}

	private static PutItemRequest put() {
		return PutItemRequest.builder().tableName("shop").item(KEY).build();
	}

	private record Interrupted(RuntimeException thrown, boolean flag, long endedAt, Duration after) {

	}

}
