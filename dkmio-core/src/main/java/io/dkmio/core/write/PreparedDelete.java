package io.dkmio.core.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.dkmio.core.convert.DynamoConverter;
import io.dkmio.core.convert.ItemKeys;
import io.dkmio.core.convert.ItemPaths;
import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.Condition;
import io.dkmio.core.expression.ExpressionClauses;
import io.dkmio.core.expression.Expressions;
import io.dkmio.core.expression.PreparedExpressions;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.util.Assert;

/**
 * A deletion of items of one type, planned once. Each call binds an id and arguments.
 * Safe for use by several threads.
 *
 * @since 1.0
 */
public final class PreparedDelete {

	private final DynamoPersistentEntity<?> type;

	private final WriteTerms terms;

	private final int arguments;

	private final ItemKeys keys;

	private final BoundConditions conditions;

	private final PreparedExpressions expressions;

	PreparedDelete(DynamoPersistentEntity<?> type, DynamoConverter converter, WriteTerms terms, boolean mustExist,
			int arguments) {
		this.type = type;
		this.terms = terms;
		this.arguments = arguments;
		this.keys = converter.keys(type.getType());
		ItemPaths paths = new ItemPaths(type, converter);
		AttributePath partitionKey = AttributePath.of(type.getRequiredTable().partitionKey().name());
		this.conditions = new BoundConditions(parts(terms, mustExist, partitionKey), paths, paths, partitionKey);
		this.expressions = ExpressionClauses.none().withCondition(this.conditions.join()).prepare(paths, paths);
	}

	private static List<WriteCondition.Part> parts(WriteTerms terms, boolean mustExist, AttributePath partitionKey) {
		List<WriteCondition.Part> parts = new ArrayList<>();
		if (mustExist) {
			parts.add(new WriteCondition.Part(WriteCondition.Meaning.EXISTS, null, new Condition.Exists(partitionKey)));
		}
		for (NamedCondition named : terms.conditions()) {
			parts.add(new WriteCondition.Part(WriteCondition.Meaning.APPLICATION, named.name(), named.condition()));
		}
		return parts;
	}

	/**
	 * Plans a call.
	 * @param id the id of the item
	 * @param arguments the arguments, as many as were announced
	 * @return the write
	 */
	public WriteAction.Delete bind(Object id, List<? extends @Nullable Object> arguments) {
		Assert.notNull(id, "Id must not be null");
		Assert.isTrue(arguments.size() == this.arguments,
				() -> this.arguments + " arguments are expected, not " + arguments.size());
		Map<String, AttributeValue> key = this.keys.ofId(id);
		Expressions bound = this.expressions.bind(arguments);
		return new WriteAction.Delete(this.type, key, this.conditions.of(bound, arguments), this.terms.returning());
	}

	/** Says what is deleted, in property names and without values. */
	@Override
	public String toString() {
		return "delete " + this.type.getType().getSimpleName()
				+ (this.conditions.isEmpty() ? "" : " if " + this.conditions.join());
	}

}
