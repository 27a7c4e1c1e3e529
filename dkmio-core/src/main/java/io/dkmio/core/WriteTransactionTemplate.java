package io.dkmio.core;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

import io.dkmio.BatchIncompleteException;
import io.dkmio.FailedOperation;
import io.dkmio.core.client.DynamoExceptionTranslator;
import io.dkmio.core.client.DynamoOperation;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Does several writes together or not at all, with one TransactWriteItems.
 *
 * <pre class="code">
 * transactions.write((tx) -&gt; {
 *     tx.insert(order);
 *     tx.update(Stock.class, sku).add("quantity", -2).when(attribute("quantity").gte(2), "in stock");
 *     tx.check(Customer.class, customerId).when(attribute("status").eq("ACTIVE"), "customer active");
 * });
 * </pre>
 *
 * A refused transaction names the write, the item's type and the condition. One that met
 * another transaction is sent again, as {@link TransactionOptions} say. All attempts have
 * one token, so that DynamoDB does the writes once, even if an answer was lost.
 * <p>
 * Inside a {@link DynamoTransactionManager}'s transaction the writes become a part of
 * that one. Immutable and safe for use by several threads.
 *
 * @since 1.0
 */
public final class WriteTransactionTemplate {

	private static final int LONGEST_TOKEN = 36;

	private final DynamoTemplate dynamo;

	private final TransactionOptions options;

	private final @Nullable String token;

	/**
	 * Creates a template.
	 * @param dynamo plans and sends the writes
	 */
	public WriteTransactionTemplate(DynamoTemplate dynamo) {
		this(dynamo, TransactionOptions.defaults(), null);
	}

	private WriteTransactionTemplate(DynamoTemplate dynamo, TransactionOptions options, @Nullable String token) {
		Assert.notNull(dynamo, "DynamoTemplate must not be null");
		Assert.notNull(options, "TransactionOptions must not be null");
		this.dynamo = dynamo;
		this.options = options;
		this.token = token;
	}

	/**
	 * Sets how often a transaction is sent that met another one.
	 * @param options the options
	 * @return the changed template
	 */
	public WriteTransactionTemplate withOptions(TransactionOptions options) {
		return new WriteTransactionTemplate(this.dynamo, options, this.token);
	}

	/**
	 * Gives the next transaction a token of the application's own. If the application
	 * does not know whether a transaction was done, it can call the same again with the
	 * same token within ten minutes: it will not be done twice. Another transaction needs
	 * another token.
	 * @param token the token, of 1 to 36 characters
	 * @return a template for this one transaction
	 */
	public WriteTransactionTemplate withToken(String token) {
		Assert.hasText(token, "A token must not be empty");
		Assert.isTrue(token.length() <= LONGEST_TOKEN, () -> "A token has at most " + LONGEST_TOKEN + " characters");
		return new WriteTransactionTemplate(this.dynamo, this.options, token);
	}

	/**
	 * Does writes together.
	 * @param writes names them; if it throws, nothing is sent
	 */
	public void write(Consumer<TransactionWrites> writes) {
		Assert.notNull(writes, "Writes must not be null");
		run((tx) -> {
			writes.accept(tx);
			return Boolean.TRUE;
		});
	}

	/**
	 * Does writes together, and returns what the application makes of them.
	 * @param writes names them; if it throws, nothing is sent
	 * @param <R> the type of the result
	 * @return what it returned, once the writes are done
	 */
	public <R> R writeAndReturn(Function<TransactionWrites, R> writes) {
		Assert.notNull(writes, "Writes must not be null");
		return run(writes);
	}

	/**
	 * Does any number of writes, in as many transactions as they take. <b>Each page is
	 * done or not by itself: there is no transaction around them.</b> The first page that
	 * fails ends it.
	 * @param items the items
	 * @param itemsPerPage of how many items the writes are done together
	 * @param writes names the writes for an item
	 * @param <T> the type of the items
	 * @throws BatchIncompleteException if a page failed after others were done
	 */
	public <T> void writeInPages(Iterable<T> items, int itemsPerPage, BiConsumer<TransactionWrites, T> writes) {
		Assert.notNull(items, "Items must not be null");
		Assert.notNull(writes, "Writes must not be null");
		Assert.isTrue(itemsPerPage >= 1 && itemsPerPage <= WriteBuffer.MAX_ACTIONS,
				() -> "A page has 1 to " + WriteBuffer.MAX_ACTIONS + " items");
		Assert.isNull(this.token, "Several transactions cannot have one token");
		List<T> done = new ArrayList<>();
		Iterator<T> left = items.iterator();
		while (left.hasNext()) {
			List<T> page = new ArrayList<>();
			while (left.hasNext() && page.size() < itemsPerPage) {
				page.add(left.next());
			}
			try {
				write((tx) -> page.forEach((item) -> writes.accept(tx, item)));
			}
			catch (RuntimeException ex) {
				if (done.isEmpty()) {
					throw ex;
				}
				left.forEachRemaining(page::add);
				throw incomplete(done, page, ex);
			}
			done.addAll(page);
		}
	}

	private static BatchIncompleteException incomplete(List<?> done, List<?> left, RuntimeException cause) {
		FailedOperation facts = new FailedOperation("writeInPages", null, null, null, null,
				DynamoExceptionTranslator.errorCode(cause), null);
		return new BatchIncompleteException("Operation 'writeInPages' failed: the writes for " + left.size() + " of "
				+ (done.size() + left.size()) + " items were not done: the transaction of a page failed with "
				+ cause.getClass().getSimpleName() + ". Those for the first " + done.size()
				+ " were; getUnprocessed() has the items that are left: correct first what the cause of this exception"
				+ " names.", facts, done, left, cause);
	}

	private <R> R run(Function<TransactionWrites, R> writes) {
		WriteSender sender = this.dynamo.sender();
		WriteBuffer buffer = sender.newBuffer();
		TransactionPlan plan = new TransactionPlan(this.dynamo, buffer);
		R result;
		try {
			result = writes.apply(plan);
			plan.flush();
			if (sender.join(buffer)) {
				return result;
			}
			send(sender, buffer);
		}
		catch (RuntimeException | Error ex) {
			buffer.undo();
			throw ex;
		}
		buffer.committed();
		return result;
	}

	private void send(WriteSender sender, WriteBuffer buffer) {
		if (!buffer.isEmpty()) {
			sender.transact(buffer.writes(), Objects.requireNonNullElse(this.token, buffer.token()),
					DynamoOperation.of("write"), this.options, null);
		}
	}

}
