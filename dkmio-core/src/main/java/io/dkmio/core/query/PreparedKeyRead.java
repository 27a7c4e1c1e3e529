package io.dkmio.core.query;

import java.util.List;
import java.util.Map;

import io.dkmio.core.convert.DynamoConverter;
import io.dkmio.core.expression.ConditionEvaluator;
import io.dkmio.core.expression.Expressions;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * A planned read of one item, ready for its values.
 *
 * @since 1.0
 */
public final class PreparedKeyRead {

	private final KeyRead plan;

	private final KeyValues keyValues;

	private final PropertyPaths paths;

	/** What the requests of all calls have in common. */
	private final GetItemRequest template;

	/**
	 * Prepares a read.
	 * @param plan the plan
	 * @param converter converts values
	 */
	public PreparedKeyRead(KeyRead plan, DynamoConverter converter) {
		this.plan = plan;
		this.keyValues = new KeyValues(converter);
		this.paths = new PropertyPaths(plan.type(), converter);
		this.template = template();
	}

	private GetItemRequest template() {
		GetItemRequest.Builder request = GetItemRequest.builder()
			.tableName(this.plan.type().getRequiredTable().name())
			.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
		if (this.plan.shape().consistent()) {
			request.consistentRead(true);
		}
		Expressions projection = Selection.of(this.plan.shape(), this.plan.path(), this.plan.residual(), this.paths);
		if (projection != null) {
			request.projectionExpression(projection.projection()).expressionAttributeNames(projection.names());
		}
		return request.build();
	}

	/**
	 * The request of a call.
	 * @param arguments the arguments
	 * @return the request, to be built
	 */
	public GetItemRequest.Builder bind(List<? extends @Nullable Object> arguments) {
		return this.template.toBuilder()
			.key(this.keyValues.key(this.plan.path(), this.plan.partition(), this.plan.sort(), arguments));
	}

	/**
	 * Whether the item that was read meets what the key does not say.
	 * @param item the item
	 * @param arguments the arguments
	 * @return {@code true} if it does
	 */
	public boolean accepts(Map<String, AttributeValue> item, List<? extends @Nullable Object> arguments) {
		return this.plan.residual().isAlways()
				|| ConditionEvaluator.of(this.plan.residual().bind(arguments), this.paths, this.paths).test(item);
	}

}
