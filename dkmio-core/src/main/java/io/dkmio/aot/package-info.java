/**
 * Prepares items and repositories ahead of time. For Spring, which finds it by itself.
 */
@NullMarked
package io.dkmio.aot;

import org.jspecify.annotations.NullMarked;
