package io.dkmio.repository.support;

import java.math.BigDecimal;
import java.util.Set;

import io.dkmio.core.convert.DynamoConverter;
import io.dkmio.core.convert.MappingDynamoConverter;
import io.dkmio.domain.Customer;
import io.dkmio.domain.Order;
import io.dkmio.domain.Product;
import io.dkmio.domain.Shop;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DynamoEntityInformation}.
 */
class DynamoEntityInformationUnitTests {

	private final DynamoConverter converter = new MappingDynamoConverter(Shop.mappingContext());

	@Test
	void takesASinglePropertyAsId() {
		DynamoEntityInformation<Customer, String> information = new DynamoEntityInformation<>(Customer.class,
				String.class, this.converter);
		assertThat(information.getId(Customer.of("c-1", "Ada"))).isEqualTo("c-1");
		assertThat(information.getIdType()).isEqualTo(String.class);
		assertThat(information.entity().getType()).isEqualTo(Customer.class);
	}

	@Test
	void makesARecordOfSeveralProperties() {
		DynamoEntityInformation<Order, Order.Id> information = new DynamoEntityInformation<>(Order.class,
				Order.Id.class, this.converter);
		assertThat(information.getId(Order.of("c-1", "o-1"))).isEqualTo(new Order.Id("c-1", "o-1"));
	}

	@Test
	void takesAnItemForNewUntilItHasAVersion() {
		DynamoEntityInformation<Customer, String> information = new DynamoEntityInformation<>(Customer.class,
				String.class, this.converter);
		Customer customer = Customer.of("c-1", "Ada");
		assertThat(information.isNew(customer)).isTrue();
		assertThat(information.isNew(new Customer("c-1", null, "Ada", null, null, 1L))).isFalse();
	}

	@Test
	void takesAnItemForNewForWantOfAnythingThatTells() {
		DynamoEntityInformation<Product, String> information = new DynamoEntityInformation<>(Product.class,
				String.class, this.converter);
		assertThat(information.isNew(new Product("sku-1", "Tea", BigDecimal.ONE, Set.of()))).isTrue();
	}

}
