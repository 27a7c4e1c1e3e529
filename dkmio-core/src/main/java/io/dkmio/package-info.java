/**
 * Exceptions applications catch, and the enums every other package shares.
 */
@NullMarked
package io.dkmio;

import org.jspecify.annotations.NullMarked;
