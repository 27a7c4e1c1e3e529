package io.dkmio.docs;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.client.DynamoAction;
import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.client.DynamoOperation;
import io.dkmio.core.convert.MappingDynamoConverter;
import io.dkmio.core.expression.Patch;
import io.dkmio.core.mapping.Attribute;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.mapping.GlobalIndex;
import io.dkmio.core.mapping.IndexDefinition;
import io.dkmio.core.mapping.IndexPartitionKey;
import io.dkmio.core.mapping.IndexPreset;
import io.dkmio.core.mapping.IndexSortKey;
import io.dkmio.core.mapping.InvalidMappingException;
import io.dkmio.core.mapping.Item;
import io.dkmio.core.mapping.KeyComponent;
import io.dkmio.core.mapping.LocalIndex;
import io.dkmio.core.mapping.OtherAttributes;
import io.dkmio.core.mapping.PartitionKey;
import io.dkmio.core.mapping.Projection;
import io.dkmio.core.mapping.SortKey;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.core.mapping.TimeToLive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mapping.model.SnakeCaseFieldNamingStrategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * The code of {@code docs/mapping.md}, and what the page says it does.
 */
class MappingDocUnitTests {

	private static final DocumentedCode PAGE = DocumentedCode.page("mapping.md");

	@Test
	void compilesTheCode() {
		PAGE.isCompiledIn(MappingDocUnitTests.class);
	}

	@Test
	void mapsTheExamples() {
		TableDefinition shop = TableDefinition.of("shop")
			.withIndex(IndexDefinition.global("gsi1").withPartitionKey("gsi1pk").withSortKey("gsi1sk"));
		DynamoMappingContext context = DynamoMappingContext.of(List.of(shop), Customer.class, Order.class);

		DynamoPersistentEntity<?> order = context.getRequiredPersistentEntity(Order.class);
		assertThat(order.getComposedKeys())
			.extracting((key) -> key.attribute() + " = " + key.format().format(values(key)))
			.allSatisfy(PAGE::shows);
		assertThat(DynamoMappingContext.of(List.of(shop), CustomerItem.class).getItems(shop)).hasSize(2);
	}

	private static Object[] values(KeyComponent.Composed key) {
		Map<String, Object> example = Map.of("customerId", "c1", "orderId", "o1", "status", Status.OPEN, "placedAt",
				Instant.parse("2025-01-31T10:00:00Z"));
		return key.format().properties().stream().map(example::get).toArray();
	}

	@Test
	void mapsTheIndexes() {
		TableDefinition shop = TableDefinition.of("shop")
			.withIndex(IndexDefinition.global("by-region")
				.withPartitionKey("region", "city")
				.withSortKey("placedAt", "shipmentId")
				.withProjection(Projection.include("weight")))
			.withIndex(IndexDefinition.local("by-weight").withSortKey("weight:N"))
			.withIndex(IndexDefinition.global("inverted").withPartitionKey("sk").withSortKey("pk"));
		DynamoMappingContext context = DynamoMappingContext.of(List.of(shop), Shipment.class);
		assertThat(context.getRequiredPersistentEntity(Shipment.class).getIndexes())
			.extracting((index) -> index.index().name())
			.containsExactly("by-region", "by-weight", "inverted");
		TableDefinition local = TableDefinition.of("shop")
			.withIndex(IndexDefinition.local("lsi1").withSortKey("lsi1sk"));
		assertThat(DynamoMappingContext.of(List.of(local), Task.class)
			.getRequiredPersistentEntity(Task.class)
			.getIndexes()).hasSize(1);
	}

	@Test
	void mapsAPlainTable() {
		TableDefinition visits = TableDefinition.of("visits", "visits-prod", "user_id")
			.withSortKey("at")
			.withIndex(IndexDefinition.global("by-page").withPartitionKey("page").withSortKey("at"));
		DynamoMappingContext context = new DynamoMappingContext(List.of(visits));
		context.setFieldNamingStrategy(new SnakeCaseFieldNamingStrategy());
		DynamoPersistentEntity<?> visit = context.getRequiredPersistentEntity(Visit.class);
		assertThat(visit.getRequiredKey().components()).extracting((key) -> key.attribute().name())
			.containsExactly("user_id", "at");
		assertThat(visit.getIndexes()).hasSize(1);
	}

	@Test
	void mapsTheSpecialProperties() {
		DynamoMappingContext context = DynamoMappingContext.of(List.of(TableDefinition.of("shop")), Session.class);
		DynamoPersistentEntity<?> session = context.getRequiredPersistentEntity(Session.class);
		assertThat(session.getTimeToLiveProperty()).isNotNull();
		assertThat(session.getOtherAttributesProperty()).isNotNull();
	}

	@Test
	void mapsWhatElseATypeCanSay() {
		DynamoPersistentEntity<?> reading = DynamoMappingContext.of(List.of(TableDefinition.of("shop")), Reading.class)
			.getRequiredPersistentEntity(Reading.class);
		assertThat(reading.isStrict()).isTrue();
		assertThat(reading.getRequiredPersistentProperty("meter").isInKeyAlone()).isTrue();
		assertThat(reading.getRequiredPersistentProperty("value").isInKeyAlone()).isFalse();
	}

