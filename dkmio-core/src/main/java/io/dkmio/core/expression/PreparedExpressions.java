package io.dkmio.core.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.util.Assert;

/**
 * Expressions rendered once, whose values are filled in for each call. Only where an
 * argument changes the text, as the number of candidates of {@code in} or a null does,
 * they are rendered for the call. Safe for use by several threads if the encoder is.
 *
 * @since 1.0
 */
public final class PreparedExpressions {

	private final ExpressionClauses clauses;

	private final PathResolver resolver;

	private final ValueEncoder encoder;

	private final @Nullable Template template;

	PreparedExpressions(ExpressionClauses clauses, PathResolver resolver, ValueEncoder encoder) {
		Assert.notNull(resolver, "Resolver must not be null");
		this.clauses = clauses;
		this.resolver = resolver;
		this.encoder = encoder;
		this.template = template();
	}

	private @Nullable Template template() {
		ExpressionBuilder builder = new ExpressionBuilder(this.resolver, this.encoder);
		Expressions expressions = Expressions.render(this.clauses, builder);
		Placeholders placeholders = builder.placeholders();
		boolean fixed = placeholders.slots().values().stream().noneMatch(Slot::changesShape);
		return fixed ? new Template(expressions, placeholders.values(), slots(placeholders),
				List.copyOf(placeholders.ranges())) : null;
	}

	private List<FilledSlot> slots(Placeholders placeholders) {
		List<FilledSlot> slots = new ArrayList<>();
		placeholders.slots()
			.forEach((placeholder, slot) -> slots
				.add(new FilledSlot(placeholder, slot, new OperandEncoder(this.encoder.at(slot.path())))));
		return slots;
	}

	/**
	 * Whether the text is the same for every call, except where an argument is null.
	 * @return {@code false} if it depends on the number of an argument's elements
	 */
	public boolean isShapeFixed() {
		return this.template != null;
	}

	/**
	 * The texts and names every call has whose arguments do not change them. A call of
	 * that kind has these very names.
	 * @return the expressions without values, or {@code null} if each call has its own
	 */
	public @Nullable Expressions fixed() {
		return (this.template != null) ? this.template.expressions() : null;
	}

	/**
	 * Fills in the values of a call.
	 * @param arguments the arguments, by position
	 * @return the expressions
	 */
	public Expressions bind(List<? extends @Nullable Object> arguments) {
		Assert.notNull(arguments, "Arguments must not be null");
		Expressions bound = (this.template != null) ? bind(this.template, arguments) : null;
		return (bound != null) ? bound : render(arguments);
	}

	private @Nullable Expressions bind(Template template, List<? extends @Nullable Object> arguments) {
		for (FilledSlot filled : template.slots()) {
			Slot slot = filled.slot();
			if (slot.nullChangesShape() && slot.operands().get(0) instanceof Operand.Parameter parameter
					&& Arguments.get(arguments, parameter) == null) {
				return null;
			}
		}
		Map<String, AttributeValue> values = fill(template.values(), template.slots(), arguments);
		return isReversed(template, values) ? null : template.expressions().withValues(values);
	}

	private Expressions render(List<? extends @Nullable Object> arguments) {
		ExpressionBuilder builder = new ExpressionBuilder(this.resolver, this.encoder);
		Expressions expressions = Expressions.render(this.clauses.bindConditions(arguments), builder);
		Placeholders placeholders = builder.placeholders();
		return expressions.withValues(fill(placeholders.values(), slots(placeholders), arguments));
	}

	private static Map<String, AttributeValue> fill(Map<String, AttributeValue> constants, List<FilledSlot> slots,
			List<? extends @Nullable Object> arguments) {
		if (slots.isEmpty()) {
			return constants;
		}
		Map<String, AttributeValue> values = new HashMap<>(constants);
		for (FilledSlot filled : slots) {
			values.put(filled.placeholder(), filled.encoder().encode(filled.slot(), arguments));
		}
		return values;
	}

	private static boolean isReversed(Template template, Map<String, AttributeValue> values) {
		boolean reversed = false;
		for (Placeholders.Range range : template.ranges()) {
			AttributeValue lower = values.get(range.lower());
			AttributeValue upper = values.get(range.upper());
			if (lower != null && upper != null) {
				OperandRules.sameType(range.path(), lower, upper);
				reversed |= ConditionResolver.isReversed(lower, upper);
			}
		}
		return reversed;
	}

	/**
	 * What is the same for every call.
	 *
	 * @param expressions the texts and names
	 * @param values the values that are no parameters
	 * @param slots the parameters
	 * @param ranges the ranges with a parameter
	 */
	private record Template(Expressions expressions, Map<String, AttributeValue> values, List<FilledSlot> slots,
			List<Placeholders.Range> ranges) {

	}

	/**
	 * A parameter, and what makes values for it.
	 *
	 * @param placeholder its placeholder
	 * @param slot the parameter
	 * @param encoder encodes values for its path
	 */
	private record FilledSlot(String placeholder, Slot slot, OperandEncoder encoder) {

	}

}
