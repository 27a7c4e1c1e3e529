package io.dkmio.core.client;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import io.dkmio.test.Fault;
import io.dkmio.test.FaultServer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

import org.springframework.dao.DataAccessResourceFailureException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A thread that waits for an answer is interrupted.
 */
class InterruptibleHttpClientIntegrationTests {

	private static final PutItemRequest PUT = PutItemRequest.builder()
		.tableName("shop")
		.item(Map.of("pk", AttributeValue.fromS("a")))
		.build();

	@RepeatedTest(3)
	void anInterruptEndsARequestWithinAHundredMilliseconds() throws InterruptedException {
		AtomicReference<Throwable> thrown = new AtomicReference<>();
		AtomicBoolean flag = new AtomicBoolean();
		try (FaultServer server = FaultServer.start().always(Fault.late(Duration.ofSeconds(10), Fault.none()));
				DynamoDbClient client = client(server)) {
			DynamoExecutor executor = new ClientDynamoExecutor(client);
			Thread thread = new Thread(() -> {
				try {
					executor.putItem(PUT, DynamoOperation.of("put").withTable("shop"));
				}
				catch (RuntimeException ex) {
					thrown.set(ex);
					flag.set(Thread.currentThread().isInterrupted());
				}
			});
			thread.start();
			while (server.calls().isEmpty()) {
				Thread.sleep(10);
			}
			long begin = System.nanoTime();
			thread.interrupt();
			thread.join(5000);
			assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(100));
			assertThat(server.calls()).hasSize(1);
		}
		assertThat(thrown.get()).isInstanceOf(DataAccessResourceFailureException.class)
			.hasMessage("Operation 'put' on table 'shop' failed: the thread was interrupted. The interrupt flag of the"
					+ " thread is set again; the work was given up and is not repeated, though the write may have been"
					+ " done. [PutItem]");
		assertThat(flag).isTrue();
	}

	@Test
	void otherRequestsAreLeftAlone() {
		try (FaultServer server = FaultServer.start().always(Fault.late(Duration.ofMillis(100), Fault.none()));
				DynamoDbClient client = client(server)) {
			DynamoExecutor executor = new ClientDynamoExecutor(client);
			for (int i = 0; i < 5; i++) {
				executor.putItem(PUT, DynamoOperation.of("put"));
			}
			assertThat(server.calls()).hasSize(5);
		}
	}

	private static DynamoDbClient client(FaultServer server) {
		return DynamoDbClient.builder()
			.endpointOverride(server.endpoint())
			.region(Region.EU_WEST_1)
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
			.httpClient(new InterruptibleHttpClient(Apache5HttpClient.create()))
			.build();
	}

}
