package io.dkmio.sample.shop.customer;

import io.dkmio.boot.test.DataDynamoTest;
import io.dkmio.boot.test.DynamoCalls;
import io.dkmio.boot.test.TestTable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;

import static io.dkmio.boot.test.ExpectedCall.query;
import static io.dkmio.boot.test.ExpectedCall.transactWriteItems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What {@link CustomerRepository} asks of DynamoDB.
 */
@DataDynamoTest
class CustomerRepositoryIntegrationTests {

	@Autowired
	CustomerRepository customers;

	@Autowired
	DynamoCalls calls;

	@Autowired
	TestTable table;

	@Test
	void listsByNameWithOneQueryForAPage() {
		this.table.seed(Customer.register("1", "g@example.org", "Grace"),
				Customer.register("2", "a@example.org", "Ada"));
		Window<Customer> first = this.customers.findAllByOrderByNameAsc(ScrollPosition.keyset(), Limit.of(1));
		Window<Customer> second = this.customers.findAllByOrderByNameAsc(first.positionAt(0), Limit.of(1));
		assertThat(first.getContent()).extracting(Customer::name).containsExactly("Ada");
		assertThat(second.getContent()).extracting(Customer::name).containsExactly("Grace");
		assertThat(this.calls).containsExactly(query().index("gsi1").limit(1).noFilter(),
				query().index("gsi1").limit(1).noFilter());
	}

	@Test
	void storesTheCustomerAndTheClaimOnTheEmailTogether() {
		Customer stored = this.customers.insert(Customer.register("1", "Ada@Example.org", "Ada"));
		assertThat(stored.version()).isEqualTo(1);
		assertThat(stored.createdAt()).isNotNull();
		assertThat(this.calls).containsExactly(transactWriteItems());
		assertThat(this.table).hasItem("CUSTOMER#1", "PROFILE")
			.withAttribute("email", "ada@example.org")
			.withAttribute("gsi1pk", "CUSTOMERS")
			.withAttribute("gsi1sk", "Ada#1");
		assertThatExceptionOfType(DuplicateKeyException.class)
			.isThrownBy(() -> this.customers.insert(Customer.register("2", "ada@example.org", "Impostor")));
		assertThat(this.customers.findById("2")).isEmpty();
	}

}
