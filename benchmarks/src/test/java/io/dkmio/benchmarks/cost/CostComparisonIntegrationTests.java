package io.dkmio.benchmarks.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.dkmio.benchmarks.Shipment;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.embedded.EmbeddedDynamo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Counts what the same business costs with dkmio, the Enhanced Client and Spring Cloud
 * AWS. The table it prints is that of {@code docs/cost.md}; run with {@code -Dcost.write}
 * to write it there.
 */
class CostComparisonIntegrationTests {

	private static final TableDefinition TABLE = TableDefinition.of("shop");

	private static final Path PAGE = Path.of(System.getProperty("basedir", "."), "../docs/cost.md");

	private static final String BEGIN = "<!-- compared: begin -->\n";

	private static final String END = "<!-- compared: end -->\n";

	private static final String HEAD = """
			| Business | dkmio | Enhanced Client | Spring Cloud AWS |
			|---|---|---|---|
			""";

	private static final CallMeter METER = new CallMeter();

	private static EmbeddedDynamo database;

	private static DynamoDbClient client;

	private static List<Business> contestants;

	@BeforeAll
	static void storeItems() {
		database = EmbeddedDynamo.start();
		client = DynamoDbClient.builder()
			.endpointOverride(database.endpoint())
			.region(database.region())
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("cost", "cost")))
			.build();
		new SchemaManager(client).create(TABLE);
		DkmioBusiness dkmio = new DkmioBusiness(client, TABLE);
		dkmio.saveAll(shipments(Business.BIG, 2_000));
		dkmio.saveAll(shipments(Business.SMALL, 10));
		dkmio.store(new DkmioBusiness.Customer(Business.SMALL, "Ada"));
		dkmio.store(new DkmioBusiness.Address(Business.SMALL, "home", "Lima"));
		dkmio.store(new DkmioBusiness.Address(Business.SMALL, "work", "Cusco"));
		DynamoDbClient metered = DynamoDbClient.builder()
			.endpointOverride(database.endpoint())
			.region(database.region())
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("cost", "cost")))
			.overrideConfiguration((configuration) -> configuration.addExecutionInterceptor(METER))
			.build();
		contestants = List.of(new DkmioBusiness(metered, TABLE), new EnhancedBusiness(metered, "shop"),
				new SpringCloudBusiness(metered, "shop"));
	}

	@AfterAll
	static void stop() {
		client.close();
		database.close();
	}

	private static List<Shipment> shipments(String customer, int count) {
		return IntStream.range(0, count).mapToObj((i) -> shipment(customer, i)).toList();
	}

	private static Shipment shipment(String customer, int number) {
		Shipment example = Shipment.example(number);
		return new Shipment(customer, "%05d".formatted(number), Shipment.Status.PENDING, example.placedAt(),
				example.total(), example.lines(), example.shipTo(), example.tags(), example.note(), example.gift(),
				example.parcels(), example.revision());
	}

	@Test
	void costsNoMoreThanOthers() throws IOException {
		StringBuilder table = new StringBuilder(HEAD);
		table.append(row("a shipment by its key", (it) -> it.one() != null));
		table.append(row("the 20 latest of 2,000", (it) -> it.latest20().size() == 20));
		table.append(row("is there any of 2,000", Business::any));
		table.append(row("how many are there, of 2,000", (it) -> it.count() == 2_000));
		table.append(row("three by their keys", (it) -> it.three().size() == 3));
		table.append(row("a customer with addresses and shipments", (it) -> it.overview() == 13));
		table.append(row("ship one that is pending", (it) -> {
			new DkmioBusiness(client, TABLE).store(shipment(Business.SMALL, 1));
			it.ship();
			return true;
		}));
		table.append(row("store 60", (it) -> {
			it.saveAll(shipments(Business.OTHER, 60));
			return true;
		}));
		table.append(row("delete 60", (it) -> {
			new DkmioBusiness(client, TABLE).saveAll(shipments(Business.OTHER, 60));
			it.deleteAll();
			return true;
		}));
		table.append(row("store three together or not at all", (it) -> it.together(shipments(Business.OTHER, 3))));
		System.out.println(table);
		String page = Files.readString(PAGE);
		int from = page.indexOf(BEGIN) + BEGIN.length();
		int to = page.indexOf(END);
		if (System.getProperty("cost.write") != null) {
			Files.writeString(PAGE, page.substring(0, from) + table + page.substring(to));
		}
		else {
			assertThat(page.substring(from, to)).isEqualTo(table.toString());
		}
	}

	private static String row(String business, Function<Business, Boolean> done) {
		List<CallMeter.Cost> costs = new ArrayList<>();
		StringBuilder row = new StringBuilder("| " + business + " |");
		for (Business contestant : contestants) {
			METER.reset();
			if (done.apply(contestant)) {
				costs.add(METER.cost());
				row.append(' ').append(METER.cost()).append(" |");
			}
			else {
				row.append(" – |");
			}
		}
		assertThat(costs).as(business).allSatisfy((cost) -> {
			assertThat(costs.get(0).requests()).isLessThanOrEqualTo(cost.requests());
			assertThat(costs.get(0).evaluated()).isLessThanOrEqualTo(cost.evaluated());
			assertThat(costs.get(0).units()).isLessThanOrEqualTo(cost.units());
		});
		return row.append('\n').toString();
	}

}
