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
		if (execution instanceof DeleteExecution delete && delete.isDirect()) {
			return new MethodPlan(plan.method(), "DeleteItem", plan.table(), null, plan.keyCondition(), "", List.of(),
					Cost.ITEM, List.of(), "DeleteItem " + plan.table() + " " + plan.keyCondition());
		}
		List<String> warnings = new ArrayList<>(plan.warnings());
		Cost cost = plan.cost();
		if (read.total() != null) {
			warnings.add("counts all items to give the total (" + read.total().plan().describe() + ")");
			cost = (cost == Cost.LIMITED) ? Cost.PARTITION : cost;
		}
		if (this.definition.subject() == QueryDefinition.Subject.DELETE) {
			warnings.add("reads " + (read.mapping().isIdentity() ? "items" : "keys") + ", and deletes them in batches");
		}
		else if (!read.mapping().isIdentity() && read.mapping().select().isEmpty()) {
			warnings.add("an open projection reads whole items");
		}
		return new MethodPlan(plan.method(), plan.operation(), plan.table(), plan.index(), plan.keyCondition(),
				plan.filter(), plan.projection(), cost, warnings, plan.description());
	}

	/**
	 * Whether the caller limits how many items are returned.
	 */
	private boolean isLimited(MethodRead read) {
		if (this.definition.subject() != QueryDefinition.Subject.FIND) {
			return this.definition.subject() == QueryDefinition.Subject.EXISTS;
		}
		Parameters<?, ?> parameters = this.method.getParameters();
		boolean several = this.method.isCollectionQuery() || this.method.isStreamQuery();
		return !several || this.definition.limit() != null || parameters.hasLimitParameter()
				|| parameters.hasPageableParameter() || read.items().plan() instanceof KeyRead;
	}

}
