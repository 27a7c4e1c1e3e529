package io.dkmio.core;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.dkmio.core.client.ClientDynamoExecutor;
import io.dkmio.core.convert.MappingDynamoConverter;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.domain.Product;
import io.dkmio.domain.Shop;
import io.dkmio.test.LocalDynamo;
import io.dkmio.test.RecordingExecutor;
import io.dkmio.transaction.ReadTransaction;
import io.dkmio.transaction.WriteTransaction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Transactions by annotations, in an application that has another transaction manager
 * too.
 */
class TransactionAnnotationsIntegrationTests {

	private static AnnotationConfigApplicationContext context;

	private static RecordingExecutor executor;

	private static Shopping shopping;

	private static DynamoTemplate dynamo;

	private static Rows rows;

	@BeforeAll
	static void start() {
		context = new AnnotationConfigApplicationContext(Application.class);
		executor = context.getBean(RecordingExecutor.class);
		shopping = context.getBean(Shopping.class);
		dynamo = context.getBean(DynamoTemplate.class);
		rows = context.getBean(Rows.class);
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@BeforeEach
	void empty() {
		dynamo.deleteAllById(Product.class, List.of("s1", "s2", "s3"));
		executor.clear();
		rows.log.clear();
		context.getBean(Listener.class).heard.clear();
	}

	@Test
	void aMethodIsATransaction() {
		shopping.buy("s1", "s2");
		assertThat(executor.only(TransactWriteItemsRequest.class).transactItems()).hasSize(2);
		assertThat(context.getBean(Listener.class).heard).containsExactly("bought s1", "bought s2");
		assertThat(rows.log).isEmpty();
	}

	@Test
	void nothingIsSentAndNobodyHearsOfItAfterAnException() {
		assertThatIllegalStateException().isThrownBy(() -> shopping.fail("s1"));
		assertThat(executor.requests()).isEmpty();
		assertThat(context.getBean(Listener.class).heard).containsExactly("rolled back s1");
	}

	@Test
	void theOtherTransactionManagerStaysTheUsualOne() {
		shopping.rows("s1");
		assertThat(rows.log).containsExactly("begin", "commit");
		assertThat(executor.requests()).hasSize(1).noneMatch((sent) -> sent instanceof TransactWriteItemsRequest);
	}

	@Test
	void bothManagersWorkSideBySide() {
		shopping.both("s1", "s2");
		assertThat(rows.log).containsExactly("begin", "commit");
		assertThat(executor.only(TransactWriteItemsRequest.class).transactItems()).hasSize(2);
		executor.clear();
		rows.log.clear();
		assertThatIllegalStateException().isThrownBy(() -> shopping.bothFail("s3"));
		assertThat(rows.log).containsExactly("begin", "rollback");
		assertThat(executor.requests()).isEmpty();
	}

	@Test
	void aReadTransactionReadsBatchesAsOfOneMomentAndWritesNothing() {
		shopping.buy("s1", "s2");
		executor.clear();
		assertThat(shopping.look("s1", "s2", "s3")).hasSize(2);
		assertThat(executor.only(TransactGetItemsRequest.class).transactItems()).hasSize(3);
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> shopping.lookAndWrite("s1"))
			.withMessageContaining("the transaction is read-only");
	}

	@Test
	void aRefusedCommitNamesTheMethod() {
		dynamo.insert(product("s1"));
		assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> shopping.buy("s1", "s2"))
			.withMessageContaining("Operation 'insert' of Product on table 'shop-products' (")
			.withMessageContaining("Shopping.buy) failed at action 0 of the transaction");
		assertThat(dynamo.exists(Product.class, "s2")).isFalse();
	}

	private static Product product(String sku) {
		return new Product(sku, "Product " + sku, BigDecimal.ONE.setScale(2), Set.of());
	}

	/**
	 * A service.
	 */
	static class Shopping {

		private final DynamoTemplate dynamo;

		private final ApplicationEventPublisher events;

		Shopping(DynamoTemplate dynamo, ApplicationEventPublisher events) {
			this.dynamo = dynamo;
			this.events = events;
		}

		@WriteTransaction
		public void buy(String... skus) {
			for (String sku : skus) {
				this.dynamo.insert(product(sku));
				this.events.publishEvent(sku);
			}
		}

		@WriteTransaction(propagation = Propagation.REQUIRES_NEW)
		public void fail(String sku) {
			buy(sku);
			throw new IllegalStateException("no");
		}

		@Transactional
		public void rows(String sku) {
			this.dynamo.put(product(sku));
		}

		@Transactional
		public void both(String... skus) {
			context.getBean(Shopping.class).buy(skus);
		}

		@Transactional
		public void bothFail(String sku) {
			context.getBean(Shopping.class).fail(sku);
		}

		@ReadTransaction
		public List<Product> look(String... skus) {
			return this.dynamo.batchGet(Product.class, List.of(skus)).list();
		}

		@ReadTransaction
		public void lookAndWrite(String sku) {
			this.dynamo.put(product(sku));
		}

	}

	/**
	 * Hears of what is committed.
	 */
	static class Listener {

		private final List<String> heard = new ArrayList<>();

		@TransactionalEventListener
		public void committed(String sku) {
			this.heard.add("bought " + sku);
		}

		@TransactionalEventListener(phase = TransactionPhase.AFTER_ROLLBACK)
		public void rolledBack(String sku) {
			this.heard.add("rolled back " + sku);
		}

	}

	/**
	 * Stands for the manager of a relational database.
	 */
	@SuppressWarnings("serial")
	static class Rows extends AbstractPlatformTransactionManager {

		private final transient List<String> log = new ArrayList<>();

		@Override
		protected Object doGetTransaction() {
			return new Object();
		}

		@Override
		protected void doBegin(Object transaction, TransactionDefinition definition) {
			this.log.add("begin");
		}

		@Override
		protected void doCommit(DefaultTransactionStatus status) {
			this.log.add("commit");
		}

		@Override
		protected void doRollback(DefaultTransactionStatus status) {
			this.log.add("rollback");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableTransactionManagement(proxyTargetClass = true)
	static class Application {

		@Bean
		DynamoDbClient client() {
			return LocalDynamo.client(TransactionAnnotationsIntegrationTests.class);
		}

		@Bean
		RecordingExecutor executor(DynamoDbClient client) {
			new SchemaManager(client).create(Shop.tables());
			return new RecordingExecutor(new ClientDynamoExecutor(client));
		}

		@Bean
		DynamoTemplate dynamo(RecordingExecutor executor) {
			DynamoMappingContext mapping = Shop.mappingContext();
			return new DynamoTemplate(executor, mapping, new MappingDynamoConverter(mapping), Clock.systemUTC());
		}

		@Bean(name = WriteTransaction.MANAGER, defaultCandidate = false)
		DynamoTransactionManager dynamoTransactionManager(DynamoTemplate dynamo) {
			return new DynamoTransactionManager(dynamo);
		}

		@Bean
		Rows transactionManager() {
			return new Rows();
		}

		@Bean
		Shopping shopping(DynamoTemplate dynamo, ApplicationEventPublisher events) {
			return new Shopping(dynamo, events);
		}

		@Bean
		Listener listener() {
			return new Listener();
		}

	}

}
