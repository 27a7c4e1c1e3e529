/**
 * What the same business costs in requests and capacity, by several ways to use DynamoDB.
 */
@NullMarked
package io.dkmio.benchmarks.cost;

import org.jspecify.annotations.NullMarked;
