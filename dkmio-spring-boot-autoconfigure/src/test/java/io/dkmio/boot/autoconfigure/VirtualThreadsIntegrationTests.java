package io.dkmio.boot.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;

import io.dkmio.boot.autoconfigure.shop.Customer;
import io.dkmio.boot.autoconfigure.shop.Order;
import io.dkmio.core.DynamoTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;

import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * dkmio called from virtual threads, and from platform threads where there are none.
 */
class VirtualThreadsIntegrationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(TaskExecutionAutoConfiguration.class,
				DynamoEmbeddedAutoConfiguration.class, DynamoClientAutoConfiguration.class,
				DynamoDataAutoConfiguration.class, DynamoSchemaAutoConfiguration.class))
		.withUserConfiguration(Shop.class)
		.withPropertyValues("dkmio.table.name=shop", "spring.threads.virtual.enabled=true");

	@Test
	void worksWhereThePropertyIsSet() {
		this.runner.run((context) -> assertThat(threads(context.getBean(DynamoTemplate.class),
				context.getBean("applicationTaskExecutor", AsyncTaskExecutor.class)))
			.hasSize(20));
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "Virtual threads need Java 21")
	void isCalledFromVirtualThreads() {
		this.runner.run((context) -> assertThat(threads(context.getBean(DynamoTemplate.class),
				context.getBean("applicationTaskExecutor", AsyncTaskExecutor.class)))
			.allMatch((thread) -> thread.startsWith("VirtualThread")));
	}

	private static List<String> threads(DynamoTemplate dynamo, AsyncTaskExecutor executor) throws Exception {
		List<Future<String>> running = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			String customer = "c" + i;
			running.add(executor.submit(() -> {
				dynamo.putAll(List.of(new Order(customer, "o1"), new Order(customer, "o2")));
				assertThat(dynamo.query(Order.class).where(attribute("customerId").eq(customer)).list()).hasSize(2);
				return Thread.currentThread().toString();
			}));
		}
		List<String> threads = new ArrayList<>();
		for (Future<String> each : running) {
			threads.add(each.get());
		}
		return threads;
	}

	@Configuration(proxyBeanMethods = false)
	@EntityScan(basePackageClasses = Customer.class)
	static class Shop {

	}

}