	@Test
	void readsAndPatchesWithPartialSources() {
		TableDefinition app = IndexPreset.add(TableDefinition.of("app"), IndexPreset.INVERTED, IndexPreset.G1_SORT);
		DynamoMappingContext context = DynamoMappingContext.of(List.of(app), Todo.class);
		Todo stored = new Todo("usr_1", "t1", "open", "note");
		DynamoTemplate dynamo = new DynamoTemplate(new OneItem(new MappingDynamoConverter(context).toItem(stored)),
				context, new MappingDynamoConverter(context), Clock.systemUTC());
		Instant now = Instant.now();
		// @formatter:off
		Todo todo = dynamo.get(Todo.class, new TodoClosed("t1", "usr_1", now)).required(); // has a todo and a user
		Todo patched = dynamo.patchWith(Todo.class, Map.of("user", "usr_1", "todo", "t1"), new TodoPatch("done", Patch.DELETE));
		// @formatter:on
		assertThat(todo).isEqualTo(stored);
		assertThat(patched).isEqualTo(stored);
	}

	@Test
	void failsAsThePageSays() {
		TableDefinition shop = TableDefinition.of("shop")
			.withTypeAttribute(null)
			.withIndex(IndexDefinition.local("by-total").withPartitionKey("status").withSortKey("total:N"));
		InvalidMappingException exception = catchThrowableOfType(InvalidMappingException.class,
				() -> DynamoMappingContext.of(List.of(shop), Invoice.class, Bill.class, Receipt.class));
		PAGE.shows(exception.getMessage());
	}

	@Item(pk = "CUSTOMER#{customerId}", sk = "PROFILE")
	public record Customer(String customerId, String name) {
	}

	@Item(pk = "CUSTOMER#{customerId}", sk = "ORDER#{orderId}")
	@GlobalIndex(name = "gsi1", pk = "STATUS#{status}", sk = "{placedAt}#{orderId}")
	public record Order(String customerId, String orderId, Status status, Instant placedAt,
			@Attribute(scale = 2) BigDecimal total, List<Line> lines) {
	}

	public record Line(String product, int quantity) {
	}

	public enum Status {

		OPEN, SHIPPED

	}

	@Item(table = "visits")
	public record Visit(@PartitionKey String userId, @SortKey Instant at, @IndexPartitionKey("by-page") String page) {
	}

	@Item(pk = "DEPOT#{depot}", sk = "SHIPMENT#{shipmentId}")
	public record Shipment(String depot, @IndexSortKey("by-region") String shipmentId,
			@IndexPartitionKey("by-region") String region, @IndexPartitionKey("by-region") String city,
			@IndexSortKey("by-region") Instant placedAt, @IndexSortKey("by-weight") Integer weight) {
	}

	@Item(pk = "PROJECT#{project}", sk = "TASK#{taskId}")
	@LocalIndex(name = "lsi1", sk = "DUE#{due}#{taskId}")
	public record Task(String project, String taskId, LocalDate due) {
	}

	@Item(pk = "SESSION#{sessionId}", sk = "SESSION")
	public record Session(String sessionId, @Version Long version, @TimeToLive(after = "30d") Instant expiresAt,
			@OtherAttributes Map<String, Object> others) {
	}

	public sealed interface CustomerItem permits Profile, Address {

	}

	@Item(pk = "CUSTOMER#{customerId}", sk = "PROFILE")
	public record Profile(String customerId, String name) implements CustomerItem {
	}

	@TypeAlias("address")
	@Item(pk = "CUSTOMER#{customerId}", sk = "ADDRESS#{name}", aliases = "Address")
	public record Address(String customerId, String name, String city) implements CustomerItem {
	}

	@Item(pk = "METER#{meter}", sk = "{at}", storeKeyAttributes = false, strict = true)
	public record Reading(String meter, Instant at, BigDecimal value) {
	}

	@Item(pk = "USER#{user}", sk = "TASK#{todo}")
	@GlobalIndex(name = "g1-sort", pk = "STATUS#{status}")
	public record Todo(String user, String todo, @Nullable String status, @Nullable String note) {
	}

	public record TodoPatch(@Nullable String status, @Nullable Object note) {
	}

	record TodoClosed(String todo, String user, Instant at) {
	}

	/**
	 * Answers every request with one item.
	 */
	private record OneItem(Map<String, AttributeValue> item) implements DynamoExecutor {

		@Override
		@SuppressWarnings("unchecked") // the response of the action
		public <Q extends DynamoDbRequest, R extends DynamoDbResponse> R execute(DynamoAction<Q, R> action, Q request,
				DynamoOperation operation) {
			return (R) ((request instanceof UpdateItemRequest)
					? UpdateItemResponse.builder().attributes(this.item).build()
					: GetItemResponse.builder().item(this.item).build());
		}

	}

	@Item(pk = "BILLING#{customer}", sk = "{number}")
	record Invoice(String customerId, String number) {
	}

	@Item(pk = "BILLING#{customerId}", sk = "{number}")
	record Bill(String customerId, String number) {
	}

	@Item(pk = "BILLING#{customerId}", sk = "{receiptId}")
	record Receipt(String customerId, String receiptId) {
	}

}
