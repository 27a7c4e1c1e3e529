package io.dkmio.docs;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.dkmio.BatchIncompleteException;
import io.dkmio.ConditionFailedException;
import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.DynamoTransactionManager;
import io.dkmio.core.ReadHandle;
import io.dkmio.core.ReadTransactionTemplate;
import io.dkmio.core.Write;
import io.dkmio.core.WriteTransactionTemplate;
import io.dkmio.core.client.BatchOptions;
import io.dkmio.core.client.InterruptibleHttpClient;
import io.dkmio.domain.Customer;
import io.dkmio.domain.Order;
import io.dkmio.domain.Product;
import io.dkmio.domain.Stock;
import io.dkmio.repository.DynamoRepository;
import io.dkmio.transaction.ReadTransaction;
import io.dkmio.transaction.WriteTransaction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;

import static io.dkmio.core.expression.Conditions.attribute;

/**
 * The code of the pages on batches, transactions and failures.
 */
@SuppressWarnings("unused") // the pages show what is returned
class TransactionsDocUnitTests {

	@ParameterizedTest
	@ValueSource(strings = { "batches.md", "transactions.md", "failures.md" })
	void compilesTheCode(String page) {
		DocumentedCode.page(page).isCompiledIn(TransactionsDocUnitTests.class);
	}

	/**
	 * {@code docs/batches.md}.
	 */
	static class Batches {

		void read(DynamoTemplate dynamo, List<String> skus) {
			// @formatter:off
			List<Product> found = dynamo.batchGet(Product.class, List.of("s1", "s2", "s1")).list();
			List<Optional<Product>> each = dynamo.batchGet(Product.class, skus).consistent().optional();
			List<Product> all = dynamo.batchGet(Product.class, skus).required();
			// @formatter:on
		}

		void write(DynamoTemplate dynamo, List<Product> products, Product product, Customer customer,
				Order.Id orderId) {
			// @formatter:off
			List<Product> stored = dynamo.putAll(products);
			dynamo.deleteAllById(Product.class, List.of("s7", "s8"));
			dynamo.batchWrite((batch) -> batch.put(product).put(customer).delete(Order.class, orderId));
			// @formatter:on
		}

		void delete(DynamoTemplate dynamo) {
			// @formatter:off
			long deleted = dynamo.query(Order.class).where(attribute("customerId").eq("c1")).delete();
			// @formatter:on
		}

		void fail(DynamoTemplate dynamo, List<Product> products, List<Product> later) {
			// @formatter:off
			try {
				dynamo.putAll(products);
			}
			catch (BatchIncompleteException ex) {
				later.addAll(ex.getUnprocessed(Product.class));
			}
			// @formatter:on
		}

		void configure(DynamoTemplate dynamo) {
			// @formatter:off
			dynamo.setBatchOptions(BatchOptions.defaults().withMaxAttempts(5).withMaxTime(Duration.ofSeconds(3)).withParallelism(8));
			// @formatter:on
		}

	}

	/**
	 * {@code docs/transactions.md}.
	 */
	static class Transactions {

		private final DynamoTemplate dynamo;

		private final ApplicationEventPublisher events;

		Transactions(DynamoTemplate dynamo, ApplicationEventPublisher events) {
			this.dynamo = dynamo;
			this.events = events;
		}

		void write(WriteTransactionTemplate transactions, Order order, Map<String, String> stockId) {
			// @formatter:off
			transactions.write((tx) -> {
				tx.insert(order);
				tx.update(Stock.class, stockId).add("quantity", -2).when(attribute("quantity").gte(2), "in stock");
				tx.check(Customer.class, "c1").when(attribute("name").exists(), "customer known");
				tx.delete(Product.class, "s9");
			});
			// @formatter:on
		}

		void read(ReadTransactionTemplate reads, Order.Id orderId) {
			// @formatter:off
			record Pair(ReadHandle<Order> order, ReadHandle<Customer> customer) {
			}
			Pair read = reads.read((tx) -> new Pair(tx.get(Order.class, orderId), tx.get(Customer.class, "c1")));
			Order order = read.order().required();
			// @formatter:on
		}

		// @formatter:off
		@WriteTransaction
		public void checkout(Order order, Map<String, String> stockId) {
			this.dynamo.insert(order);
			this.dynamo.update(Stock.class, stockId).add("quantity", -1).execute();
			this.dynamo.check(Customer.class, order.customerId(), Write.when(attribute("name").exists()));
			this.events.publishEvent(order);
		}
		// @formatter:on

		// @formatter:off
		@ReadTransaction
		public List<Product> look(List<String> skus) {
			return this.dynamo.batchGet(Product.class, skus).list();
		}
		// @formatter:on

		// @formatter:off
		interface OrderRepository extends DynamoRepository<Order, Order.Id> {

			@Override
			@WriteTransaction
			<S extends Order> List<S> saveAll(Iterable<S> orders);

			@WriteTransaction
			long deleteByCustomerId(String customerId);

			@ReadTransaction
			List<Order> findByCustomerIdAndOrderIdIn(String customerId, Collection<String> orderIds);

		}
		// @formatter:on

		void repeat(WriteTransactionTemplate transactions, Map<String, String> stockId) {
			// @formatter:off
			transactions.withToken("checkout-4711").write((tx) -> tx.update(Stock.class, stockId).add("quantity", -1));
			// @formatter:on
		}

		void inPages(WriteTransactionTemplate transactions, List<Order> orders) {
			// @formatter:off
			transactions.writeInPages(orders, 25, (tx, order) -> {
				tx.put(order);
				tx.check(Customer.class, order.customerId());
			});
			// @formatter:on
		}

	}

	/**
	 * {@code docs/transactions.md}.
	 */
	static class Configuration {

		// @formatter:off
		@Bean(name = WriteTransaction.MANAGER, defaultCandidate = false)
		DynamoTransactionManager dynamoTransactionManager(DynamoTemplate dynamo) {
			return new DynamoTransactionManager(dynamo);
		}
		// @formatter:on

	}

	/**
	 * {@code docs/failures.md}.
	 */
	static class Failures {

		void condition(DynamoTemplate dynamo, Map<String, String> stockId, Logger log) {
			// @formatter:off
			try {
				dynamo.update(Stock.class, stockId)
					.add("quantity", -2)
					.when(attribute("quantity").gte(2), "in stock")
					.execute();
			}
			catch (ConditionFailedException ex) {
				int left = ex.getCurrent(Stock.class).map(Stock::getQuantity).orElse(0);
				log.info("{} does not hold, {} left", ex.getConditionName().orElse("?"), left);
			}
			// @formatter:on
		}

		void interrupts() {
			// @formatter:off
			DynamoDbClient client = DynamoDbClient.builder()
				.httpClient(new InterruptibleHttpClient(Apache5HttpClient.create()))
				.build();
			// @formatter:on
			client.close();
		}

	}

}
