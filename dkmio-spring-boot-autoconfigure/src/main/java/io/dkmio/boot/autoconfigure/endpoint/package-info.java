/**
 * The actuator's view of dkmio. Found by Spring Boot.
 */
@NullMarked
package io.dkmio.boot.autoconfigure.endpoint;

import org.jspecify.annotations.NullMarked;
