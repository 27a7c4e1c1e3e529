package io.dkmio.core;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import io.dkmio.ConditionFailedException;
import io.dkmio.core.write.AuditStamp;
import io.dkmio.core.write.EntityWritePlanner;
import io.dkmio.core.write.PreparedDelete;
import io.dkmio.core.write.PreparedUpdate;
import io.dkmio.core.write.WriteSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Writes of single items that are planned once.
 */
final class PreparedWrites {

	private PreparedWrites() {
	}

	/**
	 * An update.
	 *
	 * @param update the planned update
	 * @param name names it
	 * @param stamp who writes, and when
	 * @param sender sends it
	 * @param reader reads what is returned
	 */
	record Updating<T>(PreparedUpdate update, WriteName name, Supplier<AuditStamp> stamp,
			Function<WriteSet, Map<String, AttributeValue>> sender, WriteSender transactions,
			Function<Map<String, AttributeValue>, T> reader) implements PreparedItemUpdate<T> {

		@Override
		public @Nullable T execute(Object id, List<? extends @Nullable Object> arguments) {
			Map<String, AttributeValue> item = this.sender
				.apply(WriteSet.of(this.update.bind(id, arguments, this.stamp.get())));
			return item.isEmpty() ? null : this.reader.apply(item);
		}

		@Override
		public boolean attempt(Object id, List<? extends @Nullable Object> arguments) {
			return PreparedWrites.attempt(this.transactions, this.name, () -> execute(id, arguments));
		}

		@Override
		public String describe() {
			return this.update.toString();
		}

	}

	/**
	 * A deletion.
	 *
	 * @param delete the planned deletion
	 * @param name names it
	 * @param planner adds what goes with it
	 * @param sender sends it
	 * @param reader reads what is returned
	 */
	record Deleting<T>(PreparedDelete delete, WriteName name, EntityWritePlanner planner, WriteSender sender,
			Function<Map<String, AttributeValue>, T> reader) implements PreparedItemDelete<T> {

		@Override
		public @Nullable T execute(Object id, List<? extends @Nullable Object> arguments) {
			Map<String, AttributeValue> item = FreshPlan
				.send(() -> this.sender.send(this.planner.delete(this.delete.bind(id, arguments)), this.name));
			return item.isEmpty() ? null : this.reader.apply(item);
		}

		@Override
		public boolean attempt(Object id, List<? extends @Nullable Object> arguments) {
			return PreparedWrites.attempt(this.sender, this.name, () -> execute(id, arguments));
		}

		@Override
		public String describe() {
			return this.delete.toString();
		}

	}

	private static boolean attempt(WriteSender sender, WriteName name, Runnable write) {
		if (sender.isBuffering()) {
			throw new InvalidDataAccessApiUsageException("Operation '" + name.operation() + "'"
					+ ((name.method() != null) ? " (" + name.method() + ")" : "")
					+ " says whether it was done, and a transaction knows only when it commits. Nothing was sent; use a"
					+ " method that returns nothing, or call it outside of the transaction.");
		}
		try {
			write.run();
			return true;
		}
		catch (EmptyResultDataAccessException | ConditionFailedException ex) {
			return false;
		}
	}

}
