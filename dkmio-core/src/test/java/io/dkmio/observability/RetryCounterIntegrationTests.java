package io.dkmio.observability;

import java.util.Map;

import io.dkmio.test.Fault;
import io.dkmio.test.FaultServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RetryCounter}.
 */
class RetryCounterIntegrationTests {

	private final MeterRegistry meters = new SimpleMeterRegistry();

	@Test
	void countsTheAttemptsAfterTheFirstOne() {
		read(Fault.error(500, "InternalServerError", "again"), Fault.error(500, "InternalServerError", "again"));
		assertThat(this.meters.get("dkmio.retries").tags("action", "GetItem", "table", "shop").counter().count())
			.isEqualTo(2);
	}

	@Test
	void countsNothingWhenTheFirstAttemptSucceeds() {
		read();
		assertThat(this.meters.getMeters()).isEmpty();
	}

	private void read(Fault... faults) {
		try (FaultServer server = FaultServer.start().next(faults);
				DynamoDbClient client = server
					.client((configuration) -> configuration.addExecutionInterceptor(new RetryCounter(this.meters)))) {
			client.getItem((request) -> request.tableName("shop").key(Map.of("pk", AttributeValue.fromS("x"))));
		}
	}

}
