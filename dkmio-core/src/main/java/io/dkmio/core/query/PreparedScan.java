package io.dkmio.core.query;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.dkmio.core.convert.DynamoConverter;
import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.Condition;
import io.dkmio.core.expression.ExpressionClauses;
import io.dkmio.core.expression.Expressions;
import io.dkmio.core.expression.PreparedExpressions;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.Select;

/**
 * A planned scan whose expressions are rendered: a call only fills in its values.
 *
 * @since 1.0
 */
public final class PreparedScan {

	private final TableScan plan;

	private final PreparedExpressions expressions;

	private final Set<String> positionAttributes;

	private final CursorBinding cursorBinding;

	/** What the requests of all calls have in common. */
	private final ScanRequest template;

	private final @Nullable Expressions fixed;

	/**
	 * Prepares a scan.
	 * @param plan the plan
	 * @param converter converts values
	 */
	public PreparedScan(TableScan plan, DynamoConverter converter) {
		this.plan = plan;
		KeyPath table = KeyPath.of(plan.type()).get(0);
		this.positionAttributes = table.keyNames(plan.type().getRequiredTable());
		this.cursorBinding = new CursorBinding(plan);
		PropertyPaths paths = new PropertyPaths(plan.types(), converter);
		List<AttributePath> selected = (plan.shape().answer() == QueryShape.Answer.ITEMS)
				? Selection.paths(plan.shape(), table, Condition.always(), paths) : List.of();
		this.expressions = ExpressionClauses.none()
			.withFilter(plan.filter().isAlways() ? null : plan.filter())
			.withProjection(selected)
			.prepare(paths, paths);
		this.fixed = this.expressions.fixed();
		this.template = template();
	}

	private ScanRequest template() {
		QueryShape shape = this.plan.shape();
		ScanRequest.Builder request = ScanRequest.builder()
			.tableName(shape.type().getRequiredTable().name())
			.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
		if (shape.answer() != QueryShape.Answer.ITEMS) {
			request.select(Select.COUNT);
		}
		if (shape.consistent()) {
			request.consistentRead(true);
		}
		if (this.fixed != null) {
			express(request, this.fixed);
		}
		return request.build();
	}

	private static void express(ScanRequest.Builder request, Expressions expressions) {
		request.filterExpression(expressions.filter()).projectionExpression(expressions.projection());
		if (!expressions.names().isEmpty()) {
			request.expressionAttributeNames(expressions.names());
		}
	}

	/**
	 * Whether DynamoDB leaves out items it has read.
	 * @return {@code true} if there is a filter
	 */
	public boolean isFiltered() {
		return !this.plan.filter().isAlways();
	}

	/**
	 * What cursors are good for.
	 * @return the binding
	 */
	public CursorBinding cursorBinding() {
		return this.cursorBinding;
	}

	/**
	 * The position right after an item.
	 * @param item the item
	 * @return the key attributes of the table
	 */
	public Map<String, AttributeValue> positionAfter(Map<String, AttributeValue> item) {
		return KeyPath.position(this.positionAttributes, item);
	}

	/**
	 * The request of a call, without limit, start and segment.
	 * @param arguments the arguments
	 * @return the request, or {@code null} if no item can meet what is asked
	 */
	@SuppressWarnings("ReferenceEquality") // names that were not rendered anew are the
											// same map
	public @Nullable ScanRequest bind(List<? extends @Nullable Object> arguments) {
		Expressions bound = this.expressions.bind(arguments);
		if (bound.isNever()) {
			return null;
		}
		if (this.fixed != null && bound.names() == this.fixed.names() && bound.values().isEmpty()) {
			return this.template;
		}
		ScanRequest.Builder request = this.template.toBuilder();
		if (!bound.values().isEmpty()) {
			request.expressionAttributeValues(bound.values());
		}
		if (this.fixed == null || bound.names() != this.fixed.names()) {
			express(request, bound);
		}
		return request.build();
	}

}
