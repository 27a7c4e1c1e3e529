package io.dkmio.repository;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.client.ClientDynamoExecutor;
import io.dkmio.core.client.DynamoAction;
import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.client.DynamoOperation;
import io.dkmio.core.convert.MappingDynamoConverter;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.Item;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.repository.support.DynamoRepositoryFactory;
import io.dkmio.test.LocalDynamo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.Window;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Counts what calls of a repository send, on one partition of 2,000 items of 4 kB, of
 * which a request returns about 250. The table it prints is that of {@code docs/cost.md};
 * run with {@code -Dcost.write} to write it there.
 */
class CostIntegrationTests {

	private static final int ITEMS = 2_000;

	private static final Path PAGE = Path.of(System.getProperty("basedir", "."), "../docs/cost.md");

	private static final String BEGIN = "<!-- measured: begin -->\n";

	private static final String END = "<!-- measured: end -->\n";

	private static final Meter METER = new Meter();

	private static Events events;

	@BeforeAll
	static void storeAPartition() {
		DynamoDbClient client = LocalDynamo.client(CostIntegrationTests.class);
		TableDefinition table = TableDefinition.of("events");
		new SchemaManager(client).create(List.of(table));
		METER.delegate = new ClientDynamoExecutor(client);
		DynamoMappingContext context = DynamoMappingContext.of(List.of(table), Event.class);
		DynamoTemplate dynamo = new DynamoTemplate(METER, context, new MappingDynamoConverter(context),
				Clock.systemUTC());
		events = new DynamoRepositoryFactory(dynamo).getRepository(Events.class);
		String text = "x".repeat(4_050);
		events.saveAll(IntStream.range(0, ITEMS)
			.mapToObj((i) -> new Event("u1", "%05d".formatted(i), (i % 100 == 0) ? "rare" : "usual", text))
			.toList());
	}

	@Test
	void sendsNoMoreThanItSays() throws IOException {
		List<Line> lines = measure();
		String table = lines.stream().map(Line::toString).collect(Collectors.joining("\n", Line.HEAD, "\n"));
		System.out.println(table);
		assertThat(lines).allSatisfy((line) -> assertThat(line.isWithin()).as(line.toString()).isTrue());
		String page = Files.readString(PAGE);
		int from = page.indexOf(BEGIN) + BEGIN.length();
		int to = page.indexOf(END);
		if (System.getProperty("cost.write") != null) {
			Files.writeString(PAGE, page.substring(0, from) + table + page.substring(to));
		}
		else {
			assertThat(page.substring(from, to)).isEqualTo(table);
		}
	}

	private static List<Line> measure() {
		List<Line> lines = new ArrayList<>();
		Event some = new Event("u2", "1", "usual", "");
		lines.add(line("`findByUserIdAndEventId`", 1, 1, () -> events.findByUserIdAndEventId("u1", "00042")));
		lines.add(line("`findByUserIdAndKind`, a partition and a non-key property", 8, ITEMS,
				() -> events.findByUserIdAndKind("u1", "rare")));
		lines.add(line("`findByUserId`, all of 2,000", 8, ITEMS, () -> events.findByUserId("u1")));
		lines.add(line("`findFirstByUserIdOrderByEventIdDesc`", 1, 1,
				() -> events.findFirstByUserIdOrderByEventIdDesc("u1")));
		lines.add(line("`existsByUserId`", 1, 1, () -> events.existsByUserId("u1")));
		lines.add(line("`readByUserId(…, Limit.of(5))`", 1, 5, () -> events.readByUserId("u1", Limit.of(5))));
		lines.add(line("`Slice` of 20", 1, 21, () -> events.getByUserId("u1", PageRequest.of(0, 20))));
		lines.add(line("`Slice` of 20, the next one", 1, 21, () -> events.getByUserId("u1",
				METER.free(() -> events.getByUserId("u1", PageRequest.of(0, 20))).nextPageable())));
		lines.add(
				line("`Window` of 20", 1, 20, () -> events.queryByUserId("u1", ScrollPosition.keyset(), Limit.of(20))));
		lines.add(line("three ids by `In`", 1, 3,
				() -> events.findByUserIdAndEventIdIn("u1", List.of("00001", "00500", "01999"))));
		lines.add(line("`findAllById` of three ids", 1, 3, () -> events
			.findAllById(List.of(new Id("u1", "00001"), new Id("u1", "00500"), new Id("u1", "01999")))));
		lines.add(line("`countByUserId`, no items returned", 8, ITEMS, () -> events.countByUserId("u1")));
		lines.add(line("a stream, read to its third item", 1, 260, () -> {
			try (Stream<Event> stream = events.streamByUserId("u1")) {
				return stream.limit(3).toList();
			}
		}));
		lines.add(line("`save`", 1, 0, () -> events.save(some)));
		lines.add(line("`deleteById`", 1, 0, () -> {
			events.deleteById(new Id("u2", "1"));
			return true;
		}));
		lines.add(line("`deleteByUserIdAndEventId`, returning nothing", 1, 0, () -> {
			events.deleteByUserIdAndEventId("u2", "1");
			return true;
		}));
		lines.add(line("`saveAll` of 60", 3, 0, () -> events.saveAll(
				IntStream.range(0, 60).mapToObj((i) -> new Event("u2", "%05d".formatted(i), "usual", "")).toList())));
		lines.add(line("`deleteByUserId` of 60, returning how many", 4, 60, () -> events.deleteByUserId("u2")));
		return lines;
	}

