package io.dkmio.core.convert;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.dkmio.MissingKeyException;
import io.dkmio.UnknownTypeException;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.DynamoPersistentProperty;
import io.dkmio.core.mapping.IndexModel;
import io.dkmio.core.mapping.Item;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.domain.Address;
import io.dkmio.domain.Customer;
import io.dkmio.domain.CustomerItem;
import io.dkmio.domain.Order;
import io.dkmio.domain.Product;
import io.dkmio.domain.Shop;
import io.dkmio.domain.Status;
import io.dkmio.domain.Stock;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.dao.InvalidDataAccessApiUsageException;

import static io.dkmio.core.convert.AbstractConversionTests.n;
import static io.dkmio.core.convert.AbstractConversionTests.s;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Keys of items, of ids and of indexes, and the types told by them.
 */
class ItemKeysUnitTests {

	private static final Map<String, AttributeValue> KEY = Map.of("pk", s("CUSTOMER#c1"), "sk", s("ORDER#o1"));

	private final MappingDynamoConverter converter = new MappingDynamoConverter(Shop.mappingContext());

	private final ItemKeys keys = this.converter.keys(Order.class);

	record Swapped(String orderId, String customerId) {
	}

	static class BeanId {

		private String customerId;

		private String orderId;

		public String getCustomerId() {
			return this.customerId;
		}

		public void setCustomerId(String customerId) {
			this.customerId = customerId;
		}

		public String getOrderId() {
			return this.orderId;
		}

		public void setOrderId(String orderId) {
			this.orderId = orderId;
		}

	}

	@Test
	void composesTheKeyOfAnItemOfARecordOfABeanAndOfAMap() {
		BeanId bean = new BeanId();
		bean.customerId = "c1";
		bean.orderId = "o1";
		assertThat(this.keys.ofItem(Order.of("c1", "o1"))).isEqualTo(KEY);
		assertThat(this.keys.ofId(new Order.Id("c1", "o1"))).isEqualTo(KEY);
		assertThat(this.keys.ofId(new Swapped("o1", "c1"))).isEqualTo(KEY);
		assertThat(this.keys.ofId(bean)).isEqualTo(KEY);
		assertThat(this.keys.ofId(Map.of("customerId", "c1", "orderId", "o1"))).isEqualTo(KEY);
		assertThat(this.keys.ofId(Order.of("c1", "o1"))).isEqualTo(KEY);
	}

	@Test
	void takesASingleValueWhereTheKeyIsMadeOfOneProperty() {
		assertThat(this.converter.keys(Customer.class).ofId("c1"))
			.isEqualTo(Map.of("pk", s("CUSTOMER#c1"), "sk", s("PROFILE")));
		assertThat(this.converter.keys(Product.class).ofId("s1")).isEqualTo(Map.of("sku", s("s1")));
	}

	@Test
	void makesTheIdOfAnItem() {
		Order order = Order.of("c1", "o1");
		assertThat(this.keys.idOf(order, Order.Id.class)).isEqualTo(new Order.Id("c1", "o1"));
		assertThat(this.keys.idOf(order, Swapped.class)).isEqualTo(new Swapped("o1", "c1"));
		assertThat(this.keys.idOf(order, BeanId.class).getOrderId()).isEqualTo("o1");
		assertThat(this.converter.keys(Customer.class).idOf(Customer.of("c1", "Ann"), String.class)).isEqualTo("c1");
		assertThat(this.keys.values(new Swapped("o1", "c1"))).containsExactly(Map.entry("customerId", "c1"),
				Map.entry("orderId", "o1"));
	}

