package io.dkmio.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.client.DynamoOperation;
import io.dkmio.core.client.ItemIdentity;
import io.dkmio.core.document.Document;
import io.dkmio.core.document.DocumentActions;
import io.dkmio.core.document.Key;
import io.dkmio.core.document.Table;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Get;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.util.Assert;

/**
 * Reads several items as of one moment, with one TransactGetItems.
 *
 * <pre class="code">
 * var read = transactions.read((tx) -&gt; new Pair(tx.get(Order.class, id), tx.get(Customer.class, customerId)));
 * Order order = read.order().required();
 * </pre>
 *
 * A transaction of reads that met one of writes is sent again, as
 * {@link TransactionOptions} say. Immutable and safe for use by several threads.
 *
 * @since 1.0
 */
public final class ReadTransactionTemplate {

	/** The most items DynamoDB reads in a transaction. */
	private static final int MAX_ITEMS = 100;

	private final DynamoTemplate dynamo;

	private final TransactionOptions options;

	/**
	 * Creates a template.
	 * @param dynamo converts the items and sends the request
	 */
	public ReadTransactionTemplate(DynamoTemplate dynamo) {
		this(dynamo, TransactionOptions.defaults());
	}

	private ReadTransactionTemplate(DynamoTemplate dynamo, TransactionOptions options) {
		Assert.notNull(dynamo, "DynamoTemplate must not be null");
		Assert.notNull(options, "TransactionOptions must not be null");
		this.dynamo = dynamo;
		this.options = options;
	}

	/**
	 * Sets how often a transaction is sent that met another one.
	 * @param options the options
	 * @return the changed template
	 */
	public ReadTransactionTemplate withOptions(TransactionOptions options) {
		return new ReadTransactionTemplate(this.dynamo, options);
	}

	/**
	 * Reads items as of one moment.
	 * @param reads names them, and returns the handles in whatever the application likes
	 * @param <R> the type of what it returns
	 * @return what it returned; the handles have their items
	 */
	public <R> R read(Function<TransactionReads, R> reads) {
		Assert.notNull(reads, "Reads must not be null");
		Plan plan = new Plan();
		R result = reads.apply(plan);
		plan.run();
		return result;
	}

	/**
	 * The reads of one transaction.
	 */
	private final class Plan implements TransactionReads {

		private final List<ReadHandle<?>> handles = new ArrayList<>();

		@Override
		public <T> ReadHandle<T> get(Class<T> type, Object id) {
			Assert.notNull(type, "Type must not be null");
			Assert.notNull(id, "Id must not be null");
			ItemReader<T> reader = ReadTransactionTemplate.this.dynamo.reader(type);
			ReadHandle<T> handle = new ReadHandle<>(reader, reader.key(id));
			this.handles.add(handle);
			return handle;
		}

		@Override
		public ReadHandle<Document> get(Table table, Key key) {
			DocumentActions actions = DocumentActions.of(table);
			ReadHandle<Document> handle = new ReadHandle<>(HandleSource.Documents.of(actions), actions.key("get", key));
			this.handles.add(handle);
			return handle;
		}

		private void run() {
			DynamoExecutor executor = ReadTransactionTemplate.this.dynamo.sender().executor();
			DynamoTransaction transaction = DynamoTransaction.current(executor);
			Map<ItemIdentity, List<ReadHandle<?>>> asked = new LinkedHashMap<>();
			for (ReadHandle<?> handle : this.handles) {
				Map<String, AttributeValue> kept = (transaction != null)
						? transaction.find(handle.reader().table(), handle.key()) : null;
				if (kept != null) {
					handle.read(kept);
				}
				else {
					asked
						.computeIfAbsent(ItemIdentity.of(handle.reader().table(), handle.key()),
								(identity) -> new ArrayList<>())
						.add(handle);
				}
			}
			if (!asked.isEmpty()) {
				read(executor, List.copyOf(asked.values()));
			}
		}

		private void read(DynamoExecutor executor, List<List<ReadHandle<?>>> asked) {
			if (asked.size() > MAX_ITEMS) {
				throw new InvalidDataAccessApiUsageException("A transaction reads at most " + MAX_ITEMS + " items, and "
						+ asked.size() + " are asked for. Nothing was sent; read fewer, or use batchGet(…), which does"
						+ " not read as of one moment.");
			}
			List<Get> gets = new ArrayList<>();
			List<DynamoOperation> parts = new ArrayList<>();
			asked.forEach((handles) -> {
				ReadHandle<?> handle = handles.get(0);
				gets.add(Get.builder().tableName(handle.reader().table()).key(handle.key()).build());
				parts.add(handle.reader().get());
			});
			TransactGetItemsResponse response = TransactionalExecutor.transact(executor, gets,
					DynamoOperation.of("read").withParts(parts), ReadTransactionTemplate.this.options);
			for (int i = 0; i < asked.size(); i++) {
				Map<String, AttributeValue> item = TransactionalExecutor.item(response, i);
				asked.get(i).forEach((handle) -> handle.read(item));
			}
		}

	}

}
