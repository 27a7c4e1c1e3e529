package io.dkmio.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.TableDefinition;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.annotations.Param;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * The operations of an application: by hand, and by a repository or template over either
 * backend.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class WireBenchmark {

	private static final String TABLE = "shop";

	private static final Map<String, String> NAMES = Map.of("#pk", "pk", "#sk", "sk");

	private static final Shipment SHIPMENT = Shipment.example(1);

	private static final int BATCH = 250;

	private static final List<Shipment> SHIPMENTS = IntStream.range(0, BATCH).mapToObj(Shipment::example).toList();

	private static final List<Shipment.Id> IDS = SHIPMENTS.stream()
		.map((shipment) -> new Shipment.Id(shipment.customerId(), shipment.shipmentId()))
		.toList();

	/** How items go over the wire. */
	@Param({ "maps", "wire" })
	public String backend = "wire";

	private DynamoDbClient item = StubHttpClient.client(Answers.item());

	private DynamoDbClient page = StubHttpClient.client(Answers.page(100));

	private DynamoDbClient pages = StubHttpClient.client(Answers.pages(10, 100));

	private DynamoDbClient written = StubHttpClient.client(Answers.written());

	private DynamoDbClient batchRead = StubHttpClient.client(Answers.batches(BATCH));

	private DynamoDbClient batchWritten = StubHttpClient.client(Answers.allWritten());

	private ShipmentRepository ofItem = ShipmentRepository.over(this.item);

	private ShipmentRepository ofPage = ShipmentRepository.over(this.page);

	private ShipmentRepository ofPages = ShipmentRepository.over(this.pages);

	private DynamoTemplate writing = template(this.written);

	private DynamoTemplate batchReading = template(this.batchRead);

	private DynamoTemplate batchWriting = template(this.batchWritten);

	/**
	 * Gives dkmio its clients.
	 */
	@Setup
	public void setUp() {
		this.ofItem = ShipmentRepository.over(client(Answers.item()));
		this.ofPage = ShipmentRepository.over(client(Answers.page(100)));
		this.ofPages = ShipmentRepository.over(client(Answers.pages(10, 100)));
		this.writing = template(client(Answers.written()));
		this.batchReading = template(client(Answers.batches(BATCH)));
		this.batchWriting = template(client(Answers.allWritten()));
	}

	private DynamoDbClient client(byte[]... bodies) {
		return "wire".equals(this.backend) ? StubHttpClient.wired(bodies) : StubHttpClient.client(bodies);
	}

	private static DynamoTemplate template(DynamoDbClient client) {
		return new DynamoTemplate(client, DynamoMappingContext.of(List.of(TableDefinition.of(TABLE)), Shipment.class));
	}

	/**
	 * GetItem.
	 * @return the item
	 */
	@Benchmark
	public Shipment getByHand() {
		return HandWritten.read(
				this.item
					.getItem(GetItemRequest.builder()
						.tableName(TABLE)
						.key(HandWritten.key(1))
						.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
						.build())
					.item());
	}

	/**
	 * GetItem.
	 * @return the item
	 */
	@Benchmark
	public Shipment getByDkmio() {
		return this.ofItem.findByCustomerIdAndShipmentId("customer-1", "shipment-1").orElseThrow();
	}

	/**
	 * A page of a Query.
	 * @return the items
	 */
	@Benchmark
	public List<Shipment> query100ByHand() {
		return query(this.page);
	}

	/**
	 * A page of a Query.
	 * @return the items
	 */
	@Benchmark
	public List<Shipment> query100ByDkmio() {
		return this.ofPage.findByCustomerId("customer-1");
	}

	/**
	 * Ten pages of a Query.
	 * @return the items
	 */
	@Benchmark
	public List<Shipment> query1000ByHand() {
		return query(this.pages);
	}

	/**
	 * Ten pages of a Query.
	 * @return the items
	 */
	@Benchmark
	public List<Shipment> query1000ByDkmio() {
		return this.ofPages.findByCustomerId("customer-1");
	}

	/**
	 * PutItem.
	 * @return the answer
	 */
	@Benchmark
	public Object putByHand() {
		return this.written.putItem(PutItemRequest.builder()
			.tableName(TABLE)
			.item(HandWritten.write(SHIPMENT))
			.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
			.build());
	}

	/**
	 * PutItem.
	 * @return the item
	 */
	@Benchmark
	public Shipment putByDkmio() {
		return this.writing.put(SHIPMENT);
	}

	/**
	 * BatchGetItem.
	 * @return the items
	 */
	@Benchmark
	public List<Shipment> batchGet250ByHand() {
		Map<Map<String, AttributeValue>, Shipment> found = new HashMap<>(2 * BATCH);
		for (int from = 0; from < BATCH; from += 100) {
			List<Map<String, AttributeValue>> keys = new ArrayList<>(100);
			for (int i = from; i < Math.min(from + 100, BATCH); i++) {
				keys.add(HandWritten.key(i));
			}
			this.batchRead
				.batchGetItem(BatchGetItemRequest.builder()
					.requestItems(Map.of(TABLE, KeysAndAttributes.builder().keys(keys).build()))
					.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
					.build())
				.responses()
				.getOrDefault(TABLE, List.of())
				.forEach((item) -> found.put(Map.of("pk", item.get("pk"), "sk", item.get("sk")),
						HandWritten.read(item)));
		}
		List<Shipment> items = new ArrayList<>(BATCH);
		for (int i = 0; i < BATCH; i++) {
			Shipment item = found.get(HandWritten.key(i));
			if (item != null) {
				items.add(item);
			}
		}
		return items;
	}

	/**
	 * BatchGetItem.
	 * @return the items
	 */
	@Benchmark
	public List<Shipment> batchGet250ByDkmio() {
		return this.batchReading.batchGet(Shipment.class, IDS).list();
	}

	/**
	 * BatchWriteItem.
	 * @return how many were written
	 */
	@Benchmark
	public int batchWrite250ByHand() {
		int count = 0;
		for (int from = 0; from < BATCH; from += 25) {
			List<WriteRequest> writes = new ArrayList<>(25);
			for (int i = from; i < from + 25; i++) {
				writes.add(WriteRequest.builder()
					.putRequest(PutRequest.builder().item(HandWritten.write(SHIPMENTS.get(i))).build())
					.build());
			}
			if (this.batchWritten
				.batchWriteItem(BatchWriteItemRequest.builder()
					.requestItems(Map.of(TABLE, writes))
					.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
					.build())
				.unprocessedItems()
				.isEmpty()) {
				count += writes.size();
			}
		}
		return count;
	}

	/**
	 * BatchWriteItem.
	 * @return how many were written
	 */
	@Benchmark
	public int batchWrite250ByDkmio() {
		return this.batchWriting.putAll(SHIPMENTS).size();
	}

	private static List<Shipment> query(DynamoDbClient client) {
		List<Shipment> shipments = new ArrayList<>();
		Map<String, AttributeValue> position = null;
		do {
			QueryResponse response = client.query(QueryRequest.builder()
				.tableName(TABLE)
				.keyConditionExpression("#pk = :pk AND begins_with(#sk, :sk)")
				.expressionAttributeNames(NAMES)
				.expressionAttributeValues(Map.of(":pk", AttributeValue.fromS("CUSTOMER#customer-1"), ":sk",
						AttributeValue.fromS("SHIPMENT#")))
				.exclusiveStartKey(position)
				.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
				.build());
			for (Map<String, AttributeValue> item : response.items()) {
				shipments.add(HandWritten.read(item));
			}
			position = response.hasLastEvaluatedKey() ? response.lastEvaluatedKey() : null;
		}
		while (position != null);
		return shipments;
	}

}
