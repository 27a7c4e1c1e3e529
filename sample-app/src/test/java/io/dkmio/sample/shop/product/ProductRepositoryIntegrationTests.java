package io.dkmio.sample.shop.product;

import java.math.BigDecimal;
import java.util.List;

import io.dkmio.boot.test.DataDynamoTest;
import io.dkmio.boot.test.DynamoCalls;
import io.dkmio.boot.test.TestTable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.ScrollPosition;

import static io.dkmio.boot.test.ExpectedCall.batchGetItem;
import static io.dkmio.boot.test.ExpectedCall.query;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@link ProductRepository} asks of DynamoDB.
 */
@DataDynamoTest
class ProductRepositoryIntegrationTests {

	private static final Product TRAY = new Product("T", "Tray", new BigDecimal("9.90"), 3);

	private static final Product BOWL = new Product("B", "Bowl", new BigDecimal("12.00"), 0);

	@Autowired
	ProductRepository products;

	@Autowired
	DynamoCalls calls;

	@Autowired
	TestTable table;

	@Test
	void listsByName() {
		this.table.seed(TRAY, BOWL);
		assertThat(this.products.findAllByOrderByNameAsc(ScrollPosition.keyset(), Limit.of(5))).containsExactly(BOWL,
				TRAY);
		assertThat(this.calls).containsExactly(query().index("gsi1").limit(5).keyCondition("gsi1pk = :v0").noFilter());
	}

	@Test
	void readsSeveralWithOneRequest() {
		this.table.seed(TRAY, BOWL);
		assertThat(this.products.findBySkuIn(List.of("T", "B", "none"))).containsExactly(TRAY, BOWL);
		assertThat(this.calls).containsExactly(batchGetItem());
	}

}