	@Test
	void namesThePropertyAnIdHasNoValueFor() {
		assertThatExceptionOfType(MissingKeyException.class).isThrownBy(() -> this.keys.ofId(new Order.Id("c1", null)))
			.withMessage(
					"Order has no value for property 'orderId', which the sort key needs ('ORDER#{orderId}'); set it first");
		assertThatExceptionOfType(MissingKeyException.class).isThrownBy(() -> this.keys.ofId(Map.of("orderId", "o1")))
			.withMessage(
					"Order has no value for property 'customerId', which the partition key needs ('CUSTOMER#{customerId}'); set it first");
		assertThatExceptionOfType(MissingKeyException.class).isThrownBy(() -> this.keys.ofId("c1"))
			.withMessage("An id of type java.lang.String has no property 'customerId', which the key of Order needs; "
					+ "give a record with a component for each property of the key");
	}

	record WrongType(String customerId, int orderId) {
	}

	@Test
	void refusesAnIdOfOtherTypes() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.keys.ofId(new WrongType("c1", 1)))
			.withMessage("An id of type " + WrongType.class.getName() + " has a property 'orderId' of type int, but "
					+ "that of Order is a String; declare both alike");
	}

	@Test
	void refusesToWriteAnItemWithoutItsKey() {
		assertThatExceptionOfType(MissingKeyException.class)
			.isThrownBy(() -> this.converter.toItem(Order.of("c1", null)))
			.withMessage(
					"Order has no value for property 'orderId', which the sort key needs ('ORDER#{orderId}'); set it first");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.converter.toItem(new Stock("s", "", 1)))
			.withMessage(
					"Stock.warehouse is an empty string and part of a key, which DynamoDB refuses; give it a value");
	}

	@Test
	void leavesAnItemOutOfAnIndexIfAPartOfItsKeyIsNull() {
		Order order = Order.of("c1", "o1").withStatus(Status.OPEN);
		assertThat(this.keys.indexKeysOf(Order.of("c1", "o1"))).isEmpty();
		assertThat(this.keys.indexKeysOf(order)).containsOnlyKeys("gsi1pk");
		assertThat(this.converter.toItem(order)).doesNotContainKey("gsi1sk");
		assertThat(this.keys.indexKeysOf(order.withPlacedAt(Instant.EPOCH))).containsOnlyKeys("gsi1pk", "gsi1sk");
	}

	@Test
	void composesOneKeyAttributeFromValues() {
		IndexModel index = this.keys.getEntity().getIndexes().get(0);
		Map<String, Object> values = new HashMap<>(Map.of("status", Status.PAID));
		assertThat(this.keys.value(index.partitionKey().get(0), (property) -> values.get(property.getName())))
			.isEqualTo(s("STATUS#PAID"));
		assertThat(this.keys.value(index.sortKey().get(0), (property) -> values.get(property.getName()))).isNull();
	}

	@Test
	void readsPropertiesThatAreOnlyInTheKey() {
		Order read = this.converter.fromItem(Order.class, KEY);
		assertThat(read).isEqualTo(Order.of("c1", "o1"));
	}

	@Test
	void tellsTheTypeByTheTypeAttributeAndItsAliases() {
		Map<String, AttributeValue> item = new HashMap<>(this.converter.toItem(Customer.of("c1", "Ann")));
		item.put("_type", s("Client"));
		assertThat(this.converter.fromItem(CustomerItem.class, item)).isEqualTo(Customer.of("c1", "Ann"));
		assertThat(this.converter.resolveType(CustomerItem.class, new AttributeValueSource(item)).getType())
			.isEqualTo(Customer.class);
	}

	@Test
	void tellsTheTypeByTheKeyWhereThereIsNoTypeAttribute() {
		Map<String, AttributeValue> item = new HashMap<>(this.converter.toItem(Customer.of("c1", "Ann")));
		item.remove("_type");
		assertThat(this.converter.fromItem(CustomerItem.class, item)).isEqualTo(Customer.of("c1", "Ann"));
	}

	@Test
	void refusesTypesThatAreNotKnown() {
		Map<String, AttributeValue> item = Map.of("pk", s("CUSTOMER#c1"), "sk", s("WISH#1"), "_type", s("Wish"));
		assertThatExceptionOfType(UnknownTypeException.class)
			.isThrownBy(() -> this.converter.fromItem(CustomerItem.class, item))
			.withMessage(
					"Cannot read an item as CustomerItem: its type is 'Wish'; known are [Client, Customer, Order]. "
							+ "Add the type to the mapping context, or the alias to the type that reads it")
			.satisfies((ex) -> assertThat(ex.getAlias()).isEqualTo("Wish"));
		assertThatExceptionOfType(UnknownTypeException.class)
			.isThrownBy(() -> this.converter.fromItem(Order.class, item))
			.withMessageStartingWith("Cannot read an item as Order: its type is 'Wish'; known are [Order].");
		assertThat(this.converter.resolveType(CustomerItem.class, new AttributeValueSource(item))).isNull();
		Map<String, AttributeValue> untyped = Map.of("pk", s("CUSTOMER#c1"), "sk", s("WISH#1"));
		assertThatExceptionOfType(UnknownTypeException.class)
			.isThrownBy(() -> this.converter.fromItem(CustomerItem.class, untyped))
			.withMessageStartingWith(
					"Cannot read an item as CustomerItem: it has no type, and its key fits no one type's templates");
	}

	@Test
	void refusesTypesThatAreNoItems() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.converter.toItem(new Address("s", "c", null, "US")))
			.withMessage(
					"io.dkmio.domain.Address is not an item of a table; annotate it with @Item, or its types if it "
							+ "has some");
	}

	@Test
	void readsAnyItemAsAMap() {
		Map<?, ?> read = this.converter.fromItem(Map.class, KEY);
		assertThat(read).isEqualTo(Map.of("pk", "CUSTOMER#c1", "sk", "ORDER#o1"));
	}

	@Item(table = "t", pk = "A#{id}")
	record Expiring(String id, @io.dkmio.core.mapping.TimeToLive Long expires) {
	}

	@Test
	void refusesATimeToLiveInMilliseconds() {
		TableDefinition table = TableDefinition.of("t", "ttt", "pk").withTimeToLive("ttl");
		MappingDynamoConverter converter = new MappingDynamoConverter(
				DynamoMappingContext.of(List.of(table), Expiring.class));
		assertThat(converter.toItem(new Expiring("a", 1_800_000_000L))).containsEntry("ttl", n("1800000000"));
		assertThatExceptionOfType(io.dkmio.DynamoConversionException.class)
			.isThrownBy(() -> converter.toItem(new Expiring("a", 1_800_000_000_000L)))
			.withMessage(
					"Cannot write Expiring.expires to attribute 'ttl': a time to live in milliseconds, as it has 13 "
							+ "digits; DynamoDB takes seconds since the epoch and would never let the item expire");
	}

	@Test
	void writesValuesForConditionsAsTheirPropertiesAre() {
		DynamoPersistentProperty total = property("total");
		DynamoPersistentProperty tags = property("tags");
		DynamoPersistentProperty status = property("status");
		assertThat(this.converter.toAttributeValue(total, new java.math.BigDecimal("1.50"))).isEqualTo(n("1.50"));
		assertThat(this.converter.toAttributeValue(total, 1)).isEqualTo(n("1"));
		assertThat(this.converter.toAttributeValue(tags, "a")).isEqualTo(s("a"));
		assertThat(this.converter.toAttributeValue(tags, java.util.Set.of("a")))
			.isEqualTo(AttributeValue.fromSs(List.of("a")));
		assertThat(this.converter.toAttributeValue(status, Status.OPEN)).isEqualTo(s("OPEN"));
		assertThat(this.converter.toAttributeValue(status, null)).isEqualTo(AttributeValue.fromNul(true));
		assertThat(this.converter.fromAttributeValue(status, s("OPEN"))).isEqualTo(Status.OPEN);
		assertThatExceptionOfType(io.dkmio.DynamoConversionException.class)
			.isThrownBy(() -> this.converter.fromAttributeValue(status, n("1")))
			.withMessage("Cannot read Order.status from attribute 'status': expected S for Status, found N");
	}

	private DynamoPersistentProperty property(String name) {
		return this.keys.getEntity().getRequiredPersistentProperty(name);
	}

}
