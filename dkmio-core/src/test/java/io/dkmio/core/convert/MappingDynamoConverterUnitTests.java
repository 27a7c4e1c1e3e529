package io.dkmio.core.convert;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

import io.dkmio.domain.Address;
import io.dkmio.domain.Customer;
import io.dkmio.domain.CustomerItem;
import io.dkmio.domain.Line;
import io.dkmio.domain.Order;
import io.dkmio.domain.Product;
import io.dkmio.domain.Shop;
import io.dkmio.domain.Status;
import io.dkmio.domain.Stock;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Items of the shop, written and read.
 */
class MappingDynamoConverterUnitTests {

	private final MappingDynamoConverter converter = new MappingDynamoConverter(Shop.mappingContext());

	private final Order order = Order.of("c1", "o1")
		.withStatus(Status.OPEN)
		.withPlacedAt(Instant.parse("2025-01-31T10:00:00.5Z"))
		.withTotal(new BigDecimal("12.50"))
		.withLines(new Line("sku-1", 2, new BigDecimal("5.00")), new Line("sku-2", 1, new BigDecimal("2.50")))
		.withShipTo(new Address("Main Street 1", "Springfield", null, "US"))
		.withTags("gift")
		.withVersion(3L)
		.withExpiresAt(Instant.ofEpochSecond(1_800_000_000L));

	@Test
	void writesARecordWithItsKeysTypeAndIndexKeys() {
		Map<String, AttributeValue> item = this.converter.toItem(this.order);
		assertThat(item).containsEntry("pk", AttributeValue.fromS("CUSTOMER#c1"))
			.containsEntry("sk", AttributeValue.fromS("ORDER#o1"))
			.containsEntry("_type", AttributeValue.fromS("Order"))
			.containsEntry("placedAt", AttributeValue.fromS("2025-01-31T10:00:00.500000000Z"))
			.containsEntry("total", AttributeValue.fromN("12.50"))
			.containsEntry("expires_at", AttributeValue.fromN("1800000000"))
			.containsEntry("gsi1pk", AttributeValue.fromS("STATUS#OPEN"))
			.containsKey("gsi1sk")
			.doesNotContainKeys("createdAt", "updatedAt");
		assertThat(item.get("lines").l()).hasSize(2);
		assertThat(item.get("shipTo").m()).containsOnlyKeys("street", "city", "country");
		assertThat(item.get("tags").ss()).containsExactly("gift");
	}

	@Test
	void readsWhatItWrote() {
		assertThat(this.converter.fromItem(Order.class, this.converter.toItem(this.order))).isEqualTo(this.order);
		Customer customer = Customer.of("c1", "Ann").withEmail("ann@example.com");
		assertThat(this.converter.fromItem(Customer.class, this.converter.toItem(customer))).isEqualTo(customer);
		Product product = new Product("s", "Chair", new BigDecimal("10.00"), Set.of());
		assertThat(this.converter.fromItem(Product.class, this.converter.toItem(product))).isEqualTo(product);
		Stock stock = new Stock("s", "w", 7);
		assertThat(this.converter.fromItem(Stock.class, this.converter.toItem(stock))).usingRecursiveComparison()
			.isEqualTo(stock);
	}

	@Test
	void readsItemsOfSeveralTypesAsTheirSupertype() {
		CustomerItem read = this.converter.fromItem(CustomerItem.class, this.converter.toItem(this.order));
		assertThat(read).isEqualTo(this.order);
	}

}
