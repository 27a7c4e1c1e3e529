/**
 * Conversion between objects and attributes, written against two streaming interfaces.
 * For authors of custom conversions and of backends.
 */
@NullMarked
package io.dkmio.core.convert;

import org.jspecify.annotations.NullMarked;
