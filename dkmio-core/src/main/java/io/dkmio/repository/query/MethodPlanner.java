package io.dkmio.repository.query;

import java.util.ArrayList;
import java.util.List;

import io.dkmio.core.query.KeyRead;
import io.dkmio.repository.MethodPlan;
import io.dkmio.repository.MethodPlan.Cost;

import org.springframework.data.repository.query.Parameters;

/**
 * Says how a method is served.
 */
final class MethodPlanner {

	private final DynamoQueryMethod method;

	private final QueryDefinition definition;

	MethodPlanner(DynamoQueryMethod method, QueryDefinition definition) {
		this.method = method;
		this.definition = definition;
	}

	MethodPlan plan(MethodRead read, DynamoQueryExecution execution) {
		MethodPlan plan = PlanDescription.of(this.method.describe(), read.items().plan(), isLimited(read));
		boolean together = this.method.isWriteTransaction();
		if (execution instanceof DeleteExecution delete && delete.isDirect()) {
			String operation = together ? "TransactWriteItems" : "DeleteItem";
			return new MethodPlan(plan.method(), operation, plan.table(), null, plan.keyCondition(), "", List.of(),
					Cost.ITEM, List.of(), operation + " " + plan.table() + " " + plan.keyCondition());
		}
		List<String> warnings = new ArrayList<>(plan.warnings());
		Cost cost = plan.cost();
		if (read.total() != null) {
			warnings.add("counts all items to give the total (" + read.total().plan().describe() + ")");
			cost = (cost == Cost.LIMITED) ? Cost.PARTITION : cost;
		}
		if (this.definition.subject() == QueryDefinition.Subject.DELETE) {
			String what = "reads " + (read.mapping().isIdentity() ? "items" : "keys") + ", and deletes ";
			warnings.add(what + (together ? "up to 100 together" : "them in batches"));
			if (together) {
				return PlanDescription.inWriteTransaction(plan, warnings);
			}
		}
		else if (!read.mapping().isIdentity() && read.mapping().select().isEmpty()) {
			warnings.add("an open projection reads whole items");
		}
		if (this.method.isReadTransaction()) {
			return inReadTransaction(plan, cost, warnings);
		}
		return new MethodPlan(plan.method(), plan.operation(), plan.table(), plan.index(), plan.keyCondition(),
				plan.filter(), plan.projection(), cost, warnings, plan.description());
	}

	/**
	 * Batches are read as of one moment, and nothing else is.
	 */
	private static MethodPlan inReadTransaction(MethodPlan plan, Cost cost, List<String> warnings) {
		boolean batch = "BatchGetItem".equals(plan.operation());
		if (!batch) {
			warnings.add("a transaction reads items by their keys, and this is read as it always is");
		}
		return new MethodPlan(plan.method(), batch ? "TransactGetItems" : plan.operation(), plan.table(), plan.index(),
				plan.keyCondition(), plan.filter(), plan.projection(), cost, warnings,
				batch ? plan.description().replaceFirst("BatchGetItem", "TransactGetItems") : plan.description());
	}

	/**
	 * Whether the caller limits how many items are read. What is made of a partition
	 * needs all of it.
	 */
	private boolean isLimited(MethodRead read) {
		if (this.definition.subject() != QueryDefinition.Subject.FIND) {
			return this.definition.subject() == QueryDefinition.Subject.EXISTS;
		}
		if (read.mapping().partition()) {
			return false;
		}
		Parameters<?, ?> parameters = this.method.getParameters();
		boolean several = this.method.isCollectionQuery() || this.method.isStreamQuery();
		return !several || this.definition.limit() != null || parameters.hasLimitParameter()
				|| parameters.hasPageableParameter() || read.items().plan() instanceof KeyRead;
	}

}
