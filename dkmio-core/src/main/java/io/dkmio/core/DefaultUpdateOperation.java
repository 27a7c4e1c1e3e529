package io.dkmio.core;

import java.util.Map;

import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.Condition;
import io.dkmio.core.expression.UpdateAction;
import io.dkmio.core.write.ItemUpdate;
import io.dkmio.core.write.NamedCondition;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.util.Assert;

/**
 * An update of one item, made by an {@link ItemUpdater}.
 *
 * @param <T> the type of the item
 */
final class DefaultUpdateOperation<T> implements UpdateOperation<T> {

	private final ItemUpdater<T> updater;

	private final Object id;

	private final ItemUpdate update;

	private final boolean readFirst;

	DefaultUpdateOperation(ItemUpdater<T> updater, Object id, ItemUpdate update, boolean readFirst) {
		this.updater = updater;
		this.id = id;
		this.update = update;
		this.readFirst = readFirst;
	}

	private UpdateOperation<T> of(ItemUpdate update) {
		return new DefaultUpdateOperation<>(this.updater, this.id, update, this.readFirst);
	}

	@Override
	public UpdateOperation<T> with(UpdateAction action) {
		return of(this.update.withUpdate(this.update.update().with(action)));
	}

	@Override
	public UpdateOperation<T> when(Condition condition) {
		return of(this.update.withCondition(new NamedCondition(condition, null)));
	}

	@Override
	public UpdateOperation<T> when(Condition condition, String name) {
		return of(this.update.withCondition(new NamedCondition(condition, name)));
	}

	@Override
	public UpdateOperation<T> with(String property, @Nullable Object value) {
		AttributePath path = AttributePath.parse(property);
		Assert.isTrue(path.isTopLevel(), "Keys are composed of an item's own properties, so only those are given");
		return of(this.update.withKnown(new ItemUpdate.Known(path, value, false)));
	}

	@Override
	public UpdateOperation<T> expectVersion(long version) {
		return of(this.update.withExpectedVersion(version));
	}

	@Override
	public UpdateOperation<T> upsert() {
		return of(this.update.withUpsert());
	}

	@Override
	public UpdateOperation<T> readFirst() {
		return new DefaultUpdateOperation<>(this.updater, this.id, this.update, true);
	}

	@Override
	public void execute() {
		this.updater.update(this.id, this.update, this.readFirst);
	}

	@Override
	public T returning(ReturnedItem item) {
		if (item == ReturnedItem.ALL_OLD && this.update.upsert()) {
			throw new InvalidDataAccessApiUsageException("An upsert of " + this.updater.name()
					+ " cannot return the old item: there may be none. Ask for ALL_NEW, or use execute()");
		}
		return this.updater.toItem(this.updater.update(this.id,
				this.update.withReturning(ReturnValue.fromValue(item.name())), this.readFirst));
	}

	@Override
	public Map<String, Object> returning(ReturnedProperties properties) {
		for (UpdateAction action : this.update.update().actions()) {
			if (!action.path().isTopLevel()) {
				throw new InvalidDataAccessApiUsageException("An update of " + this.updater.name()
						+ " cannot return the properties it changes: of '" + action.path()
						+ "' DynamoDB returns only a part, which is no value of a property. Ask for the whole item");
			}
		}
		return this.updater.toProperties(this.updater.update(this.id,
				this.update.withReturning(ReturnValue.fromValue(properties.name())), this.readFirst));
	}

}
