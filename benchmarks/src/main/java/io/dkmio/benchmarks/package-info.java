/**
 * Benchmarks: dkmio beside code written by hand.
 */
@NullMarked
package io.dkmio.benchmarks;

import org.jspecify.annotations.NullMarked;
