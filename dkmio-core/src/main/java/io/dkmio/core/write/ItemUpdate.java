package io.dkmio.core.write;

import java.util.ArrayList;
import java.util.List;

import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.Update;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

import org.springframework.util.Assert;

/**
 * What an update of one item is to do, before it is known how. Its values may be
 * parameters. Immutable: each {@code with…} returns another one.
 *
 * @param update the changes
 * @param conditions what must hold, all of them
 * @param known the values properties are known to have
 * @param upsert whether the item is created if it does not exist; otherwise it must exist
 * @param expectedVersion the version the item must have, {@code null} for any
 * @param stored whether the paths are those of stored attributes, whatever properties are
 * called
 * @param returning what comes back
 * @since 1.0
 */
public record ItemUpdate(Update update, List<NamedCondition> conditions, List<Known> known, boolean upsert,
		@Nullable Long expectedVersion, boolean stored, ReturnValue returning) {

	public ItemUpdate {
		Assert.notNull(update, "Update must not be null");
		conditions = List.copyOf(conditions);
		known = List.copyOf(known);
	}

	/**
	 * An update of an item that must exist.
	 * @param update the changes
	 * @return the update
	 */
	public static ItemUpdate of(Update update) {
		return new ItemUpdate(update, List.of(), List.of(), false, null, false, ReturnValue.NONE);
	}

	/**
	 * Replaces the changes.
	 * @param update the changes
	 * @return the changed update
	 */
	public ItemUpdate withUpdate(Update update) {
		return new ItemUpdate(update, this.conditions, this.known, this.upsert, this.expectedVersion, this.stored,
				this.returning);
	}

	/**
	 * Adds a condition.
	 * @param condition the condition
	 * @return the changed update
	 */
	public ItemUpdate withCondition(NamedCondition condition) {
		List<NamedCondition> conditions = new ArrayList<>(this.conditions);
		conditions.add(condition);
		return new ItemUpdate(this.update, conditions, this.known, this.upsert, this.expectedVersion, this.stored,
				this.returning);
	}

	/**
	 * Adds what a property is known to be.
	 * @param known the property and its value
	 * @return the changed update
	 */
	public ItemUpdate withKnown(Known known) {
		List<Known> all = new ArrayList<>(this.known);
		all.add(known);
		return new ItemUpdate(this.update, this.conditions, all, this.upsert, this.expectedVersion, this.stored,
				this.returning);
	}

	/**
	 * Creates the item if it does not exist.
	 * @return the changed update
	 */
	public ItemUpdate withUpsert() {
		return new ItemUpdate(this.update, this.conditions, this.known, true, this.expectedVersion, this.stored,
				this.returning);
	}

	/**
	 * Sets the version the item must have.
	 * @param version the version
	 * @return the changed update
	 */
	public ItemUpdate withExpectedVersion(long version) {
		Assert.isTrue(version > 0, "Version must be positive: an item that was never stored has none");
		return new ItemUpdate(this.update, this.conditions, this.known, this.upsert, version, this.stored,
				this.returning);
	}

	/**
	 * Sets what comes back.
	 * @param returning what comes back
	 * @return the changed update
	 */
	public ItemUpdate withReturning(ReturnValue returning) {
		return new ItemUpdate(this.update, this.conditions, this.known, this.upsert, this.expectedVersion, this.stored,
				returning);
	}

	ItemUpdate withStoredPaths() {
		return new ItemUpdate(this.update, this.conditions, this.known, this.upsert, this.expectedVersion, true,
				this.returning);
	}

	/**
	 * What a property is known to be. It becomes a condition, so that nothing is written
	 * if it is not so.
	 *
	 * @param path the property, a top-level one
	 * @param value its value, {@code null} if it has none
	 * @param read whether it was read just before, so that the update can be tried again
	 */
	public record Known(AttributePath path, @Nullable Object value, boolean read) {

		/** Says which property is known: values stay out of logs. */
		@Override
		public String toString() {
			return this.path.toString();
		}

	}

}
