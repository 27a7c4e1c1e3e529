package io.dkmio.repository.support;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.dkmio.core.DynamoOperations;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.repository.MethodPlan;
import io.dkmio.repository.query.DynamoQueryMethod;
import io.dkmio.repository.query.DynamoRepositoryQuery;
import org.jspecify.annotations.Nullable;

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

	private final Map<Class<?>, List<MethodPlan>> plans = new LinkedHashMap<>();

	/**
	 * Creates a factory.
	 * @param operations reads and writes items
	 */
	public DynamoRepositoryFactory(DynamoOperations operations) {
		Assert.notNull(operations, "DynamoOperations must not be null");
		this.operations = operations;
		this.context = operations.getConverter().getMappingContext();
	}

	@Override
	public DynamoEntityInformation<?, ?> getEntityInformation(RepositoryMetadata metadata) {
		return new DynamoEntityInformation<>(metadata.getDomainType(), metadata.getIdType(),
				this.operations.getConverter());
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
			DynamoRepositoryQuery query = new DynamoRepositoryQuery(
					new DynamoQueryMethod(method, metadata, projections, this.context), this.operations, projections);
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
