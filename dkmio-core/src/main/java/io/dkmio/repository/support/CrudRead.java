package io.dkmio.repository.support;

import io.dkmio.UnservableQueryException;
import io.dkmio.core.DynamoOperations;
import io.dkmio.core.PreparedRead;
import io.dkmio.core.ReadDefinition;
import io.dkmio.core.query.QueryShape;
import io.dkmio.repository.MethodPlan;
import io.dkmio.repository.query.PlanDescription;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A read of a method every repository has. Nobody asked for the method, so that one no
 * key serves is refused when it is called, not when the application starts.
 *
 * @param <T> the type of the items
 */
final class CrudRead<T> {

	private final String method;

	private final String table;

	private final @Nullable PreparedRead<T> read;

	private final @Nullable UnservableQueryException refusal;

	private CrudRead(String method, String table, @Nullable PreparedRead<T> read,
			@Nullable UnservableQueryException refusal) {
		this.method = method;
		this.table = table;
		this.read = read;
		this.refusal = refusal;
	}

	/**
	 * Plans a read.
	 * @param method the method with its parameters
	 */
	static <T> CrudRead<T> plan(String method, DynamoOperations operations, Class<T> type, QueryShape shape) {
		String table = shape.type().getRequiredTable().name();
		try {
			ReadDefinition<T> definition = ReadDefinition.of(type, shape)
				.withRepositoryMethod(method.substring(0, method.indexOf('(')));
			return new CrudRead<>(method, table, operations.prepare(definition), null);
		}
		catch (UnservableQueryException ex) {
			return new CrudRead<>(method, table, null, ex);
		}
	}

	/**
	 * The read.
	 * @throws UnservableQueryException if no key serves it
	 */
	PreparedRead<T> required() {
		UnservableQueryException refusal = this.refusal;
		if (refusal != null) {
			throw new UnservableQueryException(this.method + ": " + refusal.getQuery(), refusal.getReason(),
					refusal.getAdvice());
		}
		PreparedRead<T> read = this.read;
		if (read == null) {
			throw new IllegalStateException("Neither planned nor refused");
		}
		return read;
	}

	MethodPlan plan() {
		UnservableQueryException refusal = this.refusal;
		if (refusal != null) {
			return new MethodPlan(this.method, "none", this.table, null, "", "", List.of(), MethodPlan.Cost.REFUSED,
					List.of(String.valueOf(refusal.getMessage())), "refused when it is called");
		}
		return PlanDescription.of(this.method, required().plan(), false);
	}

}
