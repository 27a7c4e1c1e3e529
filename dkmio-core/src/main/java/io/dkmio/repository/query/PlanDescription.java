package io.dkmio.repository.query;

import java.util.ArrayList;
import java.util.List;

import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.Condition;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.mapping.KeyComponent;
import io.dkmio.core.query.AccessPath;
import io.dkmio.core.query.KeyBatch;
import io.dkmio.core.query.KeyQuery;
import io.dkmio.core.query.KeyRead;
import io.dkmio.core.query.QueryShape;
import io.dkmio.core.query.TableScan;
import io.dkmio.repository.MethodPlan;
import io.dkmio.repository.MethodPlan.Cost;
import org.jspecify.annotations.Nullable;

/**
 * Turns access paths into plans for people.
 */
public final class PlanDescription {

	private PlanDescription() {
	}

	/**
	 * Describes how a method is served.
	 * @param method the method
	 * @param path how it is served
	 * @param limited whether the caller limits what is returned
	 * @return the plan
	 */
	public static MethodPlan of(String method, AccessPath path, boolean limited) {
		List<String> warnings = new ArrayList<>();
		if (path instanceof KeyQuery query) {
			if (query.isFannedOut()) {
				warnings.add("sends a request for each value");
			}
			return plan(method, path, query.shape(), "Query", query.keyCondition(), query.filter(),
					(limited && query.filter().isAlways()) ? Cost.LIMITED : Cost.PARTITION, warnings);
		}
		if (path instanceof TableScan scan) {
			warnings.add("reads the whole table");
			return plan(method, path, scan.shape(), "Scan", "", scan.filter(), Cost.TABLE, warnings);
		}
		if (path instanceof KeyBatch batch) {
			return plan(method, path, batch.shape(), "BatchGetItem", key(path), batch.residual(), Cost.ITEMS, warnings);
		}
		Condition residual = (path instanceof KeyRead read) ? read.residual() : Condition.always();
		QueryShape shape = (path instanceof KeyRead read) ? read.shape() : QueryShape.of(path.type());
		return plan(method, path, shape, "GetItem", key(path), residual, Cost.ITEM, warnings);
	}

	private static MethodPlan plan(String method, AccessPath path, QueryShape shape, String operation, String key,
			Condition filter, Cost cost, List<String> warnings) {
		if (!filter.isAlways()) {
			warnings.add("reads what the filter leaves out");
		}
		return new MethodPlan(method, operation, path.type().getRequiredTable().name(), index(path), key,
				filter.isAlways() ? "" : filter.toString(),
				shape.select().stream().map(AttributePath::toString).toList(), cost, warnings, path.describe());
	}

	/**
	 * The plan of a method that deletes what it reads, together.
	 * @param plan how it reads
	 * @param warnings what one should know
	 * @return the plan of the transaction
	 */
	public static MethodPlan inWriteTransaction(MethodPlan plan, List<String> warnings) {
		return new MethodPlan(plan.method(), "TransactWriteItems", plan.table(), plan.index(), plan.keyCondition(),
				plan.filter(), plan.projection(), plan.cost(), warnings,
				plan.description() + " then TransactWriteItems");
	}

	private static @Nullable String index(AccessPath path) {
		return (path instanceof KeyQuery query && query.path().index() != null) ? query.path().index().name() : null;
	}

	private static String key(AccessPath path) {
		return key(path.type());
	}

	/**
	 * What says which item of a type is meant.
	 */
	static String key(DynamoPersistentEntity<?> type) {
		return String.join(" AND ",
				type.getRequiredKey()
					.components()
					.stream()
					.map(KeyComponent::attribute)
					.map((attribute) -> attribute.name() + " = ?")
					.toList());
	}

}
