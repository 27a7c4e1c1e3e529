package io.dkmio.repository.support;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.dkmio.core.DynamoOperations;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.repository.MethodPlan;
import io.dkmio.repository.query.DynamoQueryMethod;
import io.dkmio.repository.query.DynamoRepositoryQuery;
import io.dkmio.repository.query.DynamoRepositoryWrite;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.repository.core.RepositoryInformation;
import org.springframework.data.repository.core.RepositoryMetadata;
import org.springframework.data.repository.core.support.RepositoryFactorySupport;
import org.springframework.data.repository.query.QueryLookupStrategy;
import org.springframework.data.repository.query.ValueExpressionDelegate;
import org.springframework.util.Assert;

/**
 * Makes repositories, and plans their methods while it does.
 *
 * <pre class="code">
 * OrderRepository orders = new DynamoRepositoryFactory(template).getRepository(OrderRepository.class);
 * </pre>
 *
 * @since 1.0
 */
public class DynamoRepositoryFactory extends RepositoryFactorySupport {

	private final DynamoOperations operations;

	private final DynamoMappingContext context;

	private final RepositoryTransactions transactions;

	private final Map<Class<?>, List<MethodPlan>> plans = new LinkedHashMap<>();

	/**
	 * Creates a factory.
	 * @param operations reads and writes items
	 */
	@SuppressWarnings("this-escape") // a setter of the superclass alone
	public DynamoRepositoryFactory(DynamoOperations operations) {
		Assert.notNull(operations, "DynamoOperations must not be null");
		this.operations = operations;
		this.context = operations.getConverter().getMappingContext();
		this.transactions = new RepositoryTransactions(operations);
		addRepositoryProxyPostProcessor(this.transactions);
	}

	@Override
	public void setBeanFactory(BeanFactory beanFactory) {
		super.setBeanFactory(beanFactory);
		this.transactions.setBeanFactory(beanFactory);
	}

	@Override
	public DynamoEntityInformation<?, ?> getEntityInformation(RepositoryMetadata metadata) {
		refuseFamily(metadata);
		return new DynamoEntityInformation<>(metadata.getDomainType(), metadata.getIdType(),
				this.operations.getConverter());
	}

	/**
	 * What several types of items extend has no key and no table of its own.
	 */
	private void refuseFamily(RepositoryMetadata metadata) {
		Class<?> type = metadata.getDomainType();
		List<String> items = this.context.getConcreteTypes(type)
			.stream()
			.filter((each) -> each.isItem() && each.getType() != type)
			.map((each) -> each.getType().getSimpleName())
			.toList();
		DynamoPersistentEntity<?> entity = this.context.getPersistentEntity(type);
		if (!items.isEmpty() && (entity == null || !entity.isItem())) {
			throw new InvalidDataAccessApiUsageException(metadata.getRepositoryInterface().getSimpleName()
					+ " cannot be a repository of " + type.getSimpleName()
					+ ": that has no key of its own, and the items that extend it (" + String.join(", ", items)
					+ ") may have different ones. Make it a repository of one of those; methods that read a whole"
					+ " partition may return List<" + type.getSimpleName() + ">.");
		}
	}

	@Override
	protected Class<?> getRepositoryBaseClass(RepositoryMetadata metadata) {
		return SimpleDynamoRepository.class;
	}

	@Override
	protected Object getTargetRepository(RepositoryInformation information) {
		CrudMethodOptions options = new CrudMethodOptions(information.getRepositoryInterface());
		Object target = getTargetRepositoryViaReflection(information, getEntityInformation(information),
				this.operations, options);
		if (target instanceof SimpleDynamoRepository<?, ?> repository) {
			add(information.getRepositoryInterface(), repository.plans());
		}
		return target;
	}

	@Override
	protected Optional<QueryLookupStrategy> getQueryLookupStrategy(QueryLookupStrategy.@Nullable Key key,
			ValueExpressionDelegate valueExpressionDelegate) {
		return Optional.of((method, metadata, projections, namedQueries) -> {
			DynamoQueryMethod declared = new DynamoQueryMethod(method, metadata, projections, this.context);
			if (declared.isWrite()) {
				DynamoRepositoryWrite write = new DynamoRepositoryWrite(declared, this.operations, projections);
				add(metadata.getRepositoryInterface(), List.of(write.plan()));
				return write;
			}
			DynamoRepositoryQuery query = new DynamoRepositoryQuery(declared, this.operations, projections);
			add(metadata.getRepositoryInterface(), List.of(query.plan()));
			return query;
		});
	}

	private void add(Class<?> repository, List<MethodPlan> added) {
		synchronized (this.plans) {
			this.plans.computeIfAbsent(repository, (type) -> new ArrayList<>()).addAll(added);
		}
	}

	/**
	 * How the methods of a repository are served, once it was made.
	 * @param repository the interface
	 * @return the plans in order of the methods' names
	 */
	public List<MethodPlan> plans(Class<?> repository) {
		Assert.notNull(repository, "Repository must not be null");
		synchronized (this.plans) {
			return this.plans.getOrDefault(repository, List.of())
				.stream()
				.sorted(Comparator.comparing(MethodPlan::method))
				.toList();
		}
	}

}
