package io.dkmio.core.expression;

import org.jspecify.annotations.Nullable;

/**
 * A rendered condition.
 *
 * @param isNever whether no item meets it, so that the request need not be sent
 * @param text the expression, {@code null} if it is to be left out because no item or
 * every item meets it
 * @since 1.0
 */
public record RenderedCondition(boolean isNever, @Nullable String text) {

}
