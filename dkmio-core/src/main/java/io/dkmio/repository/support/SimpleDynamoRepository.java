package io.dkmio.repository.support;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.dkmio.core.BatchGetOperation;
import io.dkmio.core.DynamoOperations;
import io.dkmio.core.GetOperation;
import io.dkmio.core.ReadCall;
import io.dkmio.core.Write;
import io.dkmio.core.expression.Update;
import io.dkmio.repository.DynamoRepository;
import io.dkmio.repository.MethodPlan;
import io.dkmio.repository.query.ExampleQueries;

import org.springframework.data.domain.Example;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Persistable;
import org.springframework.data.domain.Sort;
import org.springframework.data.repository.query.FluentQuery;
import org.springframework.util.Assert;

/**
 * The methods every repository has. Base classes of an application extend it, with a
 * constructor that takes the same.
 *
 * @param <T> the type of the items
 * @param <ID> the type of the ids
 * @since 1.0
 */
public class SimpleDynamoRepository<T, ID> implements DynamoRepository<T, ID> {

	private final Class<T> type;

	private final DynamoOperations operations;

	private final boolean consistentById;

	private final boolean consistentByIds;

	private final boolean consistentExists;

	private final ExampleQueries examples;

	private final CrudReads<T> reads;

	/**
	 * Creates a repository.
	 * @param information the type of the items
	 * @param operations reads and writes items
	 * @param options what the annotations of the repository say
	 */
	public SimpleDynamoRepository(DynamoEntityInformation<T, ID> information, DynamoOperations operations,
			CrudMethodOptions options) {
		Assert.notNull(information, "DynamoEntityInformation must not be null");
		Assert.notNull(operations, "DynamoOperations must not be null");
		Assert.notNull(options, "CrudMethodOptions must not be null");
		this.type = information.getJavaType();
		this.operations = operations;
		this.consistentById = options.isConsistent("findById");
		this.consistentByIds = options.isConsistent("findAllById");
		this.consistentExists = options.isConsistent("existsById");
		this.reads = new CrudReads<>(this.type, information.entity(), operations, options);
		this.examples = new ExampleQueries(operations, options.repository().getSimpleName(),
				(shape) -> options.options("findBy", shape));
	}

	/**
	 * How the methods are served.
	 */
	List<MethodPlan> plans() {
		return this.reads.plans();
	}

	@Override
	public <S extends T> S insert(S item) {
		return this.operations.insert(item);
	}

	@Override
	public <S extends T> S update(S item) {
		return this.operations.update(item);
	}

	@Override
	public <S extends T> S upsert(S item) {
		return this.operations.upsert(item);
	}

	@Override
	public void patch(ID id, Update update) {
		this.operations.patch(this.type, id, update);
	}

	@Override
	public T patchAndReturn(ID id, Update update) {
		return this.operations.patchAndReturn(this.type, id, update);
	}

	@Override
	public void check(ID id, Write write) {
		this.operations.check(this.type, id, write);
	}

	@Override
	public <S extends T> S save(S item) {
		Assert.notNull(item, "Item must not be null");
		return isNew(item) ? this.operations.insert(item) : this.operations.put(item);
	}

	private static boolean isNew(Object item) {
		return item instanceof Persistable<?> persistable && persistable.isNew();
	}

	@Override
	public <S extends T> List<S> saveAll(Iterable<S> items) {
		Assert.notNull(items, "Items must not be null");
		List<S> all = new ArrayList<>();
		items.forEach(all::add);
		List<S> created = all.stream().filter(SimpleDynamoRepository::isNew).toList();
		if (created.isEmpty()) {
			return this.operations.putAll(all);
		}
		Iterator<S> inserted = this.operations.insertAll(created).iterator();
		Iterator<S> replaced = this.operations.putAll(all.stream().filter((item) -> !isNew(item)).toList()).iterator();
		return all.stream().map((item) -> isNew(item) ? inserted.next() : replaced.next()).toList();
	}

	@Override
	public Optional<T> findById(ID id) {
		GetOperation<T> get = this.operations.get(this.type, id);
		return (this.consistentById ? get.consistent() : get).optional();
	}

	@Override
	public boolean existsById(ID id) {
		GetOperation<T> get = this.operations.get(this.type, id);
		return (this.consistentExists ? get.consistent() : get).exists();
	}

	@Override
	public List<T> findAll() {
		return this.reads.findAll().list(ReadCall.plain());
	}

	@Override
	public List<T> findAllById(Iterable<ID> ids) {
		Assert.notNull(ids, "Ids must not be null");
		BatchGetOperation<T> batch = this.operations.batchGet(this.type, ids);
		return (this.consistentByIds ? batch.consistent() : batch).list();
	}

	@Override
	public long count() {
		return this.reads.count().count(ReadCall.plain());
	}

	@Override
	public void deleteById(ID id) {
		this.operations.delete(this.type, id);
	}

	@Override
	public void delete(T item) {
		this.operations.delete(item);
	}

	@Override
	public void deleteAllById(Iterable<? extends ID> ids) {
		Assert.notNull(ids, "Ids must not be null");
		this.operations.deleteAllById(this.type, ids);
	}

	@Override
	public void deleteAll(Iterable<? extends T> items) {
		Assert.notNull(items, "Items must not be null");
		this.operations.deleteAll(items);
	}

	@Override
	public void deleteAll() {
		this.operations.deleteAllById(this.type, this.reads.deleteAll().list(ReadCall.plain()));
	}

	@Override
	public <S extends T> Optional<S> findOne(Example<S> example) {
		return this.examples.by(example).one();
	}

	@Override
	public <S extends T> List<S> findAll(Example<S> example) {
		return this.examples.by(example).all();
	}

	@Override
	public <S extends T> List<S> findAll(Example<S> example, Sort sort) {
		return this.examples.by(example).sortBy(sort).all();
	}

	@Override
	public <S extends T> Page<S> findAll(Example<S> example, Pageable pageable) {
		return this.examples.by(example).page(pageable);
	}

	@Override
	public <S extends T> long count(Example<S> example) {
		return this.examples.by(example).count();
	}

	@Override
	public <S extends T> boolean exists(Example<S> example) {
		return this.examples.by(example).exists();
	}

	@Override
	public <S extends T, R> R findBy(Example<S> example,
			Function<FluentQuery.FetchableFluentQuery<S>, R> queryFunction) {
		Assert.notNull(queryFunction, "Query function must not be null");
		return queryFunction.apply(this.examples.by(example));
	}

}
