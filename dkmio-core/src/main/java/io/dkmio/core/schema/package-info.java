/**
 * Tables from the mapping: create what is missing, report what differs, never drop. For
 * start-up code and tests.
 */
@NullMarked
package io.dkmio.core.schema;

import org.jspecify.annotations.NullMarked;
