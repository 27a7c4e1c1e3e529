/**
 * The one door to DynamoDB: calls, and the names of their failures. For the packages that
 * plan reads and writes, and for those who decorate the calls.
 */
@NullMarked
package io.dkmio.core.client;

import org.jspecify.annotations.NullMarked;
