package io.dkmio.core;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.dkmio.UnknownTypeException;
import io.dkmio.UnservableQueryException;
import io.dkmio.core.client.ClientDynamoExecutor;
import io.dkmio.core.convert.MappingDynamoConverter;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.Item;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.domain.Customer;
import io.dkmio.domain.CustomerItem;
import io.dkmio.domain.Order;
import io.dkmio.domain.Product;
import io.dkmio.domain.Shop;
import io.dkmio.domain.Status;
import io.dkmio.test.LocalDynamo;
import io.dkmio.test.RecordingExecutor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;

import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for reads of several types: sealed interfaces, whole partitions, and records of
 * the items of one.
 */
class ItemCollectionIntegrationTests {

	private static RecordingExecutor sent;

	private static DynamoMappingContext context;

	private static DynamoTemplate dynamo;

	@BeforeAll
	static void storePartitions() {
		DynamoDbClient client = LocalDynamo.client(ItemCollectionIntegrationTests.class);
		context = DynamoMappingContext.of(Shop.tables(), Customer.class, Order.class, Note.class, Product.class);
		new SchemaManager(client).create(Shop.tables());
		sent = new RecordingExecutor(new ClientDynamoExecutor(client));
		dynamo = template();
		for (String customer : List.of("c1", "c2")) {
			dynamo.insert(Customer.of(customer, "Customer " + customer));
			for (int i = 0; i < 3; i++) {
				dynamo.insert(Order.of(customer, "o-" + i)
					.withStatus(Status.OPEN)
					.withPlacedAt(Instant.EPOCH)
					.withTotal(BigDecimal.valueOf(i).setScale(2)));
			}
		}
		dynamo.insert(new Note("c1", "n-1", "call back"));
		dynamo.insert(Order.of("c3", "o-0"));
		client.putItem((request) -> request.tableName(Shop.TABLE.name())
			.item(Map.of("pk", AttributeValue.fromS("CUSTOMER#c2"), "sk", AttributeValue.fromS("REFUND#r-1"), "_type",
					AttributeValue.fromS("Refund"), "amount", AttributeValue.fromN("12"))));
	}

	private static DynamoTemplate template() {
		return new DynamoTemplate(sent, context, new MappingDynamoConverter(context), Clock.systemUTC());
	}

	@BeforeEach
	void forgetWhatWasSent() {
		sent.clear();
	}

	@Test
	void readsTheItemsOfASealedInterfaceWithOneQuery() {
		List<CustomerItem> items = dynamo.query(CustomerItem.class).where(attribute("customerId").eq("c1")).list();
		assertThat(items).hasSize(4).hasOnlyElementsOfTypes(Customer.class, Order.class);
		QueryRequest request = sent.only(QueryRequest.class);
		assertThat(request.keyConditionExpression()).isEqualTo("#n0 = :v0");
		assertThat(request.filterExpression()).as("notes are left out").isEqualTo("NOT #n1 = :v1");
		assertThat(dynamo.query(CustomerItem.class).where(attribute("customerId").eq("c1")).explain())
			.isEqualTo("Query shop pk = ? filter NOT _type = ?");
	}

	@Test
	void filtersByPropertiesOfAnyOfTheTypes() {
		assertThat(dynamo.query(CustomerItem.class)
			.where(attribute("customerId").eq("c1"))
			.filter(attribute("total").gt(new BigDecimal("0.5")))
			.list()).hasSize(2).hasOnlyElementsOfType(Order.class);
	}

	@Test
	void pagesThroughSeveralTypes() {
		QueryOperation<CustomerItem> query = dynamo.query(CustomerItem.class)
			.where(attribute("customerId").eq("c1"))
			.limit(1);
		List<CustomerItem> found = new ArrayList<>();
		QueryResult<CustomerItem> page = query.page();
		while (true) {
			page.forEach(found::add);
			Optional<String> cursor = page.cursor();
			if (cursor.isEmpty()) {
				break;
			}
			page = query.after(cursor.get()).page();
		}
		assertThat(found).hasSize(4).doesNotHaveDuplicates();
	}

	@Test
	void countsAndReportsItemsOfUnknownTypes() {
		List<String> reported = new ArrayList<>();
		DynamoTemplate reporting = template();
		reporting.setUnmappedItems((table, asked, alias, known) -> reported.add(table + " " + asked + " " + alias));
		QueryResult<CustomerItem> page = reporting.query(CustomerItem.class)
			.where(attribute("customerId").eq("c2"))
			.page();
		assertThat(page).hasSize(4);
		assertThat(page.unmappedCount()).isEqualTo(1);
		assertThat(reporting.query(CustomerItem.class).where(attribute("customerId").eq("c2")).stream()).hasSize(4);
		assertThat(reported).containsExactly("shop CustomerItem Refund", "shop CustomerItem Refund");
	}

	@Test
	void refusesItemsOfUnknownTypesIfToldTo() {
		DynamoTemplate strict = template();
		strict.setUnmappedItems(UnmappedItems.refused());
		assertThatExceptionOfType(UnknownTypeException.class)
			.isThrownBy(() -> strict.query(CustomerItem.class).where(attribute("customerId").eq("c2")).list())
			.withMessage("A read of CustomerItem from table 'shop' found items of type 'Refund'; known are [Client,"
					+ " Customer, Order]. Add the type to the mapping context, or the alias to the type that reads"
					+ " it.")
			.satisfies((exception) -> assertThat(exception.getAlias()).isEqualTo("Refund"));
	}

