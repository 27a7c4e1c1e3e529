package io.dkmio.core.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

	private final CursorBinding cursorBinding;

	/** What the requests of all calls have in common. */
	private final QueryRequest template;

	private final @Nullable Expressions fixed;

	/**
	 * Prepares a query.
	 * @param plan the plan
	 * @param converter converts values
	 * @param parameters how many arguments a call has
	 */
	public PreparedQuery(KeyQuery plan, DynamoConverter converter, int parameters) {
		this.plan = plan;
		this.keyValues = new KeyValues(converter);
		this.parameters = plan.isFannedOut() ? parameters + 1 : parameters;
		this.positionAttributes = plan.path().keyNames(plan.type().getRequiredTable());
		this.cursorBinding = new CursorBinding(plan);
		PropertyPaths paths = new PropertyPaths(plan.types(), converter);
		this.expressions = ExpressionClauses.none()
			.withKeyCondition(keyCondition())
			.withFilter(plan.filter().isAlways() ? null : plan.filter())
			.withProjection(projection(plan, paths))
			.prepare(paths, paths);
		this.fixed = this.expressions.fixed();
		this.template = template();
	}

	private static List<AttributePath> projection(KeyQuery plan, PropertyPaths paths) {
		return (plan.shape().answer() == QueryShape.Answer.ITEMS)
				? Selection.paths(plan.shape(), plan.path(), Condition.always(), paths) : List.of();
	}

	private QueryRequest template() {
		QueryShape shape = this.plan.shape();
		QueryRequest.Builder request = QueryRequest.builder()
			.tableName(shape.type().getRequiredTable().name())
			.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
		if (this.plan.path().index() != null) {
			request.indexName(this.plan.path().index().physicalName());
		}
		if (shape.answer() != QueryShape.Answer.ITEMS) {
			request.select(Select.COUNT);
		}
		if (!this.plan.isForward()) {
			request.scanIndexForward(false);
		}
		if (shape.consistent()) {
			request.consistentRead(true);
		}
		if (this.fixed != null) {
			express(request, this.fixed);
		}
		return request.build();
	}

	private void express(QueryRequest.Builder request, Expressions expressions) {
		request.keyConditionExpression(expressions.keyCondition())
			.filterExpression(expressions.filter())
			.projectionExpression(expressions.projection())
			.expressionAttributeNames(expressions.names());
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
	 * The table or index that is read.
	 * @return the name of the index as DynamoDB knows it, or {@code null} for the table
	 */
	public @Nullable String indexName() {
		return this.template.indexName();
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
	 * @return the key attributes of the table and of the index
	 */
	public Map<String, AttributeValue> positionAfter(Map<String, AttributeValue> item) {
		return KeyPath.position(this.positionAttributes, item);
	}

	/**
	 * Whether a position is a whole one, and not just the beginning of a partition.
	 * @param position the position
	 * @return {@code true} if it names an item
	 */
	public boolean isAtItem(Map<String, AttributeValue> position) {
		return position.keySet().containsAll(this.positionAttributes);
	}

	/**
	 * Whether a position is in the partition of a request.
	 * @param position the position
	 * @param query the request
	 * @return {@code true} if it is
	 */
	public boolean isIn(Map<String, AttributeValue> position, BoundQuery query) {
		return KeyIdentity.contains(position, query.partition());
	}

	/**
	 * The request of a call.
	 * @param arguments the arguments
	 * @return the request, or {@code null} if no item can meet what is asked
	 */
	@SuppressWarnings("ReferenceEquality") // names that were not rendered anew are the
											// same map
	public @Nullable BoundQuery bind(List<? extends @Nullable Object> arguments) {
		List<@Nullable Object> all = new ArrayList<>(this.parameters + 4);
		all.addAll(arguments);
		List<KeyComponent> components = this.plan.path().partitionKey();
		Map<String, AttributeValue> partition = new LinkedHashMap<>(2 * components.size());
		for (int i = 0; i < components.size(); i++) {
			AttributeValue value = this.keyValues.full(components.get(i), this.plan.partition().get(i), arguments);
			partition.put(components.get(i).attribute().name(), value);
			all.add(value);
		}
		for (SortTerm term : this.plan.sort()) {
			List<AttributeValue> values = this.keyValues.sort(term, arguments);
			if (values == null) {
				return null;
			}
			all.addAll(values);
		}
		Expressions bound = this.expressions.bind(all);
		if (bound.isNever()) {
			return null;
		}
		QueryRequest.Builder request = this.template.toBuilder().expressionAttributeValues(bound.values());
		if (this.fixed == null || bound.names() != this.fixed.names()) {
			express(request, bound);
		}
		return new BoundQuery(request, bound.values(), partition);
	}

	/**
	 * The requests of a call, one for each of several values, in their order.
	 * @param arguments the arguments
	 * @return the requests, each once, without those no item can meet
	 */
	public List<BoundQuery> bindEach(List<? extends @Nullable Object> arguments) {
		KeyPredicate oneOf = this.plan.oneOf();
		if (oneOf == null) {
			throw new IllegalStateException("The plan is one request: " + this.plan.describe());
		}
		Map<Map<String, Object>, BoundQuery> requests = new LinkedHashMap<>();
		for (List<@Nullable Object> request : KeyValues.each(oneOf, arguments)) {
			BoundQuery bound = bind(request);
			if (bound != null) {
				requests.putIfAbsent(KeyIdentity.of(bound.values()), bound);
			}
		}
		return List.copyOf(requests.values());
	}

}
