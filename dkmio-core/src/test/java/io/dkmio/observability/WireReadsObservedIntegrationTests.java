package io.dkmio.observability;

import java.time.Clock;
import java.util.List;

import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.client.ClientDynamoExecutor;
import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.client.WireInterceptor;
import io.dkmio.core.convert.MappingDynamoConverter;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.Item;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.test.FaultServer;
import io.dkmio.test.LocalDynamo;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Items that stay JSON are counted as those the SDK has read.
 */
class WireReadsObservedIntegrationTests {

	private static final TableDefinition TABLE = TableDefinition.of("observed-notes");

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	@Test
	void countsItemsThatStayJson() {
		WireInterceptor interceptor = new WireInterceptor();
		DynamoDbClient client = FaultServer.clientOf(LocalDynamo.endpoint(),
				(configuration) -> configuration.addExecutionInterceptor(interceptor));
		DynamoExecutor executor = ObservingDynamoExecutor.observe(new ClientDynamoExecutor(client),
				ObservationRegistry.NOOP, this.meters, null);
		new SchemaManager(executor).create(TABLE);
		DynamoMappingContext context = DynamoMappingContext.of(List.of(TABLE), Note.class);
		DynamoTemplate dynamo = new DynamoTemplate(executor, context, new MappingDynamoConverter(context),
				Clock.systemUTC());
		dynamo.putAll(List.of(new Note("1", "a"), new Note("2", "b")));
		assertThat(dynamo.get(Note.class, "1").optional()).isPresent();
		assertThat(dynamo.get(Note.class, "9").optional()).isEmpty();
		assertThat(dynamo.batchGet(Note.class, List.of("1", "2", "9")).list()).hasSize(2);
		assertThat(count("get")).isEqualTo(1);
		assertThat(count("batchGet")).isEqualTo(2);
	}

	private double count(String operation) {
		return this.meters.get("dkmio.items.returned").tags("operation", operation).counter().count();
	}

	@Item(pk = "NOTE#{noteId}", sk = "NOTE")
	record Note(String noteId, String text) {
	}

}
