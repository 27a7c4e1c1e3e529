package io.dkmio.core.write;

import io.dkmio.core.expression.Condition;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A condition of the application, with the name it is reported by if it does not hold.
 *
 * @param condition the condition
 * @param name the name, or {@code null} for none
 * @since 1.0
 */
public record NamedCondition(Condition condition, @Nullable String name) {

	public NamedCondition {
		Assert.notNull(condition, "Condition must not be null");
	}

}
