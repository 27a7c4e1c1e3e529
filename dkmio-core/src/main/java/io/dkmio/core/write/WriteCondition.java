package io.dkmio.core.write;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.dkmio.core.expression.Condition;
import io.dkmio.core.expression.ConditionEvaluator;
import io.dkmio.core.expression.ExpressionClauses;
import io.dkmio.core.expression.Expressions;
import io.dkmio.core.expression.PathResolver;
import io.dkmio.core.expression.ValueEncoder;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.util.Assert;

/**
 * What must hold for a write to happen: one or several parts, each with a reason, joined
 * by AND. DynamoDB says only that the whole does not hold; {@link #refusedPart(Map)}
 * tells by the stored item which part it was.
 *
 * @param parts the parts, at least one, in the order in which they are looked at when the
 * write is refused
 * @param expression the condition expression
 * @param names the attribute names behind its placeholders, which do not change any more
 * @param values the values behind its placeholders, which do not change either
 * @since 1.0
 */
public record WriteCondition(List<Part> parts, String expression, Map<String, String> names,
		Map<String, AttributeValue> values) {

	/** Parts are in the names of attributes, and their values are attributes already. */
	static final ValueEncoder ENCODED = (path, value) -> {
		throw new IllegalStateException("The value for attribute '" + path + "' is not encoded");
	};

	public WriteCondition {
		Assert.notEmpty(parts, "A condition needs a part");
		parts = List.copyOf(parts);
		names = Collections.unmodifiableMap(names);
		values = Collections.unmodifiableMap(values);
	}

	/**
	 * Renders a condition.
	 * @param parts the parts
	 * @return the condition, or {@code null} if the parts always hold or there are none
	 */
	public static @Nullable WriteCondition of(List<Part> parts) {
		List<Part> restrictive = restrictive(parts);
		if (restrictive.isEmpty()) {
			return null;
		}
		Expressions rendered = ExpressionClauses.none()
			.withCondition(join(restrictive))
			.render(PathResolver.identity(), ENCODED);
		return of(restrictive, rendered);
	}

	/**
	 * A condition that was rendered together with an update: they share their
	 * placeholders.
	 */
	static @Nullable WriteCondition of(List<Part> parts, Expressions rendered) {
		List<Part> restrictive = restrictive(parts);
		return (rendered.condition() != null && !restrictive.isEmpty())
				? new WriteCondition(restrictive, rendered.condition(), rendered.names(), rendered.values()) : null;
	}

	static Condition join(List<Part> parts) {
		return Condition.allOf(parts.stream().map(Part::condition).toList());
	}

	private static List<Part> restrictive(List<Part> parts) {
		return parts.stream().filter((part) -> !part.condition().isAlways()).toList();
	}

	/**
	 * This condition and more parts.
	 * @param more the parts to add, looked at after those that are there
	 * @return the condition with all parts
	 */
	public WriteCondition and(List<Part> more) {
		List<Part> all = new ArrayList<>(this.parts);
		all.addAll(more);
		WriteCondition joined = of(all);
		return (joined != null) ? joined : this;
	}

	/**
	 * The part that does not hold.
	 * @param item the item as it is stored, empty if there is none
	 * @return the first such part; the first of all if each holds, since the item may not
	 * be known
	 */
	public Part refusedPart(Map<String, AttributeValue> item) {
		for (Part part : this.parts) {
			if (!part.holds(item)) {
				return part;
			}
		}
		return this.parts.get(0);
	}

	/**
	 * Whether it holds for an item.
	 * @param item the item, empty if there is none
	 * @return {@code true} if every part does
	 */
	public boolean holds(Map<String, AttributeValue> item) {
		return this.parts.stream().allMatch((part) -> part.holds(item));
	}

	/** Says no more than the expression: values stay out of logs. */
	@Override
	public String toString() {
		return this.expression;
	}

	/**
	 * A condition with the reason for it.
	 *
	 * @param meaning why it is there
	 * @param name the name the application gave it, or the property it is about
	 * @param condition the condition
	 * @param resolution makes a condition in the names of attributes and with encoded
	 * values of it; used only to find out whether it was to blame
	 */
	public record Part(Meaning meaning, @Nullable String name, Condition condition,
			UnaryOperator<Condition> resolution) {

		/**
		 * A part in the names of attributes and with encoded values.
		 * @param meaning why it is there
		 * @param name the name the application gave it, or the property it is about
		 * @param condition the condition
		 */
		public Part(Meaning meaning, @Nullable String name, Condition condition) {
			this(meaning, name, condition, UnaryOperator.identity());
		}

		boolean holds(Map<String, AttributeValue> item) {
			Condition resolved = this.resolution.apply(this.condition);
			return ConditionEvaluator.of(resolved, PathResolver.identity(), ENCODED).test(item);
		}

		/** Says no more than the condition: values stay out of logs. */
		@Override
		public String toString() {
			return this.condition.toString();
		}

	}

	/**
	 * Why a condition is there.
	 */
	public enum Meaning {

		/** The item must not exist yet. */
		ABSENT,
		/** The item must exist. */
		EXISTS,
		/** The item must still have the version it was read with. */
		VERSION,
		/** A property must have the value it was said to have. */
		KNOWN,
		/** A property must have the value it was read with a moment ago. */
		READ,
		/** A property that is written once must keep its value. */
		WRITE_ONCE,
		/** No other item may have the value of a unique property. */
		UNIQUE,
		/** The application asks for it. */
		APPLICATION

	}

}
