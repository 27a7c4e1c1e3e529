package io.dkmio.repository.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import io.dkmio.core.DynamoOperations;
import io.dkmio.repository.MethodPlan;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.data.projection.ProjectionFactory;
import org.springframework.data.repository.query.Parameter;
import org.springframework.data.repository.query.Parameters;
import org.springframework.data.repository.query.QueryMethod;
import org.springframework.data.repository.query.RepositoryQuery;
import org.springframework.util.Assert;

/**
 * A method of a repository that updates or deletes one item, planned when the repository
 * is made by its {@link io.dkmio.repository.Update} or {@link io.dkmio.repository.Delete}
 * annotation. A call fills in its arguments and nothing else.
 *
 * @since 1.0
 */
public final class DynamoRepositoryWrite implements RepositoryQuery {

	private final DynamoQueryMethod method;

	private final MethodArguments arguments;

	private final Function<List<? extends @Nullable Object>, @Nullable Object> id;

	private final WriteAnswer answer;

	private final WriteCall call;

	private final MethodPlan plan;

	/**
	 * Plans a method.
	 * @param method the method
	 * @param operations writes
	 * @param projections makes projections
	 * @throws io.dkmio.UnservableQueryException if the method asks for what a write of
	 * one item cannot do
	 */
	public DynamoRepositoryWrite(DynamoQueryMethod method, DynamoOperations operations, ProjectionFactory projections) {
		Assert.notNull(method, "DynamoQueryMethod must not be null");
		Assert.notNull(operations, "DynamoOperations must not be null");
		Assert.notNull(projections, "ProjectionFactory must not be null");
		this.method = method;
		WriteDefinition.checkAnnotations(method);
		refuseSpecialParameters(method);
		this.arguments = new MethodArguments(method);
		Set<Integer> used;
		Parameter whole = wholeId(method);
		if (whole != null) {
			int position = method.argument(whole);
			this.id = (arguments) -> arguments.get(position);
			used = Set.of(position);
		}
		else {
			KeyArguments key = KeyArguments.named(method);
			this.id = key::id;
			used = Set.copyOf(key.positions().values());
		}
		this.answer = WriteAnswer.of(method, projections);
		if (method.isWriteTransaction() && this.answer.kind() != WriteAnswer.Kind.NOTHING) {
			throw method.refused("it is a transaction, which returns nothing before it commits",
					"Return nothing, or leave @WriteTransaction out: one write is done or not as it is");
		}
		WriteDefinition definition = WriteDefinition.of(method, used);
		this.call = definition.plan(operations, this.answer, this.arguments.count());
		this.plan = definition.describe(this.call);
	}

	private static void refuseSpecialParameters(DynamoQueryMethod method) {
		Parameters<?, ?> parameters = method.getParameters();
		if (parameters.getNumberOfParameters() > parameters.getBindableParameters().getNumberOfParameters()) {
			throw method.refused("it writes one item, so that there is nothing to sort, to limit or to page",
					"Leave out the parameters that are no values");
		}
	}

	/**
	 * The parameter that is a whole id of several properties.
	 */
	private static @Nullable Parameter wholeId(DynamoQueryMethod method) {
		if (method.entity().getRequiredKey().properties().size() < 2) {
			return null;
		}
		List<Parameter> found = new ArrayList<>();
		for (Parameter parameter : method.getParameters().getBindableParameters()) {
			if (parameter.getType() == method.idType()) {
				found.add(parameter);
			}
		}
		return (found.size() == 1) ? found.get(0) : null;
	}

	@Override
	public @Nullable Object execute(@Nullable Object[] parameters) {
		List<? extends @Nullable Object> values = this.arguments.call(parameters).arguments();
		Object id = this.id.apply(values);
		Assert.notNull(id, "Id must not be null");
		try {
			return this.answer.of(this.call.execute(id, values));
		}
		catch (EmptyResultDataAccessException ex) {
			if (this.answer.kind() == WriteAnswer.Kind.OPTIONAL) {
				return null;
			}
			throw ex;
		}
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