	@Test
	void scansForSeveralTypes() {
		ScanResult<CustomerItem> all = dynamo.scan(CustomerItem.class).page();
		assertThat(all).hasSize(9);
		assertThat(all.unmappedCount()).isEqualTo(1);
	}

	@Test
	void readsAWholePartition() {
		ItemCollection items = dynamo.collection(Order.class)
			.where(attribute("customerId").eq("c1"))
			.first()
			.orElseThrow();
		assertThat(items.all()).hasSize(5);
		assertThat(items.get(Order.class)).extracting(Order::orderId).containsExactly("o-0", "o-1", "o-2");
		assertThat(items.get(CustomerItem.class)).hasSize(4);
		assertThat(items.single(Customer.class)).map(Customer::name).contains("Customer c1");
		assertThat(items.single(Note.class)).map(Note::text).contains("call back");
		assertThat(items.single(Product.class)).isEmpty();
		assertThat(items).as("in the order of the sort key").first().isInstanceOf(Note.class);
		assertThat(items).last().isInstanceOf(Customer.class);
		assertThat(items).hasToString("ItemCollection[items=5, unmapped=0]");
		assertThat(sent.only(QueryRequest.class).filterExpression()).isNull();
		assertThatExceptionOfType(IncorrectResultSizeDataAccessException.class)
			.isThrownBy(() -> items.single(Order.class))
			.withMessage("One Order was expected in the partition, and there are 3; use get for all of them");
	}

	@Test
	void showsWhatIsOfNoKnownTypeInAPartition() {
		QueryResult<ItemCollection> result = dynamo.collection(Customer.class)
			.where(attribute("customerId").eq("c2"))
			.page();
		assertThat(result.unmappedCount()).isEqualTo(1);
		ItemCollection items = result.items().get(0);
		assertThat(items.unmappedCount()).isEqualTo(1);
		assertThat(items.unmapped()).singleElement()
			.satisfies((item) -> assertThat(item).containsEntry("_type", "Refund")
				.containsEntry("amount", new BigDecimal("12")));
		assertThat(dynamo.collection(Customer.class).where(attribute("customerId").eq("nobody")).list()).isEmpty();
	}

	@Test
	void assemblesARecordOfTheItemsOfAPartition() {
		CustomerOverview overview = dynamo.query(CustomerOverview.class)
			.where(attribute("customerId").eq("c1"))
			.first()
			.orElseThrow();
		assertThat(overview.customer().name()).isEqualTo("Customer c1");
		assertThat(overview.orders()).extracting(Order::orderId).containsExactly("o-0", "o-1", "o-2");
		assertThat(overview.note()).map(Note::text).contains("call back");
		assertThat(overview.notes()).hasSize(1);
		assertThat(sent.requests()).hasSize(1);
	}

	@Test
	void assemblesOneRecordForEachPartitionThatHasItsRoot() {
		assertThat(dynamo.query(CustomerOverview.class)
			.where(attribute("customerId").in("c2", "c3", "c1", "nobody"))
			.list()).extracting((overview) -> overview.customer().customerId()).containsExactly("c2", "c1");
		assertThat(dynamo.query(CustomerOverview.class).where(attribute("customerId").eq("c3")).first()).isEmpty();
		assertThat(dynamo.query(Orders.class).where(attribute("customerId").eq("c3")).first())
			.map((orders) -> orders.orders().size())
			.contains(1);
	}

	@Test
	void refusesSeveralItemsWhereARecordHasOne() {
		assertThatExceptionOfType(IncorrectResultSizeDataAccessException.class)
			.isThrownBy(() -> dynamo.query(LastOrder.class).where(attribute("customerId").eq("c1")).list())
			.withMessage("LastOrder has one 'order', and the partition has 3 items of Order; make it a List<Order>");
	}

	@Test
	void refusesARecordOfItemsThatAreNotTogether() {
		assertThatExceptionOfType(UnservableQueryException.class)
			.isThrownBy(() -> dynamo.query(Apart.class).where(attribute("customerId").eq("c1")).list())
			.withMessageContaining("Customer is in table 'shop', and Product in table 'shop-products'")
			.withMessageContaining("Read types of one table together");
		assertThat(sent.requests()).isEmpty();
	}

	@Test
	void refusesToCutAPartitionShort() {
		QueryOperation<CustomerOverview> query = dynamo.query(CustomerOverview.class)
			.where(attribute("customerId").eq("c1"));
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(() -> query.limit(2).list())
			.withMessage("CustomerOverview is made of all items of a partition, and was called with a limit or a"
					+ " cursor; leave them out, or read the items as a list");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(query::count)
			.withMessageContaining("cannot be selected from, counted or scanned");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> query.select("name").list());
		assertThatIllegalArgumentException().isThrownBy(() -> dynamo.query(ItemCollection.class))
			.withMessage("An ItemCollection is of the partition of a type; ask for it with collection(type)");
		assertThat(sent.requests()).isEmpty();
	}

	/**
	 * Another item in the partition of a customer.
	 */
	@Item(pk = "CUSTOMER#{customerId}", sk = "A-NOTE#{noteId}")
	record Note(String customerId, String noteId, String text) {
	}

	record CustomerOverview(Customer customer, List<Order> orders, Optional<Note> note, Set<Note> notes) {
	}

	record Orders(List<Order> orders) {
	}

	record LastOrder(Customer customer, @Nullable Order order) {
	}

	record Apart(Customer customer, List<Product> products) {
	}

}
