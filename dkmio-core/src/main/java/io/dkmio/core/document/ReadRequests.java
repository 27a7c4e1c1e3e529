package io.dkmio.core.document;

import java.util.Map;

import io.dkmio.core.expression.ExpressionClauses;
import io.dkmio.core.expression.Expressions;
import io.dkmio.core.expression.PathResolver;
import io.dkmio.core.expression.ValueEncoder;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.Select;

/**
 * The requests of one read. The expressions are rendered once.
 */
final class ReadRequests {

	private final ReadSpec spec;

	private final boolean count;

	private final Expressions expressions;

	ReadRequests(ReadSpec spec, ValueEncoder encoder, boolean count) {
		this.spec = spec;
		this.count = count;
		this.expressions = ExpressionClauses.none()
			.withKeyCondition(spec.key())
			.withFilter(spec.filter().isAlways() ? null : spec.filter())
			.withProjection(spec.projection())
			.render(PathResolver.identity(), encoder);
	}

	/**
	 * Whether no item can be found, so that nothing is to be sent.
	 */
	boolean isNever() {
		return this.expressions.isNever();
	}

	Expressions expressions() {
		return this.expressions;
	}

	QueryRequest query(Map<String, AttributeValue> start, @Nullable Integer limit) {
		QueryRequest.Builder request = QueryRequest.builder()
			.tableName(this.spec.source().table().name())
			.indexName(this.spec.source().physicalIndex())
			.keyConditionExpression(this.expressions.keyCondition())
			.filterExpression(this.expressions.filter())
			.expressionAttributeNames(this.expressions.names())
			.expressionAttributeValues(this.expressions.values())
			.projectionExpression(this.expressions.projection())
			.limit(limit)
			.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
		if (this.spec.backwards()) {
			request.scanIndexForward(false);
		}
		if (this.spec.consistent()) {
			request.consistentRead(true);
		}
		if (this.count) {
			request.select(Select.COUNT);
		}
		if (!start.isEmpty()) {
			request.exclusiveStartKey(start);
		}
		return request.build();
	}

	ScanRequest scan(int segment, Map<String, AttributeValue> start, @Nullable Integer limit) {
		ScanRequest.Builder request = ScanRequest.builder()
			.tableName(this.spec.source().table().name())
			.indexName(this.spec.source().physicalIndex())
			.filterExpression(this.expressions.filter())
			.projectionExpression(this.expressions.projection())
			.limit(limit)
			.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
		if (!this.expressions.names().isEmpty()) {
			request.expressionAttributeNames(this.expressions.names());
		}
		if (!this.expressions.values().isEmpty()) {
			request.expressionAttributeValues(this.expressions.values());
		}
		if (this.spec.segments() > 1) {
			request.segment(segment).totalSegments(this.spec.segments());
		}
		if (this.spec.consistent()) {
			request.consistentRead(true);
		}
		if (this.count) {
			request.select(Select.COUNT);
		}
		if (!start.isEmpty()) {
			request.exclusiveStartKey(start);
		}
		return request.build();
	}

	DocumentPlan plan() {
		return new DocumentPlan(this.spec.isQuery() ? "Query" : "Scan", this.spec.source().table().name(),
				this.spec.source().physicalIndex(), this.expressions.keyCondition(), this.expressions.filter(),
				this.expressions.projection(), this.expressions.names(), this.expressions.values(),
				this.spec.backwards(), this.spec.consistent(), this.spec.segments());
	}

}
