/**
 * DynamoDB Local inside this JVM. For development and tests.
 */
@NullMarked
package io.dkmio.embedded;

import org.jspecify.annotations.NullMarked;
