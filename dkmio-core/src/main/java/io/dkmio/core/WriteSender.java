package io.dkmio.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.dkmio.WriteTransactionCanceledException;
import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.client.DynamoOperation;
import io.dkmio.core.client.WireCall;
import io.dkmio.core.write.WriteAction;
import io.dkmio.core.write.WriteChannel;
import io.dkmio.core.write.WriteSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;

/**
 * Sends planned writes, and says what a refusal means: one write by itself, several as
 * one transaction; or, inside a transaction of the application, keeps them until it
 * commits.
 */
final class WriteSender {

	private final DynamoExecutor executor;

	private final WriteRefusals refusals;

	WriteSender(DynamoExecutor executor, WriteRefusals refusals) {
		this.executor = executor;
		this.refusals = refusals;
	}

	/**
	 * Sends writes, or keeps them until the transaction commits.
	 * @param writes the writes of one operation
	 * @param name the name of the operation
	 * @return the attributes a single write asks to be returned, empty for none
	 */
	Map<String, AttributeValue> send(WriteSet writes, String name) {
		return send(writes, WriteName.of(name));
	}

	Map<String, AttributeValue> send(WriteSet writes, WriteName name) {
		WriteBuffer buffer = buffer(name.operation());
		if (buffer != null) {
			buffer.add(writes, name);
			return Map.of();
		}
		List<WriteAction> actions = writes.actions();
		if (actions.size() == 1) {
			return send(actions.get(0), name);
		}
		List<BufferedWrite> parts = actions.stream().map((action) -> new BufferedWrite(action, name)).toList();
		try {
			transact(parts, UUID.randomUUID().toString(), parts.get(0).operation(), TransactionOptions.defaults(),
					null);
		}
		catch (WriteTransactionCanceledException ex) {
			throw explained(ex);
		}
		return Map.of();
	}

	/**
	 * What explains that one operation of several writes was refused: the write of the
	 * item itself, which comes first, or the unique values together.
	 */
	private static DataAccessException explained(WriteTransactionCanceledException canceled) {
		List<Throwable> failures = List.of(canceled.getSuppressed());
		if (!failures.isEmpty() && failures.stream().allMatch(DuplicateKeyException.class::isInstance)) {
			return new DuplicateKeyException(failures.stream()
				.map(Throwable::getMessage)
				.map(String::valueOf)
				.collect(Collectors.joining(" Besides: ")), canceled);
		}
		boolean item = !canceled.getReasons().isEmpty() && canceled.getReasons().get(0).isFailure();
		return (item && !failures.isEmpty() && failures.get(0) instanceof DataAccessException refused) ? refused
				: canceled;
	}

	private Map<String, AttributeValue> send(WriteAction action, WriteName name) {
		try {
			return action.sendTo(new Channel(name));
		}
		catch (AlreadyWrittenException ex) {
			boolean asked = action instanceof WriteAction.Update update && update.returning() == ReturnValue.ALL_NEW;
			return asked ? ex.item() : Map.of();
		}
	}

	/**
	 * What to do if the writes kept so far are not done after all. Outside of a
	 * transaction they were.
	 */
	void onRollback(Runnable undo) {
		DynamoTransaction transaction = DynamoTransaction.current(this.executor);
		if (transaction != null) {
			transaction.buffer().onRollback(undo);
		}
	}

	/**
	 * What to do once the writes kept so far are done.
	 * @return whether they are kept; outside of a transaction they are done
	 */
	boolean onCommit(Runnable action) {
		DynamoTransaction transaction = DynamoTransaction.current(this.executor);
		if (transaction != null) {
			transaction.buffer().onCommit(action);
		}
		return transaction != null;
	}

	/**
	 * Makes writes a part of the transaction of this thread, all of them or none.
	 * @return whether there is one
	 */
	boolean join(WriteBuffer writes) {
		WriteBuffer buffer = buffer("write");
		if (buffer != null) {
			buffer.addAll(writes);
		}
		return buffer != null;
	}

