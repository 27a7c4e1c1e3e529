package io.dkmio.boot.test;

import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Empties tables, and forgets calls and faults, before each test.
 */
final class DynamoTestExecutionListener extends AbstractTestExecutionListener {

	@Override
	public void beforeTestMethod(TestContext testContext) {
		if (!testContext.hasApplicationContext()) {
			return;
		}
		ApplicationContext context = testContext.getApplicationContext();
		context.getBeanProvider(DynamoFaults.class).ifAvailable(DynamoFaults::clear);
		context.getBeanProvider(TestTable.class).ifAvailable(TestTable::clearAll);
		context.getBeanProvider(DynamoCalls.class).ifAvailable(DynamoCalls::clear);
	}

}
