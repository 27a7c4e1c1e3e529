/**
 * How methods of repositories become reads. For authors of repository base classes.
 */
@NullMarked
package io.dkmio.repository.query;

import org.jspecify.annotations.NullMarked;
