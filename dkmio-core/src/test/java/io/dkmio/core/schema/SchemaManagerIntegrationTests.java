package io.dkmio.core.schema;

import java.util.List;
import java.util.function.Consumer;

import io.dkmio.SchemaMismatchException;
import io.dkmio.core.client.ClientDynamoExecutor;
import io.dkmio.core.mapping.IndexDefinition;
import io.dkmio.core.mapping.Projection;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.test.Fault;
import io.dkmio.test.FaultServer;
import io.dkmio.test.LocalDynamo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.PermissionDeniedDataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SchemaManagerIntegrationTests {

	private static final DynamoDbClient CLIENT = LocalDynamo.client(SchemaManagerIntegrationTests.class);

	private static final String FIXED_KEY = "The keys of a table cannot be changed: move the items to a new table, or"
			+ " declare the table as it is.";

	private static final String FIXED_GLOBAL = "An index cannot be changed: delete it and add it again, or declare the"
			+ " table as it is.";

	private static final String FIXED_LOCAL = "An index cannot be changed: move the items to a new table, or declare the"
			+ " table as it is.";

	private final SchemaManager schema = new SchemaManager(new ClientDynamoExecutor(CLIENT));

	private final TableDefinition shop = TableDefinition.of("shop")
		.withIndex(IndexDefinition.global("gsi1").withPartitionKey("gsi1pk").withSortKey("gsi1sk"))
		.withIndex(IndexDefinition.global("wide")
			.withPartitionKey("region", "city")
			.withSortKey("placedAt:N", "orderId")
			.withProjection(Projection.include("total", "status", "pk")))
		.withIndex(IndexDefinition.local("by-total").withSortKey("total:N").withProjection(Projection.KEYS_ONLY));

	@BeforeEach
	void dropTables() {
		CLIENT.listTables().tableNames().forEach((name) -> CLIENT.deleteTable((table) -> table.tableName(name)));
	}

	@Test
	void createsATableAsItIsDeclared() {
		assertThat(this.schema.create(this.shop)).containsExactly("shop");
		TableDescription table = describe("shop");
		assertThat(table.tableStatusAsString()).isEqualTo("ACTIVE");
		assertThat(table.billingModeSummary().billingMode()).isEqualTo(BillingMode.PAY_PER_REQUEST);
		assertThat(keys(table.keySchema())).containsExactly("pk HASH", "sk RANGE");
		assertThat(table.globalSecondaryIndexes()).filteredOn((index) -> index.indexName().equals("wide"))
			.singleElement()
			.satisfies((index) -> {
				assertThat(keys(index.keySchema())).containsExactly("region HASH", "city HASH", "placedAt RANGE",
						"orderId RANGE");
				assertThat(index.projection().nonKeyAttributes()).containsExactlyInAnyOrder("total", "status");
			});
		assertThat(table.localSecondaryIndexes()).singleElement()
			.satisfies((index) -> assertThat(keys(index.keySchema())).containsExactly("pk HASH", "total RANGE"));
		assertThat(table.attributeDefinitions()).extracting(AttributeDefinition::attributeName)
			.containsExactlyInAnyOrder("pk", "sk", "gsi1pk", "gsi1sk", "region", "city", "placedAt", "orderId",
					"total");
		assertThat(timeToLive("shop").attributeName()).isEqualTo("expires_at");
		assertThat(this.schema.validate(this.shop)).hasToString("The tables are as the mapping declares");
	}

	@Test
	void createsTablesWithKeysOfEachType() {
		TableDefinition numbers = TableDefinition.of("numbers", "numbers", "id:N").withSortKey("hash:B");
		TableDefinition single = TableDefinition.of("single", "single", "id");
		assertThat(this.schema.create(numbers, single)).containsExactly("numbers", "single");
		assertThat(describe("numbers").attributeDefinitions()).extracting(AttributeDefinition::attributeTypeAsString)
			.containsExactlyInAnyOrder("N", "B");
		assertThat(keys(describe("single").keySchema())).containsExactly("id HASH");
		assertThat(timeToLive("single").timeToLiveStatusAsString()).isEqualTo("DISABLED");
		assertThat(this.schema.validate(numbers, single).isValid()).isTrue();
	}

	@Test
	void createsATableWithProvisionedCapacity() {
		new SchemaManager(new ClientDynamoExecutor(CLIENT),
				SchemaOptions.defaults().withBilling(Billing.provisioned(7, 3)))
			.create(this.shop);
		TableDescription table = describe("shop");
		assertThat(table.provisionedThroughput().readCapacityUnits()).isEqualTo(7);
		assertThat(table.globalSecondaryIndexes().get(0).provisionedThroughput().writeCapacityUnits()).isEqualTo(3);
	}

	@Test
	void createsNothingTwice() {
		this.schema.create(this.shop);
		String id = describe("shop").tableId();
		assertThat(this.schema.create(this.shop)).isEmpty();
		assertThat(describe("shop").tableId()).isEqualTo(id);
	}

	@Test
	void enablesTheExpiryOfATableThatExists() {
		SchemaManager withoutTimeToLive = new SchemaManager(new ClientDynamoExecutor(CLIENT),
				SchemaOptions.defaults().withoutTimeToLive());
		withoutTimeToLive.create(this.shop);
		assertThat(timeToLive("shop").timeToLiveStatusAsString()).isEqualTo("DISABLED");
		assertThat(withoutTimeToLive.validate(this.shop).isValid()).isTrue();
		assertThat(lines(this.schema.validate(this.shop))).containsExactly("Table 'shop', time to live: expected"
				+ " 'expires_at', found disabled. Enable it with UpdateTimeToLive or dkmio.schema=create, or declare the"
				+ " table without it; until then no item expires.");
		assertThat(this.schema.create(this.shop)).isEmpty();
		assertThat(timeToLive("shop").attributeName()).isEqualTo("expires_at");
		assertThat(this.schema.validate(this.shop).isValid()).isTrue();
	}

	@Test
	void createsNothingIfATableThatExistsDiffers() {
		this.schema.create(TableDefinition.of("shop"));
		assertThatExceptionOfType(SchemaMismatchException.class)
			.isThrownBy(() -> this.schema.create(TableDefinition.of("another").withLogicalName("another"), this.shop))
			.withMessageContaining("The tables differ from the mapping in 3 points:\n  - Table 'shop', index 'gsi1':"
					+ " expected a global index on partition key 'gsi1pk' of type S and sort key 'gsi1sk' of type S with"
					+ " projection ALL, found none. Add the index with UpdateTable; DynamoDB fills it with the items"
					+ " there are.")
			.withMessageContaining(
					"Table 'shop', index 'by-total': expected a local index on partition key 'pk' of type"
							+ " S and sort key 'total' of type N with projection KEYS_ONLY, found none. A local index exists only"
							+ " if it was created with its table: move the items to a new table, or declare a global index.");
		assertThat(CLIENT.listTables().tableNames()).containsExactly("shop");
	}

	@Test
	void refusesADeclarationBeforeAnyRequest() {
		try (FaultServer server = FaultServer.start(); DynamoDbClient client = server.client()) {
			SchemaManager refusing = new SchemaManager(new ClientDynamoExecutor(client));
			TableDefinition wrong = this.shop.withIndex(IndexDefinition.global("wrong").withPartitionKey("total:S"));
			assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(() -> refusing.create(wrong))
				.withMessageContaining(
						"key attribute 'total' has type N in index 'by-total' and type S in index 'wrong'");
			assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
				.isThrownBy(() -> refusing.validate(wrong));
			assertThat(server.calls()).isEmpty();
		}
	}

	@Test
	void reportsEveryTableThatIsMissing() {
		TableDefinition audit = TableDefinition.of("audit", "audit-log", "id");
		assertThat(lines(this.schema.validate(this.shop, audit))).containsExactly(
				"Table 'shop', table: expected it to exist, found no table of this name in this account and Region."
						+ " Create it, for example with dkmio.schema=create, or check its name, the Region and the"
						+ " endpoint.",
				"Table 'audit-log', table: expected it to exist, found no table of this name in this account and Region."
						+ " Create it, for example with dkmio.schema=create, or check its name, the Region and the"
						+ " endpoint.");
	}

	@Test
	void reportsEveryDifferenceOfATable() {
		createWrongShop();
		CLIENT.updateTimeToLive((ttl) -> ttl.tableName("shop")
			.timeToLiveSpecification((specification) -> specification.attributeName("ttl").enabled(true)));
		TableDefinition declared = TableDefinition.of("shop")
			.withIndex(IndexDefinition.global("gsi1").withPartitionKey("gsi1pk").withSortKey("gsi1sk"))
			.withIndex(IndexDefinition.global("order").withPartitionKey("region", "city").withSortKey("a", "b"))
			.withIndex(IndexDefinition.global("projection")
				.withPartitionKey("region")
				.withProjection(Projection.include("total", "status")))
			.withIndex(IndexDefinition.local("kind").withSortKey("total:N"))
			.withIndex(IndexDefinition.local("local").withSortKey("placed"))
			.withIndex(IndexDefinition.global("absent").withPartitionKey("region"));
		SchemaReport report = this.schema.validate(declared);
		assertThat(lines(report)).containsExactlyInAnyOrder(
				"Table 'shop', partition key: expected 'pk' of type S, found 'pk' of type N. " + FIXED_KEY,
				"Table 'shop', sort key: expected 'sk' of type S, found 'sort' of type S. " + FIXED_KEY,
				"Table 'shop', index 'gsi1' sort key: expected 'gsi1sk' of type S, found none. " + FIXED_GLOBAL,
				"Table 'shop', index 'order' partition key: expected 'region' of type S, 'city' of type S, found 'city'"
						+ " of type S, 'region' of type S. " + FIXED_GLOBAL,
				"Table 'shop', index 'order' sort key: expected 'a' of type S, 'b' of type S, found 'b' of type S, 'a'"
						+ " of type S. " + FIXED_GLOBAL,
				"Table 'shop', index 'projection' projection: expected INCLUDE [status, total], found INCLUDE [total]. "
						+ FIXED_GLOBAL,
				"Table 'shop', index 'kind' kind: expected local, found global. " + FIXED_LOCAL,
				"Table 'shop', index 'local' sort key: expected 'placed' of type S, found 'total' of type N. "
						+ FIXED_LOCAL,
				"Table 'shop', index 'local' projection: expected ALL, found KEYS_ONLY. " + FIXED_LOCAL,
				"Table 'shop', index 'absent': expected a global index on partition key 'region' of type S and sort key"
						+ " none with projection ALL, found none. Add the index with UpdateTable; DynamoDB fills it with"
						+ " the items there are.",
				"Table 'shop', time to live: expected 'expires_at', found 'ttl'. A table has one such attribute: declare"
						+ " 'ttl', or disable it and enable the other one, with an hour between.");
		assertThat(report.notes()).singleElement()
			.hasToString(
					"Table 'shop', index 'unused': expected none, found a global index on partition key 'region' of"
							+ " type S and sort key none with projection ALL. It costs writes and storage: declare it to use it,"
							+ " or delete it.");
	}

	@Test
	void anExpiryNobodyDeclaresIsANote() {
		this.schema.create(this.shop);
		SchemaReport report = this.schema.validate(this.shop.withTimeToLive(null));
		assertThat(report.isValid()).isTrue();
		assertThat(report.notes()).singleElement()
			.hasToString(
					"Table 'shop', time to live: expected none, found 'expires_at'. Items with this attribute expire;"
							+ " declare it as the table's time to live to use it.");
	}

	@Test
	void validatingChangesNothing() {
		this.schema.validate(this.shop);
		assertThat(CLIENT.listTables().tableNames()).isEmpty();
	}

	@Test
	void usesATableAnotherInstanceCreatedMeanwhile() {
		try (FaultServer server = FaultServer.start(); DynamoDbClient client = server.client()) {
			server.next(Fault.error(400, "ResourceNotFoundException"), Fault.error(400, "ResourceInUseException"),
					Fault.body(200,
							"{\"Table\":{\"TableName\":\"log\",\"TableStatus\":\"ACTIVE\",\"KeySchema\":"
									+ "[{\"AttributeName\":\"id\",\"KeyType\":\"HASH\"}],\"AttributeDefinitions\":"
									+ "[{\"AttributeName\":\"id\",\"AttributeType\":\"S\"}]}}"));
			assertThat(
					new SchemaManager(new ClientDynamoExecutor(client)).create(TableDefinition.of("log", "log", "id")))
				.isEmpty();
			assertThat(server.calls()).extracting(FaultServer.Call::action)
				.containsExactly("DescribeTable", "CreateTable", "DescribeTable");
		}
	}

	@Test
	void aMissingPermissionIsNamed() {
		try (FaultServer server = FaultServer.start(); DynamoDbClient client = server.client()) {
			server.always(Fault.error(400, "AccessDeniedException"));
			assertThatExceptionOfType(PermissionDeniedDataAccessException.class)
				.isThrownBy(() -> new SchemaManager(new ClientDynamoExecutor(client)).create(this.shop))
				.withMessageContaining("Operation 'describeTable' on table 'shop' failed")
				.withMessageContaining("Allow dynamodb:DescribeTable in the IAM policy");
		}
	}

	private static void createWrongShop() {
		Consumer<GlobalSecondaryIndex.Builder> all = (index) -> index
			.projection((projection) -> projection.projectionType(ProjectionType.ALL));
		CLIENT.createTable(CreateTableRequest.builder()
			.tableName("shop")
			.billingMode(BillingMode.PAY_PER_REQUEST)
			.keySchema(key("pk", "HASH"), key("sort", "RANGE"))
			.attributeDefinitions(attribute("pk", "N"), attribute("sort", "S"), attribute("gsi1pk", "S"),
					attribute("region", "S"), attribute("city", "S"), attribute("a", "S"), attribute("b", "S"),
					attribute("total", "N"))
			.globalSecondaryIndexes(global("gsi1", all, key("gsi1pk", "HASH")),
					global("order", all, key("city", "HASH"), key("region", "HASH"), key("b", "RANGE"),
							key("a", "RANGE")),
					global("projection",
							(index) -> index
								.projection((projection) -> projection.projectionType(ProjectionType.INCLUDE)
									.nonKeyAttributes("total")),
							key("region", "HASH")),
					global("kind", all, key("pk", "HASH"), key("total", "RANGE")),
					global("unused", all, key("region", "HASH")))
			.localSecondaryIndexes(LocalSecondaryIndex.builder()
				.indexName("local")
				.keySchema(key("pk", "HASH"), key("total", "RANGE"))
				.projection((projection) -> projection.projectionType(ProjectionType.KEYS_ONLY))
				.build())
			.build());
		CLIENT.waiter().waitUntilTableExists((table) -> table.tableName("shop"));
	}

	private static GlobalSecondaryIndex global(String name, Consumer<GlobalSecondaryIndex.Builder> projection,
			KeySchemaElement... keys) {
		return GlobalSecondaryIndex.builder().indexName(name).keySchema(keys).applyMutation(projection).build();
	}

	private static KeySchemaElement key(String name, String type) {
		return KeySchemaElement.builder().attributeName(name).keyType(type).build();
	}

	private static AttributeDefinition attribute(String name, String type) {
		return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
	}

	private static TableDescription describe(String name) {
		return CLIENT.describeTable((table) -> table.tableName(name)).table();
	}

	private static TimeToLiveDescription timeToLive(String name) {
		return CLIENT.describeTimeToLive((table) -> table.tableName(name)).timeToLiveDescription();
	}

	private static List<String> keys(List<KeySchemaElement> elements) {
		return elements.stream().map((element) -> element.attributeName() + " " + element.keyTypeAsString()).toList();
	}

	private static List<String> lines(SchemaReport report) {
		return report.differences().stream().map(SchemaDifference::toString).toList();
	}

}
