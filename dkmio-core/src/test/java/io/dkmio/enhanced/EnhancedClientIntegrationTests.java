package io.dkmio.enhanced;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.GlobalIndex;
import io.dkmio.core.mapping.IndexDefinition;
import io.dkmio.core.mapping.InvalidMappingException;
import io.dkmio.core.mapping.Item;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.repository.DynamoRepository;
import io.dkmio.repository.support.DynamoRepositoryFactory;
import io.dkmio.test.LocalDynamo;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.extensions.annotations.DynamoDbAtomicCounter;
import software.amazon.awssdk.enhanced.dynamodb.extensions.annotations.DynamoDbVersionAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbIgnore;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbImmutable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondarySortKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests that dkmio and the Enhanced Client share items, with the classes of either.
 */
class EnhancedClientIntegrationTests {

	private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

	private static DynamoTemplate dynamo;

	private static DynamoDbEnhancedClient enhanced;

	private static DynamoDbTable<Parcel> parcels;

	@BeforeAll
	static void createTables() {
		DynamoDbClient client = LocalDynamo.client(EnhancedClientIntegrationTests.class);
		List<TableDefinition> tables = List.of(
				TableDefinition.of("parcel", "parcels-prod", "depot_id")
					.withSortKey("number:N")
					.withIndex(IndexDefinition.global("by-status").withPartitionKey("status").withSortKey("sentAt")),
				TableDefinition.of("shop")
					.withIndex(IndexDefinition.global("gsi1").withPartitionKey("gsi1pk").withSortKey("gsi1sk")));
		new SchemaManager(client).create(tables);
		dynamo = new DynamoTemplate(client, DynamoMappingContext.of(tables, Parcel.class, Order.class));
		enhanced = DynamoDbEnhancedClient.builder().dynamoDbClient(client).build();
		parcels = enhanced.table("parcels-prod", TableSchema.fromBean(Parcel.class));
	}

	@Test
	void readsWhatTheEnhancedClientWrote() {
		Parcel parcel = parcel("d1", 7);
		parcels.putItem(parcel);
		Parcel found = dynamo.get(Parcel.class, new ParcelId("d1", 7)).required();
		assertThat(found).usingRecursiveComparison().ignoringFields("version", "note").isEqualTo(parcel);
		assertThat(found.getVersion()).isOne();
		assertThat(found.getNote()).isNull();
	}

	@Test
	void writesWhatTheEnhancedClientReads() {
		Parcel parcel = parcel("d2", 8);
		dynamo.insert(parcel);
		Parcel found = parcels.getItem(Key.builder().partitionValue("d2").sortValue(8).build());
		assertThat(found).usingRecursiveComparison().ignoringFields("note").isEqualTo(parcel);
		assertThat(parcels.updateItem(found).getVersion()).isEqualTo(2);
	}

	@Test
	void servesDerivedMethodsOfAnnotatedBeans() {
		Parcels repository = new DynamoRepositoryFactory(dynamo).getRepository(Parcels.class);
		repository.save(parcel("d3", 9));
		assertThat(repository.findByDepotAndNumberGreaterThan("d3", 8)).hasSize(1);
		assertThat(repository.findByStatusAndSentAtBetween("SENT", NOON, NOON)).isNotEmpty();
		assertThat(repository.findById(new ParcelId("d3", 9))).isPresent();
	}

	@Test
	void givesTheEnhancedClientASchemaOfARecord() {
		DynamoDbTable<Order> orders = enhanced.table("shop", DynamoTableSchema.of(dynamo.getConverter(), Order.class));
		Order order = new Order("c1", "o1", "OPEN", new BigDecimal("9.5"));
		orders.putItem(order);
		assertThat(dynamo.get(Order.class, new Order.Id("c1", "o1")).required()).isEqualTo(order);
		assertThat(orders.getItem(Key.builder().partitionValue("CUSTOMER#c1").sortValue("ORDER#o1").build()))
			.isEqualTo(order);
		assertThat(orders.index("gsi1")
			.query(QueryConditional.keyEqualTo((key) -> key.partitionValue("STATUS#OPEN")))
			.stream()
			.flatMap((page) -> page.items().stream())).containsExactly(order);
		orders.updateItem(new Order("c1", "o1", null, new BigDecimal("10")));
		assertThat(dynamo.query(Order.class).where(attribute("status").eq("OPEN")).list()).isEmpty();
		assertThat(orders.deleteItem(order)).isEqualTo(new Order("c1", "o1", null, new BigDecimal("10")));
	}

	@Test
	void refusesWhatItDoesNotFollow() {
		TableDefinition table = TableDefinition.of("shop", "shop", "id");
		assertThatExceptionOfType(InvalidMappingException.class)
			.isThrownBy(() -> DynamoMappingContext.of(List.of(table.withLogicalName("counting")), Counting.class))
			.withMessageContaining("property 'count' has @DynamoDbAtomicCounter of the Enhanced Client, "
					+ "which dkmio does not follow; remove it, and count with add(…) in an update");
		assertThatExceptionOfType(InvalidMappingException.class)
			.isThrownBy(() -> DynamoMappingContext.of(List.of(table.withLogicalName("built")), Built.class))
			.withMessageContaining("is made by a builder of the Enhanced Client, which dkmio does not call; "
					+ "make it a record, or a class with a constructor that takes all properties, with @Item");
	}

