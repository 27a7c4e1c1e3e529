package io.dkmio.boot.test.shop;

import java.time.Instant;

import io.dkmio.boot.test.AutoConfigureDataDynamo;
import io.dkmio.boot.test.DynamoCalls;
import io.dkmio.boot.test.TestTable;
import org.junit.jupiter.api.RepeatedTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static io.dkmio.boot.test.ExpectedCall.putItem;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link AutoConfigureDataDynamo} in the test of a whole application.
 */
@SpringBootTest
@AutoConfigureDataDynamo
class WholeApplicationIntegrationTests {

	@Autowired
	Mailer mailer;

	@Autowired
	OrderRepository orders;

	@Autowired
	DynamoCalls calls;

	@Autowired
	TestTable table;

	@RepeatedTest(2)
	void hasTheWholeApplicationAndEmptyTables() {
		assertThat(this.mailer).isNotNull();
		assertThat(this.table).isEmpty();
		this.orders.insert(new Order("c1", "o1", "OPEN", Instant.EPOCH));
		assertThat(this.table).hasItem("CUSTOMER#c1", "ORDER#o1");
		assertThat(this.calls).containsExactly(putItem().table("shop"));
	}

}
