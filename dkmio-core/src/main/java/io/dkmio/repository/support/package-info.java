/**
 * Support for repositories. For authors of repository base classes.
 */
@NullMarked
package io.dkmio.repository.support;

import org.jspecify.annotations.NullMarked;
