package io.dkmio.core;

import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.client.DynamoOperation;
import org.jspecify.annotations.Nullable;

import org.springframework.transaction.InvalidIsolationLevelException;
import org.springframework.transaction.NestedTransactionNotSupportedException;
import org.springframework.transaction.SavepointManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.ResourceTransactionManager;
import org.springframework.transaction.support.SmartTransactionObject;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.Assert;

/**
 * Spring's transactions on DynamoDB's: inside of one, the writes of a
 * {@link DynamoTemplate} are kept, and sent as one TransactWriteItems when it commits.
 * After a rollback nothing was sent.
 * <ul>
 * <li>Reads by key see the writes that are kept, and queries and scans do not.
 * <li>Reads are no part of the transaction: what must still be so when it commits is said
 * by a version or by a condition.
 * <li>Two writes of one item are made one where that is plainly the same, and refused
 * otherwise. So is what does not fit: more than 100 writes, or more than 4 MB.
 * <li>There are no nested transactions and no isolation levels.
 * </ul>
 *
 * @since 1.0
 */
public class DynamoTransactionManager extends AbstractPlatformTransactionManager implements ResourceTransactionManager {

	private static final long serialVersionUID = 1L;

	private final transient DynamoExecutor executor;

	private final transient WriteSender sender;

	private transient TransactionOptions options = TransactionOptions.defaults();

	/**
	 * Creates a manager.
	 * @param dynamo the template whose writes are kept, and those of other templates with
	 * the same executor
	 */
	@SuppressWarnings("this-escape") // setters of the superclass alone
	public DynamoTransactionManager(DynamoTemplate dynamo) {
		Assert.notNull(dynamo, "DynamoTemplate must not be null");
		this.sender = dynamo.sender();
		this.executor = this.sender.executor();
		setRollbackOnCommitFailure(true);
		setNestedTransactionAllowed(true); // to refuse it with a reason, see
											// TransactionObject
	}

	/**
	 * Sets how often a transaction is sent that met another one.
	 * @param options the options
	 */
	public void setTransactionOptions(TransactionOptions options) {
		Assert.notNull(options, "TransactionOptions must not be null");
		this.options = options;
	}

	@Override
	public Object getResourceFactory() {
		return this.executor;
	}

	@Override
	protected Object doGetTransaction() {
		return new TransactionObject(DynamoTransaction.current(this.executor));
	}

	@Override
	protected boolean isExistingTransaction(Object transaction) {
		return ((TransactionObject) transaction).transaction != null;
	}

	@Override
	protected void doBegin(Object transaction, TransactionDefinition definition) {
		if (definition.getIsolationLevel() != TransactionDefinition.ISOLATION_DEFAULT) {
			throw new InvalidIsolationLevelException("DynamoDB has no isolation levels: a transaction of writes is"
					+ " serializable, and reads before it are no part of it. Leave the isolation level out.");
		}
		DynamoTransaction begun = new DynamoTransaction(this.sender.newBuffer(), definition.isReadOnly());
		int timeout = determineTimeout(definition);
		if (timeout != TransactionDefinition.TIMEOUT_DEFAULT) {
			begun.setTimeoutInSeconds(timeout);
		}
		begun.setSynchronizedWithTransaction(true);
		((TransactionObject) transaction).transaction = begun;
		TransactionSynchronizationManager.bindResource(this.executor, begun);
	}

	@Override
	protected Object doSuspend(Object transaction) {
		((TransactionObject) transaction).transaction = null;
		return TransactionSynchronizationManager.unbindResource(this.executor);
	}

	@Override
	protected void doResume(@Nullable Object transaction, Object suspendedResources) {
		TransactionSynchronizationManager.bindResource(this.executor, suspendedResources);
	}

	@Override
	protected void doCommit(DefaultTransactionStatus status) {
		DynamoTransaction transaction = required(status.getTransaction());
		WriteBuffer buffer = transaction.buffer();
		if (!buffer.isEmpty()) {
			String name = TransactionSynchronizationManager.getCurrentTransactionName();
			DynamoOperation operation = DynamoOperation.of("commit").withRepositoryMethod(name);
			this.sender.transact(buffer.writes(), buffer.token(), operation, this.options, transaction.remaining());
		}
		buffer.committed();
	}

	@Override
	protected void doRollback(DefaultTransactionStatus status) {
		required(status.getTransaction()).buffer().undo();
	}

	@Override
	protected void doSetRollbackOnly(DefaultTransactionStatus status) {
		required(status.getTransaction()).setRollbackOnly();
	}

	@Override
	protected void doCleanupAfterCompletion(Object transaction) {
		TransactionSynchronizationManager.unbindResourceIfPossible(this.executor);
		required(transaction).clear();
	}

	private static DynamoTransaction required(Object transaction) {
		DynamoTransaction begun = ((TransactionObject) transaction).transaction;
		Assert.state(begun != null, "There is no transaction");
		return begun;
	}

	/**
	 * What Spring keeps for the time of a transaction.
	 */
	private static final class TransactionObject implements SmartTransactionObject, SavepointManager {

		private @Nullable DynamoTransaction transaction;

		private TransactionObject(@Nullable DynamoTransaction transaction) {
			this.transaction = transaction;
		}

		@Override
		public boolean isRollbackOnly() {
			return this.transaction != null && this.transaction.isRollbackOnly();
		}

		@Override
		public void flush() {
			// nothing can be sent before the whole is
		}

		@Override
		public Object createSavepoint() {
			throw new NestedTransactionNotSupportedException("A transaction of DynamoDB cannot be nested: it is sent as"
					+ " a whole. Use REQUIRED to take part in the transaction that is there, or REQUIRES_NEW for one of"
					+ " its own.");
		}

		@Override
		public void rollbackToSavepoint(Object savepoint) {
			createSavepoint();
		}

		@Override
		public void releaseSavepoint(Object savepoint) {
			createSavepoint();
		}

	}

}
