/**
 * The annotations that put a method into a transaction. For services and repositories.
 */
@NullMarked
package io.dkmio.transaction;

import org.jspecify.annotations.NullMarked;
