package io.dkmio.repository.query;

import java.util.function.Function;

import io.dkmio.core.DynamoOperations;
import io.dkmio.core.ReadCall;
import io.dkmio.repository.MethodPlan;
import io.dkmio.repository.Query;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Pageable;
import org.springframework.data.projection.ProjectionFactory;
import org.springframework.data.repository.query.QueryMethod;
import org.springframework.data.repository.query.RepositoryQuery;
import org.springframework.util.Assert;

/**
 * A method of a repository, planned when the repository is made: by its {@link Query}
 * annotation, or else by its name. A call fills in its arguments and nothing else.
 *
 * @since 1.0
 */
public final class DynamoRepositoryQuery implements RepositoryQuery {

	private final DynamoQueryMethod method;

	private final MethodArguments arguments;

	private final @Nullable Integer limit;

	private final MethodReads reads;

	private final boolean plain;

	private final DynamoQueryExecution execution;

	private final MethodPlan plan;

	/**
	 * Plans a method.
	 * @param method the method
	 * @param operations reads
	 * @param projections makes projections
	 * @throws io.dkmio.UnservableQueryException if the method asks for what no key can
	 * serve, or DynamoDB cannot do
	 */
	public DynamoRepositoryQuery(DynamoQueryMethod method, DynamoOperations operations, ProjectionFactory projections) {
		Assert.notNull(method, "DynamoQueryMethod must not be null");
		Assert.notNull(operations, "DynamoOperations must not be null");
		Assert.notNull(projections, "ProjectionFactory must not be null");
		this.method = method;
		this.arguments = new MethodArguments(method);
		Query annotation = method.annotation();
		QueryDefinition definition = (annotation != null) ? AnnotatedDefinition.of(method, annotation)
				: DerivedDefinition.of(method);
		this.limit = definition.limit();
		this.execution = QueryExecutions.of(method, definition, operations);
		this.plain = this.arguments.isPlain();
		this.reads = new MethodReads(method, operations, mappings(projections), definition, this.arguments.count());
		this.plan = new MethodPlanner(method, definition).plan(this.reads.base(), this.execution);
	}

	private Function<Class<?>, ResultMapping> mappings(ProjectionFactory projections) {
		return (this.execution instanceof DeleteExecution delete) ? (type) -> delete.mapping(this.method)
				: new ResultMappings(this.method, projections, this.method.context())::of;
	}

	@Override
	public @Nullable Object execute(@Nullable Object[] parameters) {
		MethodRead read = this.plain ? this.reads.base()
				: this.reads.of(this.arguments.sort(parameters), this.arguments.projection(parameters));
		Pageable pageable = this.arguments.pageable(parameters);
		ReadCall call = this.arguments.call(parameters).withPosition(this.arguments.position(parameters));
		return this.execution.execute(read, call, this.arguments.limit(parameters, this.limit), pageable);
	}

	@Override
	public QueryMethod getQueryMethod() {
		return this.method;
	}

	/**
	 * How the method is served.
	 * @return the plan
	 */
	public MethodPlan plan() {
		return this.plan;
	}

}
