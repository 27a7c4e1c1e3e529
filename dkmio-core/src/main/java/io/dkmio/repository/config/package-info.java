/**
 * Finds repositories and makes beans of them. For configuration classes.
 */
@NullMarked
package io.dkmio.repository.config;

import org.jspecify.annotations.NullMarked;