	private static Parcel parcel(String depot, int number) {
		Parcel parcel = new Parcel();
		parcel.setDepot(depot);
		parcel.setNumber(number);
		parcel.setStatus("SENT");
		parcel.setSentAt(NOON);
		parcel.setTags(Set.of("fragile"));
		parcel.setWeight(new BigDecimal("1.25"));
		parcel.setNote("not stored");
		Address address = new Address();
		address.setCity("Lima");
		parcel.setAddress(address);
		return parcel;
	}

	record ParcelId(String depot, int number) {
	}

	interface Parcels extends DynamoRepository<Parcel, ParcelId> {

		List<Parcel> findByDepotAndNumberGreaterThan(String depot, int number);

		List<Parcel> findByStatusAndSentAtBetween(String status, Instant from, Instant to);

	}

	@Item(table = "default", pk = "CUSTOMER#{customerId}", sk = "ORDER#{orderId}")
	@GlobalIndex(name = "gsi1", pk = "STATUS#{status}", sk = "{orderId}")
	record Order(String customerId, String orderId, @Nullable String status, BigDecimal total) {

		record Id(String customerId, String orderId) {
		}

	}

	/**
	 * A class of the Enhanced Client, unchanged.
	 */
	@DynamoDbBean
	public static class Parcel {

		private @Nullable String depot;

		private int number;

		private @Nullable String status;

		private @Nullable Instant sentAt;

		private @Nullable Set<String> tags;

		private @Nullable BigDecimal weight;

		private @Nullable Address address;

		private @Nullable String note;

		private @Nullable Long version;

		@DynamoDbPartitionKey
		@DynamoDbAttribute("depot_id")
		public @Nullable String getDepot() {
			return this.depot;
		}

		public void setDepot(@Nullable String depot) {
			this.depot = depot;
		}

		@DynamoDbSortKey
		public int getNumber() {
			return this.number;
		}

		public void setNumber(int number) {
			this.number = number;
		}

		@DynamoDbSecondaryPartitionKey(indexNames = "by-status")
		public @Nullable String getStatus() {
			return this.status;
		}

		public void setStatus(@Nullable String status) {
			this.status = status;
		}

		@DynamoDbSecondarySortKey(indexNames = "by-status")
		public @Nullable Instant getSentAt() {
			return this.sentAt;
		}

		public void setSentAt(@Nullable Instant sentAt) {
			this.sentAt = sentAt;
		}

		public @Nullable Set<String> getTags() {
			return this.tags;
		}

		public void setTags(@Nullable Set<String> tags) {
			this.tags = tags;
		}

		public @Nullable BigDecimal getWeight() {
			return this.weight;
		}

		public void setWeight(@Nullable BigDecimal weight) {
			this.weight = weight;
		}

		public @Nullable Address getAddress() {
			return this.address;
		}

		public void setAddress(@Nullable Address address) {
			this.address = address;
		}

		@DynamoDbIgnore
		public @Nullable String getNote() {
			return this.note;
		}

		public void setNote(@Nullable String note) {
			this.note = note;
		}

		@DynamoDbVersionAttribute
		public @Nullable Long getVersion() {
			return this.version;
		}

		public void setVersion(@Nullable Long version) {
			this.version = version;
		}

	}

	/**
	 * A nested class of the Enhanced Client.
	 */
	@DynamoDbBean
	public static class Address {

		private @Nullable String city;

		public @Nullable String getCity() {
			return this.city;
		}

		public void setCity(@Nullable String city) {
			this.city = city;
		}

	}

	/**
	 * Has what dkmio does not follow.
	 */
	@DynamoDbBean
	public static class Counting {

		private @Nullable String id;

		private @Nullable Long count;

		@DynamoDbPartitionKey
		public @Nullable String getId() {
			return this.id;
		}

		public void setId(@Nullable String id) {
			this.id = id;
		}

		@DynamoDbAtomicCounter
		public @Nullable Long getCount() {
			return this.count;
		}

		public void setCount(@Nullable Long count) {
			this.count = count;
		}

	}

	/**
	 * Is made by a builder.
	 */
	@DynamoDbImmutable(builder = Built.Builder.class)
	public static final class Built {

		private final String id;

		private Built(Builder builder) {
			this.id = String.valueOf(builder.id);
		}

		@DynamoDbPartitionKey
		public String id() {
			return this.id;
		}

		/**
		 * Makes it.
		 */
		public static final class Builder {

			private @Nullable String id;

			public Builder id(String id) {
				this.id = id;
				return this;
			}

			public Built build() {
				return new Built(this);
			}

		}

	}

}