	private static Line line(String call, int requests, int evaluated, Call<?> measured) {
		METER.reset();
		Object result = measured.call();
		assertThat(result).isNotNull();
		return new Line(call, METER.operations(), METER.sent.size(), requests, METER.evaluated, evaluated);
	}

	interface Events extends DynamoRepository<Event, Id> {

		Optional<Event> findByUserIdAndEventId(String userId, String eventId);

		List<Event> findByUserIdAndKind(String userId, String kind);

		List<Event> findByUserId(String userId);

		Optional<Event> findFirstByUserIdOrderByEventIdDesc(String userId);

		boolean existsByUserId(String userId);

		List<Event> readByUserId(String userId, Limit limit);

		Slice<Event> getByUserId(String userId, Pageable pageable);

		Window<Event> queryByUserId(String userId, ScrollPosition position, Limit limit);

		List<Event> findByUserIdAndEventIdIn(String userId, List<String> eventIds);

		long countByUserId(String userId);

		Stream<Event> streamByUserId(String userId);

		void deleteByUserIdAndEventId(String userId, String eventId);

		long deleteByUserId(String userId);

	}

	@Item(pk = "USER#{userId}", sk = "EVENT#{eventId}")
	record Event(String userId, String eventId, String kind, String text) {
	}

	record Id(String userId, String eventId) {
	}

	private interface Call<T> {

		T call();

	}

	/**
	 * A line of the table.
	 */
	private record Line(String call, String operations, int requests, int maxRequests, int evaluated,
			int maxEvaluated) {

		private static final String HEAD = "| Call | Operation | Requests | Items evaluated |\n|---|---|---|---|\n";

		boolean isWithin() {
			return this.requests <= this.maxRequests + ((this.maxRequests > 4) ? 1 : 0)
					&& this.evaluated <= this.maxEvaluated;
		}

		@Override
		public String toString() {
			return "| " + this.call + " | " + this.operations + " | " + this.requests + " | " + this.evaluated + " |";
		}

	}

	/**
	 * Counts requests, and the items DynamoDB evaluated for them.
	 */
	private static final class Meter implements DynamoExecutor {

		private final List<DynamoDbRequest> sent = new ArrayList<>();

		private DynamoExecutor delegate = new NoRequests();

		private int evaluated;

		private boolean free;

		@Override
		public <Q extends DynamoDbRequest, R extends DynamoDbResponse> R execute(DynamoAction<Q, R> action, Q request,
				DynamoOperation operation) {
			R response = this.delegate.execute(action, request, operation);
			if (!this.free) {
				this.sent.add(request);
				this.evaluated += evaluated(response);
			}
			return response;
		}

		private static int evaluated(DynamoDbResponse response) {
			if (response instanceof QueryResponse query) {
				return query.scannedCount();
			}
			if (response instanceof ScanResponse scan) {
				return scan.scannedCount();
			}
			if (response instanceof BatchGetItemResponse batch) {
				return batch.responses().values().stream().mapToInt(List::size).sum();
			}
			return (response instanceof GetItemResponse get && get.hasItem()) ? 1 : 0;
		}

		private void reset() {
			this.sent.clear();
			this.evaluated = 0;
		}

		private <T> T free(Call<T> call) {
			this.free = true;
			T result = call.call();
			this.free = false;
			return result;
		}

		private String operations() {
			return this.sent.stream()
				.map((request) -> request.getClass().getSimpleName().replace("Request", ""))
				.distinct()
				.collect(Collectors.joining(", "));
		}

	}

}
