/**
 * Conditions, updates and paths as data, rendered to DynamoDB's expressions with opaque
 * placeholders, or evaluated in memory. For everyone who filters or writes under a
 * condition.
 */
@NullMarked
package io.dkmio.core.expression;

import org.jspecify.annotations.NullMarked;
