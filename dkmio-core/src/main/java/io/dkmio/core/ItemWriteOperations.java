package io.dkmio.core;

import java.util.Optional;

import io.dkmio.core.expression.Update;

import org.springframework.lang.CheckReturnValue;

/**
 * Writes of single items. A part of {@link DynamoOperations}.
 *
 * @since 1.0
 */
public interface ItemWriteOperations {

	/**
	 * Stores an item that must not exist yet.
	 * @param item the item
	 * @param <T> the type of the item
	 * @return the item as stored: version, auditing and time to live are set. An
	 * immutable one is another object than the given one.
	 * @throws org.springframework.dao.DuplicateKeyException if an item with this key
	 * exists
	 */
	<T> T insert(T item);

	/**
	 * Stores an item, and replaces the one that is there.
	 * @param item the item
	 * @param <T> the type of the item
	 * @return the item as stored: version, auditing and time to live are set. An
	 * immutable one is another object than the given one.
	 * @throws org.springframework.dao.OptimisticLockingFailureException if the item has a
	 * version, and the stored one was changed or deleted since it was read
	 * @throws org.springframework.dao.DuplicateKeyException if the item has a version
	 * property without a value, and an item with this key exists
	 */
	<T> T put(T item);

	/**
	 * As {@link #put(Object)}, on terms.
	 * @param item the item
	 * @param write the conditions on the stored item; none holds if there is no item,
	 * except that attributes do not exist
	 * @param <T> the type of the item
	 * @return the item as stored
	 * @throws io.dkmio.ConditionFailedException if a condition does not hold
	 */
	<T> T put(T item, Write write);

	/**
	 * As {@link #put(Object)}, on terms, and returns the replaced item as well.
	 * @param item the item
	 * @param write the terms
	 * @param <T> the type of the item
	 * @return the item as stored and the one it has replaced
	 * @throws io.dkmio.ConditionFailedException if a condition does not hold
	 */
	<T> Replaced<T> put(T item, Write.ReturningOld write);

	/**
	 * Replaces an item that must exist.
	 * @param item the item, as it was read and then changed
	 * @param <T> the type of the item
	 * @return the item as stored
	 * @throws org.springframework.dao.OptimisticLockingFailureException if the item has a
	 * version, and the stored one was changed or deleted since it was read
	 * @throws org.springframework.dao.EmptyResultDataAccessException if the type has no
	 * version, and there is no such item
	 */
	<T> T update(T item);

	/**
	 * As {@link #update(Object)}, on terms.
	 * @param item the item, as it was read and then changed
	 * @param write the conditions on the stored item
	 * @param <T> the type of the item
	 * @return the item as stored
	 * @throws io.dkmio.ConditionFailedException if a condition does not hold
	 */
	<T> T update(T item, Write write);

	/**
	 * Changes what differs between two states of an item and nothing else. If nothing
	 * does, nothing is sent.
	 * @param former the item as it was read
	 * @param changed the item as it is to be, with the same version
	 * @param <T> the type of the item
	 * @return the changed item with its new version
	 * @throws org.springframework.dao.OptimisticLockingFailureException if the stored
	 * item has another version; without versions, if what index keys are composed of was
	 * changed since it was read
	 * @throws org.springframework.dao.EmptyResultDataAccessException if the type has no
	 * version, and there is no such item
	 */
	<T> T update(T former, T changed);

	/**
	 * Stores the properties of an item that are not null and leaves the others as they
	 * are; creates the item if it does not exist. Creation dates and properties that are
	 * written once are stored only where there are none yet. The item is read first if
	 * index keys are composed of a null property.
	 * @param item the item
	 * @param <T> the type of the item
	 * @return the whole item as it is stored now
	 * @throws org.springframework.dao.OptimisticLockingFailureException if the item has a
	 * version, and the stored one was changed or deleted since it was read
	 */
	<T> T upsert(T item);

	/**
	 * Begins to change some attributes of an item, which must exist.
	 * @param type the type of the item
	 * @param id the id
	 * @param <T> the type of the item
	 * @return the update, made by its last call
	 */
	@CheckReturnValue
	<T> UpdateOperation<T> update(Class<T> type, Object id);

	/**
	 * Plans an update once, to be made often.
	 * @param definition the update
	 * @param <T> the type of the items
	 * @return the planned update
	 * @throws org.springframework.dao.InvalidDataAccessApiUsageException if it changes
	 * what must not be changed, or an index key that cannot be composed
	 */
	<T> PreparedItemUpdate<T> prepare(UpdateDefinition<T> definition);

	/**
	 * Plans a deletion once, to be made often.
	 * @param definition the deletion
	 * @param <T> the type of the items
	 * @return the planned deletion
	 * @throws org.springframework.dao.InvalidDataAccessApiUsageException if it returns
	 * items whose deletion is a transaction, because they have unique values
	 */
	<T> PreparedItemDelete<T> prepare(DeleteDefinition<T> definition);

	/**
	 * Changes some attributes of an item, which must exist.
	 * @param type the type of the item
	 * @param id the id
	 * @param update the changes
	 * @throws org.springframework.dao.EmptyResultDataAccessException if there is no such
	 * item
	 */
	void patch(Class<?> type, Object id, Update update);

	/**
	 * As {@link #patch}, and returns the item. Cannot be called in a transaction, which
	 * returns nothing before it commits.
	 * @param type the type of the item
	 * @param id the id
	 * @param update the changes
	 * @param <T> the type of the item
	 * @return the whole item as it is stored now
	 * @throws org.springframework.dao.EmptyResultDataAccessException if there is no such
	 * item
	 */
	<T> T patchAndReturn(Class<T> type, Object id, Update update);

	/**
	 * Demands that an item exists and is as the terms say, and writes nothing. In a
	 * transaction it is a part of it, so that nothing is written if it is not so when
	 * that commits; by itself it is a transaction of this alone.
	 * @param type the type of the item
	 * @param id the id
	 * @param write the conditions on the stored item
	 * @throws org.springframework.dao.EmptyResultDataAccessException if there is no such
	 * item
	 * @throws io.dkmio.ConditionFailedException if a condition does not hold
	 */
	void check(Class<?> type, Object id, Write write);

	/**
	 * Deletes an item. One that does not exist is none to worry about, unless a version
	 * is expected.
	 * @param item the item
	 * @throws org.springframework.dao.OptimisticLockingFailureException if the item has a
	 * version, and the stored one was changed or deleted since it was read
	 */
	void delete(Object item);

	/**
	 * Deletes an item by its id, whatever its version. One that does not exist is none to
	 * worry about.
	 * @param type the type of the item
	 * @param id the id
	 */
	void delete(Class<?> type, Object id);

	/**
	 * As {@link #delete(Object)}, on terms.
	 * @param item the item
	 * @param write the conditions on the stored item
	 * @throws io.dkmio.ConditionFailedException if a condition does not hold
	 */
	void delete(Object item, Write write);

	/**
	 * As {@link #delete(Class, Object)}, on terms.
	 * @param type the type of the item
	 * @param id the id
	 * @param write the conditions on the stored item
	 * @throws io.dkmio.ConditionFailedException if a condition does not hold
	 */
	void delete(Class<?> type, Object id, Write write);

	/**
	 * As {@link #delete(Class, Object)}, on terms, and returns the deleted item.
	 * @param type the type of the item
	 * @param id the id
	 * @param write the terms
	 * @param <T> the type of the item
	 * @return the deleted item, if there was one
	 * @throws io.dkmio.ConditionFailedException if a condition does not hold
	 */
	<T> Optional<T> delete(Class<T> type, Object id, Write.ReturningOld write);

}
