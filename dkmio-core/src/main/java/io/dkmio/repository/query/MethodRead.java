package io.dkmio.repository.query;

import io.dkmio.core.PreparedRead;
import org.jspecify.annotations.Nullable;

/**
 * A planned read of a method in one order and one projection.
 *
 * @param items reads the items
 * @param total counts them all, where the method gives a total
 * @param mapping makes results of what is read
 */
record MethodRead(PreparedRead<?> items, @Nullable PreparedRead<?> total, ResultMapping mapping) {

}
