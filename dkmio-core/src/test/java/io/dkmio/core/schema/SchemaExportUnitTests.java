package io.dkmio.core.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.IndexDefinition;
import io.dkmio.core.mapping.Projection;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.domain.Customer;
import io.dkmio.domain.Order;
import io.dkmio.domain.Product;
import io.dkmio.domain.Shop;
import io.dkmio.domain.Stock;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.dao.InvalidDataAccessApiUsageException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link SchemaExport}: what is written is read by parsers.
 */
class SchemaExportUnitTests {

	private static final TableDefinition ORDERS = TableDefinition.of("shop orders", "shop-orders", "user_id")
		.withSortKey("order_id")
		.withTimeToLive("expires")
		.withIndex(IndexDefinition.global("by-status")
			.withPhysicalName("gsi-status-date")
			.withPartitionKey("status")
			.withSortKey("created_at:N")
			.withProjection(Projection.include("total", "say \"${hello}\" \\ %{if}\n|`")))
		.withIndex(IndexDefinition.global("by-place").withPartitionKey("region", "city").withSortKey("day", "hour:N"))
		.withIndex(IndexDefinition.local("by-total").withSortKey("total:N").withProjection(Projection.KEYS_ONLY));

	private static final List<TableDefinition> TABLES = Stream
		.concat(Shop.tables().stream(), Stream.of(ORDERS, TableDefinition.of("shop.orders", "blobs", "hash:B")))
		.toList();

	private static final DynamoMappingContext CONTEXT = DynamoMappingContext.of(TABLES, Customer.class, Order.class,
			Product.class, Stock.class);

	private static final SchemaExport EXPORT = SchemaExport.of(CONTEXT);

	@Test
	void writesATemplateOfWhatTheManagerCreates() {
		Map<String, Map<String, Object>> resources = resources(EXPORT.toCloudFormation());
		assertThat(resources).hasSize(TABLES.size());
		int i = 0;
		for (Map<String, Object> resource : resources.values()) {
			assertThat(resource).containsEntry("Type", "AWS::DynamoDB::Table")
				.containsEntry("DeletionPolicy", "Retain")
				.containsEntry("UpdateReplacePolicy", "Retain");
			assertThat(withoutExpiry(resource)).isEqualTo(created(TABLES.get(i++), Billing.onDemand()));
		}
	}

	@Test
	void writesATemplateWithCapacityAndExpiry() {
		Billing billing = Billing.provisioned(5, 6);
		Map<String, Map<String, Object>> resources = resources(EXPORT.withBilling(billing).toCloudFormation());
		Map<String, Object> orders = resources.get("ShopOrdersTable");
		assertThat(withoutExpiry(orders)).isEqualTo(created(ORDERS, billing));
		assertThat(((Map<?, ?>) orders.get("Properties")).get("TimeToLiveSpecification"))
			.isEqualTo(Map.of("AttributeName", "expires", "Enabled", true));
		assertThat(((Map<?, ?>) resources.get("ProductsTable").get("Properties")).get("TimeToLiveSpecification"))
			.isNull();
	}

	@Test
	void namesEachTableOnce() {
		assertThat(resources(EXPORT.toCloudFormation()).keySet()).containsExactly("ShopTable", "ProductsTable",
				"StockTable", "ShopOrdersTable", "ShopOrdersTable2");
		assertThat(terraform(EXPORT)).extracting((table) -> table.get(""))
			.containsExactly(List.of("aws_dynamodb_table", "shop"), List.of("aws_dynamodb_table", "products"),
					List.of("aws_dynamodb_table", "stock"), List.of("aws_dynamodb_table", "shop_orders"),
					List.of("aws_dynamodb_table", "shop_orders_2"));
	}

	@Test
	void writesResourcesOfTerraform() {
		Map<String, Object> orders = terraform(EXPORT).get(3);
		assertThat(orders).containsEntry("name", "shop-orders")
			.containsEntry("billing_mode", "PAY_PER_REQUEST")
			.containsEntry("hash_key", "user_id")
			.containsEntry("range_key", "order_id")
			.containsEntry("ttl", List.of(Map.of("attribute_name", "expires", "enabled", true)))
			.containsEntry("lifecycle", List.of(Map.of("prevent_destroy", true)))
			.doesNotContainKey("read_capacity");
		assertThat(orders.get("attribute")).asInstanceOf(InstanceOfAssertFactories.LIST)
			.containsExactly(attribute("user_id", "S"), attribute("order_id", "S"), attribute("status", "S"),
					attribute("created_at", "N"), attribute("region", "S"), attribute("city", "S"),
					attribute("day", "S"), attribute("hour", "N"), attribute("total", "N"));
		assertThat(orders.get("global_secondary_index")).isEqualTo(List.of(
				Map.of("name", "gsi-status-date", "hash_key", "status", "range_key", "created_at", "projection_type",
						"INCLUDE", "non_key_attributes", List.of("total", "say \"${hello}\" \\ %{if}\n|`")),
				Map.of("name", "by-place", "projection_type", "ALL", "key_schema", List.of(key("region", "HASH"),
						key("city", "HASH"), key("day", "RANGE"), key("hour", "RANGE")))));
		assertThat(orders.get("local_secondary_index"))
			.isEqualTo(List.of(Map.of("name", "by-total", "range_key", "total", "projection_type", "KEYS_ONLY")));
		assertThat(terraform(EXPORT).get(4)).containsEntry("hash_key", "hash").doesNotContainKeys("range_key", "ttl");
	}

