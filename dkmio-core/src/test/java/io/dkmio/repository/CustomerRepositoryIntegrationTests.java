package io.dkmio.repository;

import java.time.Clock;
import java.util.List;

import io.dkmio.UnservableQueryException;
import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.client.ClientDynamoExecutor;
import io.dkmio.core.convert.MappingDynamoConverter;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.domain.Customer;
import io.dkmio.domain.CustomerItem;
import io.dkmio.domain.Order;
import io.dkmio.domain.Shop;
import io.dkmio.repository.support.DynamoRepositoryFactory;
import io.dkmio.test.LocalDynamo;
import io.dkmio.test.RecordingExecutor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Methods that return everything in a partition, by one Query.
 */
class CustomerRepositoryIntegrationTests {

	private static RecordingExecutor sent;

	private static DynamoRepositoryFactory factory;

	private static CustomerRepository customers;

	@BeforeAll
	static void storeTwoCustomers() {
		DynamoDbClient client = LocalDynamo.client(CustomerRepositoryIntegrationTests.class);
		DynamoMappingContext context = Shop.mappingContext();
		new SchemaManager(client).create(List.of(Shop.TABLE));
		sent = new RecordingExecutor(new ClientDynamoExecutor(client));
		DynamoTemplate dynamo = new DynamoTemplate(sent, context, new MappingDynamoConverter(context),
				Clock.systemUTC());
		factory = new DynamoRepositoryFactory(dynamo);
		customers = factory.getRepository(CustomerRepository.class);
		for (String customer : List.of("c1", "c2")) {
			dynamo.insert(Customer.of(customer, "Customer " + customer));
			dynamo.insert(Order.of(customer, "o1"));
			dynamo.insert(Order.of(customer, "o2"));
		}
		dynamo.insert(Order.of("c3", "o1"));
	}

	@BeforeEach
	void forgetWhatWasSent() {
		sent.clear();
	}

	@Test
	void assemblesARecordOfItems() {
		assertThat(customers.findOverviewByCustomerId("c1")).hasValueSatisfying((overview) -> {
			assertThat(overview.customer().name()).isEqualTo("Customer c1");
			assertThat(overview.orders()).extracting(Order::orderId).containsExactly("o1", "o2");
		});
		sent.only(QueryRequest.class);
		assertThat(customers.findOverviewByCustomerId("c3")).isEmpty();
		assertThat(customers.findOverviewsByCustomerIdIn(List.of("c1", "c2", "c3"))).hasSize(2);
	}

	@Test
	void collectsAPartition() {
		assertThat(customers.findAllByCustomerId("c1").get(CustomerItem.class)).hasSize(3);
		sent.only(QueryRequest.class);
		assertThat(customers.findAllByCustomerId("c3").single(Customer.class)).isEmpty();
	}

	@Test
	void listsItemsOfASealedInterface() {
		assertThat(customers.findItemsByCustomerId("c1")).hasSize(3)
			.hasAtLeastOneElementOfType(Customer.class)
			.hasAtLeastOneElementOfType(Order.class);
		sent.only(QueryRequest.class);
	}

	@Test
	void savesAVersionedItemByOneConditionalRequest() {
		Customer former = customers.findById("c2").orElseThrow();
		sent.clear();
		assertThat(customers.save(former.withEmail("c2@example.com")).version()).isEqualTo(2);
		assertThat(sent.only(PutItemRequest.class).conditionExpression()).isNotBlank();
	}

	@Test
	void saysThatAResultOfAPartitionReadsAllOfIt() {
		assertThat(factory.plans(CustomerRepository.class))
			.filteredOn((plan) -> plan.method().contains("findOverviewByCustomerId("))
			.extracting(MethodPlan::cost)
			.containsExactly(MethodPlan.Cost.PARTITION);
	}

	@Test
	void saysThatVersionedItemsAreWrittenOneByOne() {
		assertThat(factory.plans(CustomerRepository.class)).filteredOn((plan) -> plan.method().contains("saveAll("))
			.singleElement()
			.satisfies((plan) -> {
				assertThat(plan.operation()).isEqualTo("PutItem");
				assertThat(plan.warnings())
					.containsExactly("writes items one by one, under the conditions of their versions");
			});
	}

	@Test
	void describesItsPlans() {
		assertThat(factory.plans(CustomerRepository.class)).extracting(MethodPlan::toString)
			.contains("CustomerRepository.findAllByCustomerId(String): Query shop pk = ?");
	}

	@Test
	void refusesPagesOfPartitions() {
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> factory.getRepository(LimitedOverviews.class))
			.havingCause()
			.isInstanceOf(UnservableQueryException.class)
			.withMessage("LimitedOverviews.findByCustomerId(String, Limit) cannot be served: Overview is made of all "
					+ "items of a partition, and has neither pages nor an order nor a selection. Leave out what limits "
					+ "or sorts, or return a List of the items.");
	}

	interface LimitedOverviews extends Repository<Customer, String> {

		List<CustomerRepository.Overview> findByCustomerId(String customerId, Limit limit);

	}

}
