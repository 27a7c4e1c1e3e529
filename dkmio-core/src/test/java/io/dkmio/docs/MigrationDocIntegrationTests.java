package io.dkmio.docs;

import java.util.List;

import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.mapping.Attribute;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.IndexDefinition;
import io.dkmio.core.mapping.IndexPartitionKey;
import io.dkmio.core.mapping.Item;
import io.dkmio.core.mapping.PartitionKey;
import io.dkmio.core.mapping.SortKey;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.enhanced.DynamoTableSchema;
import io.dkmio.repository.DynamoRepository;
import io.dkmio.repository.support.DynamoRepositoryFactory;
import io.dkmio.test.LocalDynamo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The code of the pages about coming from other libraries.
 */
class MigrationDocIntegrationTests {

	private static DynamoDbTable<OrderBean> beans;

	private static DynamoTemplate dynamo;

	@BeforeAll
	static void createTheTables() {
		DynamoDbClient client = LocalDynamo.client(MigrationDocIntegrationTests.class);
		List<TableDefinition> tables = List.of(
				TableDefinition.of("orders", "orders-prod", "user_id")
					.withSortKey("order_id")
					.withIndex(IndexDefinition.global("by-status").withPartitionKey("status")),
				TableDefinition.of("users", "users-prod", "userName").withSortKey("since"));
		new SchemaManager(client).create(tables);
		dynamo = new DynamoTemplate(client, DynamoMappingContext.of(tables, Order.class, User.class));
		beans = DynamoDbEnhancedClient.builder()
			.dynamoDbClient(client)
			.build()
			.table("orders-prod", TableSchema.fromBean(OrderBean.class));
	}

	@Test
	void compilesTheCode() {
		DocumentedCode.page("migrating-from-enhanced-client.md").isCompiledIn(MigrationDocIntegrationTests.class);
		DocumentedCode.page("migrating-from-spring-data-dynamodb.md").isCompiledIn(MigrationDocIntegrationTests.class);
	}

	@Test
	void readsAndWritesWhatTheEnhancedClientDoes() {
		OrderBean bean = new OrderBean();
		bean.setUserId("u1");
		bean.setOrderId("o1");
		bean.setStatus("OPEN");
		beans.putItem(bean);
		Order one = dynamo.get(Order.class, new Order.Id("u1", "o1")).required();
		List<Order> ofUser = dynamo.query(Order.class).where(attribute("userId").eq("u1")).list();
		List<Order> open = dynamo.query(Order.class).where(attribute("status").eq("OPEN")).list();
		dynamo.put(one);
		dynamo.update(Order.class, new Order.Id("u1", "o1")).set("status", "PAID").execute();
		assertThat(List.of(one)).isEqualTo(ofUser).isEqualTo(open);
		assertThat(beans.getItem(bean).getStatus()).isEqualTo("PAID");
		dynamo.delete(one);
		assertThat(beans.getItem(bean)).isNull();
	}

	static void sharesItems(DynamoDbEnhancedClient enhanced, Order order) {
		DynamoDbTable<Order> orders = enhanced.table("orders-prod",
				DynamoTableSchema.of(dynamo.getConverter(), Order.class));
		orders.putItem(order);
	}

	@Test
	void queriesThePartitionWhereOthersScan() {
		UserRepository users = new DynamoRepositoryFactory(dynamo).getRepository(UserRepository.class);
		users.save(new User("ada", "2024", "London"));
		users.save(new User("ada", "2026", "Paris"));
		assertThat(users.findByUserNameAndSinceGreaterThan("ada", "2025")).hasSize(1);
		assertThat(users.findByUserNameAndCity("ada", "London")).hasSize(1);
	}

	/**
	 * A class of the Enhanced Client.
	 */
	@DynamoDbBean
	public static class OrderBean {

		private String userId;

		private String orderId;

		private String status;

		@DynamoDbPartitionKey
		@DynamoDbAttribute("user_id")
		public String getUserId() {
			return this.userId;
		}

		@DynamoDbSortKey
		@DynamoDbAttribute("order_id")
		public String getOrderId() {
			return this.orderId;
		}

		@DynamoDbSecondaryPartitionKey(indexNames = "by-status")
		public String getStatus() {
			return this.status;
		}

		// setters

		public void setUserId(String userId) {
			this.userId = userId;
		}

		public void setOrderId(String orderId) {
			this.orderId = orderId;
		}

		public void setStatus(String status) {
			this.status = status;
		}

	}

	@Item(table = "orders")
	record Order(@PartitionKey @Attribute("user_id") String userId, @SortKey @Attribute("order_id") String orderId,
			@IndexPartitionKey("by-status") String status) {

		record Id(String userId, String orderId) {
		}

	}

	@Item(table = "users")
	record User(@PartitionKey String userName, @SortKey String since, String city) {

		record Id(String userName, String since) {
		}

	}

	interface UserRepository extends DynamoRepository<User, User.Id> {

		List<User> findByUserNameAndSinceGreaterThan(String userName, String since);

		List<User> findByUserNameAndCity(String userName, String city);

	}

}