	@Test
	void writesCapacityForTerraform() {
		Map<String, Object> shop = terraform(EXPORT.withBilling(Billing.provisioned(5, 6))).get(0);
		assertThat(shop).containsEntry("billing_mode", "PROVISIONED")
			.containsEntry("read_capacity", 5L)
			.containsEntry("write_capacity", 6L);
		assertThat(((List<?>) shop.get("global_secondary_index")).get(0)).isEqualTo(Map.of("name", "gsi1", "hash_key",
				"gsi1pk", "range_key", "gsi1sk", "projection_type", "ALL", "read_capacity", 5L, "write_capacity", 6L));
	}

	@Test
	void writesAModelOfWorkbenchWithAFacetForEachType() {
		JsonNode model = JsonMapper.builder().build().readTree(EXPORT.toWorkbench("Shop"));
		assertThat(model.get("ModelName").asString()).isEqualTo("Shop");
		assertThat(model.at("/ModelMetadata/AWSService").asString()).isEqualTo("Amazon DynamoDB");
		assertThat(model.at("/ModelMetadata/Description").asString()).isEqualTo("Left out, because this format has no"
				+ " place for them: index of several attributes by-place of shop-orders, local index by-total of"
				+ " shop-orders.");
		JsonNode shop = model.at("/DataModel/0");
		assertThat(shop.get("TableName").asString()).isEqualTo("shop");
		assertThat(shop.at("/KeyAttributes/PartitionKey/AttributeName").asString()).isEqualTo("pk");
		assertThat(shop.at("/KeyAttributes/SortKey/AttributeType").asString()).isEqualTo("S");
		assertThat(types(shop)).containsEntry("gsi1pk", "S")
			.containsEntry("_type", "S")
			.containsEntry("expires_at", "N")
			.containsEntry("total", "N")
			.containsEntry("placedAt", "S")
			.containsEntry("tags", "SS")
			.containsEntry("lines", "L")
			.containsEntry("shipTo", "M")
			.doesNotContainKeys("pk", "sk");
		assertThat(shop.get("TableFacets")).extracting((facet) -> facet.get("FacetName").asString())
			.containsExactly("Customer", "Order");
		JsonNode order = shop.at("/TableFacets/1");
		assertThat(order.at("/KeyAttributeAlias/PartitionKeyAlias").asString()).isEqualTo("CUSTOMER#{customerId}");
		assertThat(order.at("/KeyAttributeAlias/SortKeyAlias").asString()).isEqualTo("ORDER#{orderId}");
		assertThat(order.get("NonKeyAttributes")).extracting(JsonNode::asString).contains("total", "lines");
		assertThat(shop.at("/GlobalSecondaryIndexes/0/KeyAttributes/SortKey/AttributeName").asString())
			.isEqualTo("gsi1sk");
	}

	@Test
	void writesAModelOfATableWithoutTypes() {
		JsonNode orders = JsonMapper.builder().build().readTree(EXPORT.toWorkbench("Shop")).at("/DataModel/3");
		assertThat(orders.has("TableFacets")).isFalse();
		assertThat(orders.get("GlobalSecondaryIndexes")).hasSize(1);
		assertThat(orders.at("/GlobalSecondaryIndexes/0/IndexName").asString()).isEqualTo("gsi-status-date");
		assertThat(orders.at("/GlobalSecondaryIndexes/0/Projection/NonKeyAttributes")).hasSize(2);
		assertThat(types(orders)).containsEntry("total", "N")
			.containsEntry("created_at", "N")
			.doesNotContainKey("user_id");
		assertThat(types(JsonMapper.builder().build().readTree(EXPORT.toWorkbench("Shop")).at("/DataModel/4")))
			.isEmpty();
	}

