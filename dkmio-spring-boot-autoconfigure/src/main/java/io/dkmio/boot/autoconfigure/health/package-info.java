/**
 * Health of DynamoDB. Found by Spring Boot.
 */
@NullMarked
package io.dkmio.boot.autoconfigure.health;

import org.jspecify.annotations.NullMarked;
