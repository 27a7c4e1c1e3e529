package io.dkmio.boot.test.shop;

import io.dkmio.boot.test.DataDynamoTest;
import io.dkmio.core.client.DynamoExecutor;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The same slice, faults included, where items go by the SDK.
 */
@DataDynamoTest(properties = "dkmio.client.wire-codec=false")
class WithoutWireCodecIntegrationTests extends DataDynamoTestIntegrationTests {

	@Autowired
	DynamoExecutor executor;

	@Test
	void leavesItemsToTheSdk() {
		assertThat(this.executor.wire()).isNull();
	}

}