	@Test
	void describesTablesItemsAndPatterns() {
		String text = EXPORT.withAccessPatterns(List.of(
				new AccessPattern("OrderRepository.findByStatus", "shop", "gsi1", "Query shop index gsi1 gsi1pk = ?"),
				new AccessPattern("ProductRepository.findAll", "shop-products", null, "Scan a|b")))
			.toMarkdown();
		List<List<String>> rows = rows(text);
		assertThat(text).startsWith("# Tables and access patterns\n\n## shop\n\n");
		assertThat(rows).contains(List.of("table", "`pk`", "`sk`", ""),
				List.of("index `gsi1`", "`gsi1pk`", "`gsi1sk`", "all attributes"),
				List.of("`Order`", "table", "`CUSTOMER#{customerId}`", "`ORDER#{orderId}`"),
				List.of("`Order`", "index `gsi1`", "`STATUS#{status}`", "`{placedAt}#{orderId}`"),
				List.of("`Product`", "table", "`{sku}`", "–"), List.of("`Stock`", "table", "`{sku}`", "`{warehouse}`"),
				List.of("index `by-place`", "`region`, `city`", "`day`, `hour:N`", "all attributes"),
				List.of("local index `by-total`", "`user_id`", "`total:N`", "keys only"),
				List.of("`OrderRepository.findByStatus`", "index `gsi1`", "`Query shop index gsi1 gsi1pk = ?`"),
				List.of("`ProductRepository.findAll`", "table", "`Scan a\\|b`"));
		assertThat(text).contains("Types are in `_type`. Items expire by `expires_at`.")
			.contains("keys, `total`, `` say \"${hello}\" \\ %{if} \\|` ``");
	}

	@Test
	void writesTablesOfOneWidth() {
		List<List<String>> rows = rows(EXPORT.toMarkdown());
		int width = 0;
		for (int i = 0; i < rows.size(); i++) {
			boolean header = i + 1 < rows.size() && rows.get(i + 1).get(0).equals("---");
			width = header ? rows.get(i).size() : width;
			assertThat(rows.get(i)).hasSize(width);
		}
	}

	@Test
	void writesTheSameForTheSame() {
		SchemaExport again = SchemaExport
			.of(DynamoMappingContext.of(TABLES, Stock.class, Order.class, Customer.class, Product.class));
		assertThat(again.toCloudFormation()).isEqualTo(EXPORT.toCloudFormation());
		assertThat(again.toTerraform()).isEqualTo(EXPORT.toTerraform());
		assertThat(again.toWorkbench("Shop")).isEqualTo(EXPORT.toWorkbench("Shop"));
		assertThat(again.toMarkdown()).isEqualTo(EXPORT.toMarkdown());
	}

	@Test
	void refusesTablesDynamoCannotHave() {
		SchemaExport faulty = SchemaExport
			.of(new DynamoMappingContext(List.of(TableDefinition.of("no name for a table!"))));
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(faulty::toTerraform)
			.withMessageStartingWith("DynamoDB cannot have the tables that are declared");
		assertThatIllegalArgumentException().isThrownBy(() -> EXPORT.toWorkbench(" "))
			.withMessage("A model needs a name");
	}

	private static Map<String, Map<String, Object>> resources(String yaml) {
		Map<String, Map<String, Map<String, Object>>> template = new Yaml().load(yaml);
		assertThat((Object) template.get("AWSTemplateFormatVersion")).isEqualTo("2010-09-09");
		return template.get("Resources");
	}

	private static Object withoutExpiry(Map<String, Object> resource) {
		Map<Object, Object> properties = new LinkedHashMap<>((Map<?, ?>) resource.get("Properties"));
		properties.remove("TimeToLiveSpecification");
		return properties;
	}

	/**
	 * The request that creates a table, as maps and lists in the names of the API.
	 */
	private static Object created(TableDefinition table, Billing billing) {
		CreateTableRequest request = CreateTableRequests.of(TableShape.of(table), billing);
		return plain(request);
	}

	private static Object plain(Object value) {
		if (value instanceof SdkPojo pojo) {
			Map<String, Object> map = new LinkedHashMap<>();
			for (SdkField<?> field : pojo.sdkFields()) {
				Object inner = field.getValueOrDefault(pojo);
				if (inner != null && !(inner instanceof List<?> list && list.isEmpty())) {
					map.put(field.locationName(), plain(inner));
				}
			}
			return map;
		}
		if (value instanceof List<?> list) {
			return list.stream().map(SchemaExportUnitTests::plain).toList();
		}
		return (value instanceof Long number) ? number.intValue() : value;
	}

	@SuppressWarnings("unchecked")
	private static List<Map<String, Object>> terraform(SchemaExport export) {
		Map<String, Object> file = HclParser.parse(export.toTerraform());
		assertThat(file.keySet()).isEqualTo(Set.of("resource"));
		return (List<Map<String, Object>>) file.get("resource");
	}

	private static Map<String, Object> attribute(String name, String type) {
		return Map.of("name", name, "type", type);
	}

	private static Map<String, Object> key(String name, String type) {
		return Map.of("attribute_name", name, "key_type", type);
	}

	private static Map<String, String> types(JsonNode table) {
		Map<String, String> types = new LinkedHashMap<>();
		table.get("NonKeyAttributes")
			.forEach((each) -> types.put(each.get("AttributeName").asString(), each.get("AttributeType").asString()));
		return types;
	}

	private static List<List<String>> rows(String markdown) {
		List<List<String>> rows = new ArrayList<>();
		markdown.lines().filter((line) -> line.startsWith("| ")).forEach((line) -> {
			String[] cells = line.substring(2, line.length() - 2).split(" \\| ", -1);
			rows.add(List.of(cells));
		});
		return rows;
	}

}
