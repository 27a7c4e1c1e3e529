/**
 * The online shop that all tests share.
 */
@NullMarked
package io.dkmio.domain;

import org.jspecify.annotations.NullMarked;
