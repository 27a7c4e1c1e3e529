/**
 * Annotations and metadata: how types, keys and tables belong together. For everyone who
 * declares items.
 */
@NullMarked
package io.dkmio.core.mapping;

import org.jspecify.annotations.NullMarked;
