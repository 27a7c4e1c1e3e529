package io.dkmio.boot.autoconfigure.health;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DynamoHealthIndicator}.
 */
class DynamoHealthUnitTests {

	private static final DynamoHealthProperties PROPERTIES = new DynamoHealthProperties(Duration.ofMillis(500),
			Duration.ofSeconds(10));

	private final AtomicLong clock = new AtomicLong();

	private final Client client = new Client();

	@Test
	void isUpWhereTheTableCanBeUsed() {
		Health health = indicator("shop").health();
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails()).containsEntry("table", "shop").containsEntry("status", "ACTIVE");
	}

	@Test
	void isOutOfServiceWhileTheTableIsBeingDeleted() {
		this.client.status = TableStatus.DELETING;
		assertThat(indicator("shop").health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
	}

	@Test
	void isDownWhereTheTableIsMissing() {
		this.client.failure = ResourceNotFoundException.builder().message("not found").build();
		assertThat(indicator("shop").health().getStatus()).isEqualTo(Status.DOWN);
	}

	@Test
	void isUpWhereAFurtherClientHasNoSuchTable() {
		this.client.failure = ResourceNotFoundException.builder().message("not found").build();
		Health health = new DynamoHealthIndicator(this.client, List.of("shop"), false, PROPERTIES, this.clock::get)
			.health();
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails()).containsEntry("table", "shop").containsEntry("status", "NOT_FOUND");
	}

	@Test
	void isDownWhereAFurtherClientGetsNoAnswer() {
		this.client.failure = SdkClientException.create("Unable to execute HTTP request");
		assertThat(new DynamoHealthIndicator(this.client, List.of("shop"), false, PROPERTIES, this.clock::get).health()
			.getStatus()).isEqualTo(Status.DOWN);
	}

	@Test
	void isUnknownWithoutATable() {
		assertThat(indicator().health().getStatus()).isEqualTo(Status.UNKNOWN);
		assertThat(this.client.requests).isZero();
	}

	@Test
	void asksOnceInAWhile() {
		DynamoHealthIndicator indicator = indicator("shop");
		indicator.health();
		this.clock.addAndGet(Duration.ofSeconds(9).toNanos());
		indicator.health();
		assertThat(this.client.requests).isEqualTo(1);
		this.clock.addAndGet(Duration.ofSeconds(2).toNanos());
		indicator.health();
		assertThat(this.client.requests).isEqualTo(2);
	}

	@Test
	void recoversByItself() {
		DynamoHealthIndicator indicator = indicator("shop");
		this.client.failure = ResourceNotFoundException.builder().message("not found").build();
		assertThat(indicator.health().getStatus()).isEqualTo(Status.DOWN);
		this.client.failure = null;
		this.clock.addAndGet(Duration.ofSeconds(11).toNanos());
		assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);
	}

	@Test
	void waitsNoLongerThanItsOwnTimeout() {
		indicator("shop").health();
		assertThat(this.client.last.overrideConfiguration().orElseThrow().apiCallTimeout())
			.contains(Duration.ofMillis(500));
	}

	private DynamoHealthIndicator indicator(String... tables) {
		return new DynamoHealthIndicator(this.client, List.of(tables), true, PROPERTIES, this.clock::get);
	}

	private static final class Client implements DynamoDbClient {

		private TableStatus status = TableStatus.ACTIVE;

		private RuntimeException failure;

		private DescribeTableRequest last;

		private int requests;

		@Override
		public DescribeTableResponse describeTable(DescribeTableRequest request) {
			this.requests++;
			this.last = request;
			if (this.failure != null) {
				throw this.failure;
			}
			return DescribeTableResponse.builder().table((table) -> table.tableStatus(this.status)).build();
		}

		@Override
		public String serviceName() {
			return "dynamodb";
		}

		@Override
		public void close() {
		}

	}

}
