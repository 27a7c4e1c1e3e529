/**
 * Connections to DynamoDB in Testcontainers. Found by Spring Boot.
 */
@NullMarked
package io.dkmio.boot.autoconfigure.testcontainers;

import org.jspecify.annotations.NullMarked;