	/**
	 * Makes the writes of one operation a part of the transaction of this thread.
	 * @param writes the writes, planned if there is one
	 * @param name the name of the operation
	 * @return whether there is one
	 */
	boolean join(Supplier<WriteSet> writes, String name) {
		WriteBuffer buffer = buffer(name);
		if (buffer != null) {
			buffer.add(writes.get(), name);
		}
		return buffer != null;
	}

	/**
	 * Whether writes are kept until a transaction commits.
	 */
	boolean isBuffering() {
		return DynamoTransaction.current(this.executor) != null;
	}

	/**
	 * Whose requests the transactions are about.
	 */
	DynamoExecutor executor() {
		return this.executor;
	}

	/**
	 * A buffer for a transaction.
	 */
	WriteBuffer newBuffer() {
		return new WriteBuffer(this.refusals);
	}

	private @Nullable WriteBuffer buffer(String name) {
		DynamoTransaction transaction = DynamoTransaction.current(this.executor);
		return (transaction != null) ? transaction.writable(name) : null;
	}

	/**
	 * Sends writes as one transaction, and sends it again if it met another one.
	 * @param writes the writes, in the order in which DynamoDB will name the refused ones
	 * @param token makes it safe to send the same transaction again
	 * @param operation what the application asked for
	 * @param options how often it is sent
	 * @param timeout how long a call may take, or {@code null} for as long as the client
	 * allows
	 */
	void transact(List<BufferedWrite> writes, String token, DynamoOperation operation, TransactionOptions options,
			@Nullable Duration timeout) {
		List<WriteAction> actions = new ArrayList<>(writes.size());
		List<TransactWriteItem> items = new ArrayList<>(writes.size());
		List<DynamoOperation> parts = new ArrayList<>(writes.size());
		for (BufferedWrite write : writes) {
			actions.add(write.action());
			items.add(write.action().toTransactItem());
			parts.add(operation(write));
		}
		TransactWriteItemsRequest.Builder request = TransactWriteItemsRequest.builder()
			.transactItems(items)
			.clientRequestToken(token)
			.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
		if (timeout != null) {
			request.overrideConfiguration((configuration) -> configuration.apiCallTimeout(timeout));
		}
		TransactWriteItemsRequest built = WireWrites.with(request, actions).build();
		DynamoOperation named = operation.withParts(parts);
		TransactionRetry.execute(options, () -> this.executor.transactWriteItems(built, named));
	}

	private DynamoOperation operation(BufferedWrite write) {
		DynamoOperation operation = write.operation();
		return (write.action().condition() != null) ? operation.withRefusal(this.refusals.of(write.action()))
				: operation;
	}

	/**
	 * Sends one action by itself.
	 */
	private final class Channel implements WriteChannel {

		private final WriteName name;

		private Channel(WriteName name) {
			this.name = name;
		}

		@Override
		public Map<String, AttributeValue> put(PutItemRequest.Builder request, WriteAction.Put action) {
			PutItemResponse response = WriteSender.this.executor.putItem(WireWrites.with(request, action),
					operation(new BufferedWrite(action, this.name)));
			return response.hasAttributes() ? response.attributes() : Map.of();
		}

		@Override
		public Map<String, AttributeValue> update(UpdateItemRequest.Builder request, WriteAction.Update action) {
			WireCall call = WireReads.returning(WriteSender.this.executor, action.returning(), request);
			UpdateItemResponse response = WriteSender.this.executor.updateItem(request.build(),
					operation(new BufferedWrite(action, this.name)));
			return WireReads.returned(call, response.hasAttributes() ? response.attributes() : Map.of());
		}

		@Override
		public Map<String, AttributeValue> delete(DeleteItemRequest.Builder request, WriteAction.Delete action) {
			WireCall call = WireReads.returning(WriteSender.this.executor, action.returning(), request);
			DeleteItemResponse response = WriteSender.this.executor.deleteItem(request.build(),
					operation(new BufferedWrite(action, this.name)));
			return WireReads.returned(call, response.hasAttributes() ? response.attributes() : Map.of());
		}

		@Override
		public void check(WriteAction.Check action) {
			BufferedWrite check = new BufferedWrite(action, this.name);
			transact(List.of(check), UUID.randomUUID().toString(), check.operation(), TransactionOptions.defaults(),
					null);
		}

	}

}
