package io.dkmio.core.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.dkmio.core.convert.DynamoConverter;
import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.AttributeCriteria;
import io.dkmio.core.expression.Condition;
import io.dkmio.core.expression.Conditions;
import io.dkmio.core.expression.ExpressionClauses;
import io.dkmio.core.expression.Expressions;
import io.dkmio.core.expression.Operand;
import io.dkmio.core.expression.PreparedExpressions;
import io.dkmio.core.mapping.KeyComponent;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.Select;

/**
 * A planned query whose expressions are rendered: a call only computes its keys and fills
 * in its values.
 *
 * @since 1.0
 */
public final class PreparedQuery {

	private final KeyQuery plan;

	private final KeyValues keyValues;

	private final int parameters;

	private final PreparedExpressions expressions;

	private final Set<String> positionAttributes;

	/**
	 * Prepares a query.
	 * @param plan the plan
	 * @param converter converts values
	 * @param parameters how many arguments a call has
	 */
	public PreparedQuery(KeyQuery plan, DynamoConverter converter, int parameters) {
		this.plan = plan;
		this.keyValues = new KeyValues(converter);
		this.parameters = parameters;
		this.positionAttributes = plan.path().keyNames(plan.type().getRequiredTable());
		PropertyPaths paths = new PropertyPaths(plan.type(), converter);
		this.expressions = ExpressionClauses.none()
			.withKeyCondition(keyCondition())
			.withFilter(plan.filter().isAlways() ? null : plan.filter())
			.withProjection(plan.shape().select())
			.prepare(paths, paths);
	}

	/**
	 * The key condition over the key attributes, with parameters after those of the call.
	 */
	private Condition keyCondition() {
		List<Condition> conditions = new ArrayList<>();
		int parameter = this.parameters;
		for (KeyComponent component : this.plan.path().partitionKey()) {
			conditions.add(attribute(component).eq(Operand.parameter(parameter++)));
		}
		for (SortTerm term : this.plan.sort()) {
			AttributeCriteria attribute = attribute(term.component());
			Operand first = Operand.parameter(parameter++);
			switch (term.operator()) {
				case EQUAL -> conditions.add(attribute.eq(first));
				case PREFIX, STARTS_WITH -> conditions.add(attribute.beginsWith(first));
				case RANGE -> {
					boolean between = term.component() instanceof KeyComponent.Composed
							|| (term.lower() != null && term.upper() != null);
					conditions.add(between ? attribute.between(first, Operand.parameter(parameter++))
							: open(attribute, term, first));
				}
			}
		}
		return Condition.allOf(conditions);
	}

	private static Condition open(AttributeCriteria attribute, SortTerm term, Operand bound) {
		if (term.lower() != null) {
			return term.lower().inclusive() ? attribute.gte(bound) : attribute.gt(bound);
		}
		boolean inclusive = term.upper() != null && term.upper().inclusive();
		return inclusive ? attribute.lte(bound) : attribute.lt(bound);
	}

	private static AttributeCriteria attribute(KeyComponent component) {
		return Conditions.attribute(AttributePath.of(component.attribute().name()));
	}

	/**
	 * The plan.
	 * @return the plan
	 */
	public KeyQuery plan() {
		return this.plan;
	}

	/**
	 * The attributes that make up a position in the result.
	 * @return the key attributes of the table and of the index
	 */
	public Set<String> positionAttributes() {
		return this.positionAttributes;
	}

	/**
	 * The request of a call, without limit and start.
	 * @param arguments the arguments
	 * @return the request, or {@code null} if no item can meet what is asked
	 */
	public QueryRequest.@Nullable Builder bind(List<? extends @Nullable Object> arguments) {
		List<@Nullable Object> all = new ArrayList<>(arguments);
		List<List<Operand>> partition = this.plan.partition();
		for (int i = 0; i < partition.size(); i++) {
			all.add(this.keyValues.full(this.plan.path().partitionKey().get(i), partition.get(i), arguments));
		}
		for (SortTerm term : this.plan.sort()) {
			List<AttributeValue> values = this.keyValues.sort(term, arguments);
			if (values == null) {
				return null;
			}
			all.addAll(values);
		}
		Expressions bound = this.expressions.bind(all);
		return bound.isNever() ? null : request(bound);
	}

	private QueryRequest.Builder request(Expressions bound) {
		QueryShape shape = this.plan.shape();
		QueryRequest.Builder request = QueryRequest.builder()
			.tableName(shape.type().getRequiredTable().name())
			.keyConditionExpression(bound.keyCondition())
			.expressionAttributeNames(bound.names())
			.expressionAttributeValues(bound.values())
			.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
		if (this.plan.path().index() != null) {
			request.indexName(this.plan.path().index().physicalName());
		}
		if (bound.filter() != null) {
			request.filterExpression(bound.filter());
		}
		if (shape.answer() == QueryShape.Answer.COUNT) {
			request.select(Select.COUNT);
		}
		else if (bound.projection() != null) {
			request.projectionExpression(bound.projection());
		}
		if (!this.plan.isForward()) {
			request.scanIndexForward(false);
		}
		if (shape.consistent()) {
			request.consistentRead(true);
		}
		return request;
	}

}
