/**
 * Observations and metrics of what is sent to DynamoDB, by Micrometer. For those who wire
 * dkmio, and those who name things their own way.
 */
@NullMarked
package io.dkmio.observability;

import org.jspecify.annotations.NullMarked;
