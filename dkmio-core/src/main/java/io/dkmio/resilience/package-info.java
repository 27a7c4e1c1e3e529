/**
 * A circuit breaker around the requests, with Resilience4j. For applications that want
 * one.
 */
@NullMarked
package io.dkmio.resilience;

import org.jspecify.annotations.NullMarked;
