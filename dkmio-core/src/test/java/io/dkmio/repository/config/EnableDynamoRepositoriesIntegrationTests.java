package io.dkmio.repository.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.dkmio.core.DynamoOperations;
import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.client.ClientDynamoExecutor;
import io.dkmio.core.convert.MappingDynamoConverter;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.domain.Order;
import io.dkmio.domain.Shop;
import io.dkmio.repository.AllowScan;
import io.dkmio.repository.DynamoRepository;
import io.dkmio.repository.MethodPlan;
import io.dkmio.repository.support.CrudMethodOptions;
import io.dkmio.repository.support.DynamoEntityInformation;
import io.dkmio.repository.support.DynamoRepositoryPlans;
import io.dkmio.repository.support.SimpleDynamoRepository;
import io.dkmio.test.LocalDynamo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.UrlResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.data.repository.core.support.RepositoryFactorySupport;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;

import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Repositories as beans: found, made, extended and described.
 */
class EnableDynamoRepositoriesIntegrationTests {

	private static AnnotationConfigApplicationContext application;

	private static Orders orders;

	@BeforeAll
	static void start() {
		application = new AnnotationConfigApplicationContext(Application.class);
		orders = application.getBean(Orders.class);
		orders.insert(Order.of("c1", "o1"));
		orders.insert(Order.of("c1", "o2"));
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	void answersLater() throws Exception {
		assertThat(orders.searchByCustomerId("c1").get(1, TimeUnit.MINUTES)).hasSize(2);
		assertThat(orders.countByCustomerId("c1").get(1, TimeUnit.MINUTES)).isEqualTo(2);
		assertThat(orders.existsByCustomerId("c2").get(1, TimeUnit.MINUTES)).isFalse();
		assertThat(orders.threadOf("c1").get(1, TimeUnit.MINUTES)).isNotEqualTo(Thread.currentThread().getName());
	}

	@Test
	void hasMethodsOfFragments() {
		assertThat(orders.numberOfOrders("c1")).isEqualTo(2);
	}

	@Test
	void hasMethodsOfTheBaseClass() {
		assertThat(orders.nameOfType()).isEqualTo("Order");
	}

	@Test
	void scansWhereARedeclaredMethodAllowsIt() {
		assertThat(orders.findAll()).hasSize(2);
	}

	@Test
	void knowsAllPlans() {
		DynamoRepositoryPlans plans = application.getBean(DynamoRepositoryPlans.class);
		assertThat(plans.all()).containsOnlyKeys(Orders.class);
		assertThat(plans.of(Orders.class)).extracting(MethodPlan::method)
			.contains("Orders.searchByCustomerId(String)", "Orders.findAll()", "Orders.deleteById(ID)");
		assertThat(plans.of(String.class)).isEmpty();
		assertThat(plans.toString()).contains("Orders.findAll(): Scan shop filter _type = ? (reads the whole "
				+ "table; reads what the filter leaves out)");
	}

	@Test
	void isFoundBesideOtherStores() {
		assertThat(getClass().getClassLoader().resources("META-INF/spring.factories").map((resource) -> {
			try {
				return PropertiesLoaderUtils.loadProperties(new UrlResource(resource))
					.getProperty(RepositoryFactorySupport.class.getName(), "");
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		})).contains("io.dkmio.repository.support.DynamoRepositoryFactory");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAsync
	@EnableDynamoRepositories(considerNestedRepositories = true, templateRef = "shopTemplate",
			repositoryBaseClass = BaseRepository.class)
	static class Application {

		@Bean
		DynamoTemplate shopTemplate() {
			DynamoDbClient client = LocalDynamo.client(EnableDynamoRepositoriesIntegrationTests.class);
			new SchemaManager(client).create(List.of(Shop.TABLE));
			DynamoMappingContext context = Shop.mappingContext();
			return new DynamoTemplate(new ClientDynamoExecutor(client), context, new MappingDynamoConverter(context),
					Clock.systemUTC());
		}

	}

	interface Orders extends DynamoRepository<Order, Order.Id>, Numbers {

		@Override
		@AllowScan
		List<Order> findAll();

		@Async
		CompletableFuture<List<Order>> searchByCustomerId(String customerId);

		@Async
		Future<Long> countByCustomerId(String customerId);

		@Async
		CompletableFuture<Boolean> existsByCustomerId(String customerId);

		@Async
		default CompletableFuture<String> threadOf(String customerId) {
			return CompletableFuture.completedFuture(Thread.currentThread().getName());
		}

		String nameOfType();

	}

	interface Numbers {

		int numberOfOrders(String customerId);

	}

	static class NumbersImpl implements Numbers {

		private final DynamoOperations dynamo;

		NumbersImpl(DynamoOperations dynamo) {
			this.dynamo = dynamo;
		}

		@Override
		public int numberOfOrders(String customerId) {
			return (int) this.dynamo.query(Order.class).where(attribute("customerId").eq(customerId)).count();
		}

	}

	static class BaseRepository<T, ID> extends SimpleDynamoRepository<T, ID> {

		private final DynamoEntityInformation<T, ID> information;

		BaseRepository(DynamoEntityInformation<T, ID> information, DynamoOperations operations,
				CrudMethodOptions options) {
			super(information, operations, options);
			this.information = information;
		}

		public String nameOfType() {
			return this.information.getJavaType().getSimpleName();
		}

	}

}
