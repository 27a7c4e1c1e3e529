/**
 * Connections to DynamoDB in Docker Compose. Found by Spring Boot.
 */
@NullMarked
package io.dkmio.boot.autoconfigure.docker.compose;

import org.jspecify.annotations.NullMarked;
