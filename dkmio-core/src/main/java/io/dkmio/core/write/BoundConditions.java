package io.dkmio.core.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.dkmio.core.convert.ItemPaths;
import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.Condition;
import io.dkmio.core.expression.Expressions;
import io.dkmio.core.expression.PathResolver;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a write that is planned once: each call binds its arguments.
 */
final class BoundConditions {

	/** DynamoDB has no expression for "never", and the item must come back. */
	private static final String NEVER = "attribute_exists(#never) AND attribute_not_exists(#never)";

	private final List<WriteCondition.Part> parts;

	private final PathResolver resolver;

	private final ItemPaths paths;

	private final AttributePath partitionKey;

	BoundConditions(List<WriteCondition.Part> parts, PathResolver resolver, ItemPaths paths,
			AttributePath partitionKey) {
		this.parts = parts;
		this.resolver = resolver;
		this.paths = paths;
		this.partitionKey = partitionKey;
	}

	boolean isEmpty() {
		return this.parts.isEmpty();
	}

	Condition join() {
		return WriteCondition.join(this.parts);
	}

	/**
	 * The names behind the placeholders of a call.
	 */
	Map<String, String> names(Expressions bound) {
		if (!bound.isNever()) {
			return bound.names();
		}
		Map<String, String> names = new HashMap<>(bound.names());
		names.put("#never", this.partitionKey.root());
		return names;
	}

	/**
	 * The condition of a call.
	 * @return the condition, or {@code null} if there is none
	 */
	@Nullable WriteCondition of(Expressions bound, List<? extends @Nullable Object> arguments) {
		String expression = bound.isNever() ? NEVER : bound.condition();
		if (expression == null) {
			return null;
		}
		List<@Nullable Object> values = new ArrayList<>(arguments);
		UnaryOperator<Condition> resolution = (condition) -> condition.bind(values).resolve(this.resolver, this.paths);
		List<WriteCondition.Part> parts = new ArrayList<>(this.parts.size());
		for (WriteCondition.Part part : this.parts) {
			parts.add(new WriteCondition.Part(part.meaning(), part.name(), part.condition(), resolution));
		}
		return new WriteCondition(parts, expression, names(bound), bound.values());
	}

}
