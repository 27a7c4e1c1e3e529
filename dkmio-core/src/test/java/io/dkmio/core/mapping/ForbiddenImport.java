package io.dkmio.core.mapping;

import io.dkmio.core.convert.FieldTable;

/**
 * Imports what this package must not: the architecture test has to find it.
 *
 * @param fields from a package further up
 */
public record ForbiddenImport(FieldTable fields) {
}
