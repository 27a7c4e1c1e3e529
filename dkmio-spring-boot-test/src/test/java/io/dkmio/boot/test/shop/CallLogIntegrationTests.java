package io.dkmio.boot.test.shop;

import java.time.Instant;
import java.util.List;

import io.dkmio.boot.test.DataDynamoTest;
import io.dkmio.boot.test.DynamoFaults;
import io.dkmio.core.DynamoTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.domain.Limit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the log says of the calls that are made.
 */
@DataDynamoTest(properties = { "dkmio.table.name=shop", "dkmio.table.indexes.gsi1.partition-key=gsi1pk",
		"dkmio.table.indexes.gsi1.sort-key=gsi1sk", "logging.level.io.dkmio.calls=debug" })
@ExtendWith(OutputCaptureExtension.class)
class CallLogIntegrationTests {

	private static final Order ORDER = new Order("secret", "o1", "OPEN", Instant.parse("2026-03-01T12:00:00Z"));

	@Autowired
	OrderRepository orders;

	@Autowired
	DynamoTemplate dynamo;

	@Autowired
	DynamoFaults faults;

	@Test
	void namesEachCallAndShowsNoValue(CapturedOutput output) {
		this.orders.insert(ORDER);
		this.orders.findByStatusOrderByPlacedAtDesc("OPEN", Limit.of(20));
		this.dynamo.batchWrite((batch) -> batch.delete(Order.class, new Order.Id("secret", "o1"))
			.delete(Order.class, new Order.Id("secret", "o2")));
		assertThat(output).containsPattern("DEBUG .*PutItem: Operation 'insert' of Order on table 'shop'")
			.containsPattern("Query: Operation .* of Order on index 'gsi1' of table 'shop'.*findByStatus")
			.contains("BatchWriteItem of 2 items: Operation 'batchWrite'")
			.doesNotContain("secret");
	}

	@Test
	void warnsOfEachRepetitionOfABatch(CapturedOutput output) {
		this.faults.leaveUnprocessed();
		this.dynamo.batchWrite(
				(batch) -> List.of(ORDER, new Order("secret", "o2", "OPEN", Instant.EPOCH)).forEach(batch::put));
		assertThat(output)
			.containsPattern(
					"WARN .*BatchWriteItem left 1 of 2 items undone; they are sent again: Operation 'batchWrite'")
			.doesNotContain("secret");
	}

}
