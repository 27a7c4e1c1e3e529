package io.dkmio.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * Reads by key, and by queries of one item and of a hundred: by hand and by a repository.
 * The answers are canned: what is measured is the work in the client.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class ReadBenchmark {

	private static final String TABLE = "shop";

	private static final Map<String, String> NAMES = Map.of("#pk", "pk", "#sk", "sk");

	private final DynamoDbClient oneItem = StubHttpClient.client(Answers.item());

	private final DynamoDbClient pageOfOne = StubHttpClient.client(Answers.page(1));

	private final DynamoDbClient pageOf100 = StubHttpClient.client(Answers.page(100));

	private final ShipmentRepository getRepository = ShipmentRepository.over(this.oneItem);

	private final ShipmentRepository queryOneRepository = ShipmentRepository.over(this.pageOfOne);

	private final ShipmentRepository query100Repository = ShipmentRepository.over(this.pageOf100);

	/**
	 * Reads an item by hand.
	 * @return the item
	 */
	@Benchmark
	public Shipment getByHand() {
		return HandWritten.read(
				this.oneItem
					.getItem(GetItemRequest.builder()
						.tableName(TABLE)
						.key(Map.of("pk", AttributeValue.fromS("CUSTOMER#customer-1"), "sk",
								AttributeValue.fromS("SHIPMENT#shipment-1")))
						.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
						.build())
					.item());
	}

	/**
	 * Reads an item by a repository.
	 * @return the item
	 */
	@Benchmark
	public Shipment getByDkmio() {
		return this.getRepository.findByCustomerIdAndShipmentId("customer-1", "shipment-1").orElseThrow();
	}

	/**
	 * Queries one item by hand.
	 * @return the items
	 */
	@Benchmark
	public List<Shipment> queryOfOneByHand() {
		return query(this.pageOfOne);
	}

	/**
	 * Queries one item by a repository.
	 * @return the items
	 */
	@Benchmark
	public List<Shipment> queryOfOneByDkmio() {
		return this.queryOneRepository.findByCustomerId("customer-1");
	}

	/**
	 * Queries a hundred items by hand.
	 * @return the items
	 */
	@Benchmark
	public List<Shipment> queryOf100ByHand() {
		return query(this.pageOf100);
	}

	/**
	 * Queries a hundred items by a repository.
	 * @return the items
	 */
	@Benchmark
	public List<Shipment> queryOf100ByDkmio() {
		return this.query100Repository.findByCustomerId("customer-1");
	}

	private static List<Shipment> query(DynamoDbClient client) {
		List<Map<String, AttributeValue>> items = client
			.query(QueryRequest.builder()
				.tableName(TABLE)
				.keyConditionExpression("#pk = :pk AND begins_with(#sk, :sk)")
				.expressionAttributeNames(NAMES)
				.expressionAttributeValues(Map.of(":pk", AttributeValue.fromS("CUSTOMER#customer-1"), ":sk",
						AttributeValue.fromS("SHIPMENT#")))
				.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
				.build())
			.items();
		List<Shipment> shipments = new ArrayList<>(items.size());
		for (Map<String, AttributeValue> item : items) {
			shipments.add(HandWritten.read(item));
		}
		return shipments;
	}

}
