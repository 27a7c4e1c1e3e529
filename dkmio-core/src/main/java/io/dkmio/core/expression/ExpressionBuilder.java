package io.dkmio.core.expression;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.util.Assert;

/**
 * Renders the expressions of one request, which share their placeholders: every name is
 * replaced, every value bound, and nothing a caller passes becomes part of a text. Not
 * thread-safe, and for one request only.
 *
 * @since 1.0
 * @see ExpressionClauses
 */
public final class ExpressionBuilder {

	private final PathResolver resolver;

	private final ValueEncoder encoder;

	private final Placeholders placeholders = new Placeholders();

	/**
	 * Creates a builder.
	 * @param resolver resolves paths
	 * @param encoder encodes values
	 */
	public ExpressionBuilder(PathResolver resolver, ValueEncoder encoder) {
		Assert.notNull(resolver, "Resolver must not be null");
		Assert.notNull(encoder, "Encoder must not be null");
		this.resolver = resolver;
		this.encoder = encoder;
	}

	/**
	 * Renders a filter, a key condition, or the condition of a write.
	 * @param condition the condition
	 * @return the expression, or that there is none
	 */
	public RenderedCondition condition(Condition condition) {
		Assert.notNull(condition, "Condition must not be null");
		Condition resolved = condition.resolve(this.resolver, this.encoder);
		if (resolved.isNever() || resolved.isAlways()) {
			return new RenderedCondition(resolved.isNever(), null);
		}
		ConditionRenderer renderer = new ConditionRenderer(this.placeholders);
		resolved.accept(renderer);
		return new RenderedCondition(false, ExpressionLimits.check("condition", renderer.text(), renderer.operators()));
	}

	/**
	 * Renders an update.
	 * @param update the update, not empty
	 * @return the expression
	 */
	public String update(Update update) {
		Assert.notNull(update, "Update must not be null");
		if (update.isEmpty()) {
			throw new InvalidDataAccessApiUsageException(
					"The update is empty: it sets, removes and adds nothing. Add a change, or send no update");
		}
		UpdateRenderer renderer = new UpdateRenderer(this.placeholders,
				new OperandResolver(this.resolver, new OperandEncoder(this.encoder)));
		update.actions().forEach(renderer::append);
		PathConflicts.refuse("update", renderer.paths());
		return ExpressionLimits.check("update", renderer.text(), renderer.operators());
	}

	/**
	 * Renders a projection.
	 * @param paths the paths to read, at least one
	 * @return the expression
	 */
	public String projection(Collection<AttributePath> paths) {
		Assert.notEmpty(paths, "Paths must not be empty");
		List<AttributePath> resolved = paths.stream().map(this.resolver::resolve).toList();
		PathConflicts.refuse("projection", resolved);
		return ExpressionLimits.check("projection",
				resolved.stream().map(this.placeholders::path).collect(Collectors.joining(", ")), 0);
	}

	/**
	 * The names behind the placeholders.
	 * @return the names; an empty map must not be sent
	 */
	public Map<String, String> names() {
		return this.placeholders.names();
	}

	/**
	 * The values behind the placeholders.
	 * @return the values; an empty map must not be sent
	 */
	public Map<String, AttributeValue> values() {
		this.placeholders.slots().values().stream().findFirst().ifPresent((slot) -> {
			throw new InvalidDataAccessApiUsageException("Parameter '" + slot + "', used for attribute '" + slot.path()
					+ "', has no value: bind the condition before it is rendered, or prepare the expressions");
		});
		return this.placeholders.values();
	}

	Placeholders placeholders() {
		return this.placeholders;
	}

}
