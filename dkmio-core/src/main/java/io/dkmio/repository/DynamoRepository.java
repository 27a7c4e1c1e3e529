package io.dkmio.repository;

import io.dkmio.core.Write;
import io.dkmio.core.expression.Update;

import org.springframework.data.repository.ListCrudRepository;
import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.query.ListQueryByExampleExecutor;

/**
 * A repository of items. Its own methods and the ones an application declares are planned
 * when the application starts; what no key serves fails the start.
 * <p>
 * {@code findAll()}, {@code count()} and {@code deleteAll()} are one Query where the
 * table or an index has a constant partition for the type. Otherwise they need
 * {@link AllowScan}, on the repository or on the method declared again, and throw an
 * {@link io.dkmio.UnservableQueryException} without it.
 * <p>
 * There is no paging by offset: DynamoDB reads on from where it stopped, and cannot skip.
 * {@link org.springframework.data.domain.Window}s, and
 * {@link org.springframework.data.domain.Slice}s with a {@link DynamoPageRequest}, go on
 * by cursor.
 *
 * @param <T> the type of the items
 * @param <ID> the type of the ids
 * @since 1.0
 */
@NoRepositoryBean
public interface DynamoRepository<T, ID> extends ListCrudRepository<T, ID>, ListQueryByExampleExecutor<T> {

	/**
	 * Stores an item that must not exist yet.
	 * @param item the item
	 * @param <S> the type of the item
	 * @return the item as stored
	 * @throws org.springframework.dao.DuplicateKeyException if an item with this key
	 * exists
	 */
	<S extends T> S insert(S item);

	/**
	 * Replaces an item that must exist.
	 * @param item the item, as it was read and then changed
	 * @param <S> the type of the item
	 * @return the item as stored
	 * @throws org.springframework.dao.OptimisticLockingFailureException if the item has a
	 * version, and the stored one was changed or deleted since it was read
	 * @throws org.springframework.dao.EmptyResultDataAccessException if the type has no
	 * version, and there is no such item
	 */
	<S extends T> S update(S item);

	/**
	 * Stores the properties of an item that are not null and leaves the others as they
	 * are; creates the item if it does not exist.
	 * @param item the item
	 * @param <S> the type of the item
	 * @return the whole item as it is stored now
	 * @throws org.springframework.dao.OptimisticLockingFailureException if the item has a
	 * version, and the stored one was changed or deleted since it was read
	 */
	<S extends T> S upsert(S item);

	/**
	 * Changes some attributes of an item, which must exist.
	 * @param id the id
	 * @param update the changes
	 * @throws org.springframework.dao.EmptyResultDataAccessException if there is no such
	 * item
	 */
	void patch(ID id, Update update);

	/**
	 * As {@link #patch}, and returns the item. Cannot be called in a transaction, which
	 * returns nothing before it commits.
	 * @param id the id
	 * @param update the changes
	 * @return the whole item as it is stored now
	 * @throws org.springframework.dao.EmptyResultDataAccessException if there is no such
	 * item
	 */
	T patchAndReturn(ID id, Update update);

	/**
	 * Demands that an item exists and is as the terms say, and writes nothing. Meant for
	 * transactions: nothing is written if it is not so when they commit.
	 * @param id the id
	 * @param write the conditions, such as {@code Write.when(…)}
	 * @throws org.springframework.dao.EmptyResultDataAccessException if there is no such
	 * item
	 * @throws io.dkmio.ConditionFailedException if a condition does not hold
	 */
	void check(ID id, Write write);

}
