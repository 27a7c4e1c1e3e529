package io.dkmio.core;

import java.util.List;
import java.util.function.Consumer;

/**
 * Reads and writes of many items. A part of {@link DynamoOperations}.
 * <p>
 * As many requests are sent as are needed, some of them at one time. Nothing is sent if
 * one of the items cannot be. There is no transaction around a batch, unless it is called
 * inside one: if it fails after some items were written,
 * {@link io.dkmio.BatchIncompleteException} says which.
 *
 * @since 1.0
 */
public interface ItemBatchOperations {

	/**
	 * Begins to read items by their ids, with one BatchGetItem for each 100.
	 * @param type the type of the items
	 * @param ids the ids; one may occur several times
	 * @param <T> the type of the items
	 * @return the read, done by its last call
	 */
	<T> BatchGetOperation<T> batchGet(Class<T> type, Iterable<?> ids);

	/**
	 * Puts and deletes items of any types, with one BatchWriteItem for each 25. Of
	 * several writes of one item the last one counts. Items with a version are written by
	 * themselves, each under the condition of its version, since a batch has no
	 * conditions.
	 * @param writes names the writes
	 * @throws io.dkmio.BatchIncompleteException if some were done, and others were not
	 */
	void batchWrite(Consumer<BatchWriteSpec> writes);

	/**
	 * Stores items, and replaces those that are there, as
	 * {@link ItemWriteOperations#put(Object) put} does: with one BatchWriteItem for each
	 * 25, or, where items have a version, each by itself under its condition.
	 * @param items the items
	 * @param <T> the type of the items
	 * @return the items as stored, in the given order
	 * @throws io.dkmio.BatchIncompleteException if some were stored, and others were not
	 * @throws org.springframework.dao.OptimisticLockingFailureException if none was
	 * stored, because one was changed or deleted since it was read
	 */
	<T> List<T> putAll(Iterable<T> items);

	/**
	 * Stores items that must not exist yet, each by itself, as
	 * {@link ItemWriteOperations#insert(Object) insert} does.
	 * @param items the items
	 * @param <T> the type of the items
	 * @return the items as stored, in the given order
	 * @throws io.dkmio.BatchIncompleteException if some were stored, and others were not
	 * @throws org.springframework.dao.DuplicateKeyException if none was stored, because
	 * one exists
	 */
	<T> List<T> insertAll(Iterable<T> items);

	/**
	 * Deletes items, as {@link ItemWriteOperations#delete(Object) delete} does: with one
	 * BatchWriteItem for each 25, or, where items have a version, each by itself under
	 * its condition.
	 * @param items the items
	 * @throws io.dkmio.BatchIncompleteException if some were deleted, and others were not
	 */
	void deleteAll(Iterable<?> items);

	/**
	 * Deletes items by their ids, whatever their versions, with one BatchWriteItem for
	 * each 25. Those that do not exist are none to worry about.
	 * @param type the type of the items
	 * @param ids the ids
	 * @throws io.dkmio.BatchIncompleteException if some were deleted, and others were not
	 */
	void deleteAllById(Class<?> type, Iterable<?> ids);

	/**
	 * Deletes what a read finds, whatever its versions: those of a page before the next
	 * one is read. Inside a transaction they are deleted when it commits.
	 * @param read the read: of items, or, which is cheaper, of maps of the properties
	 * their primary keys are made of
	 * @param call the call
	 * @return how many were found
	 * @throws io.dkmio.BatchIncompleteException if some could not be deleted; what was
	 * found before is deleted, and what follows is not
	 */
	long deleteAll(PreparedRead<?> read, ReadCall call);

}
