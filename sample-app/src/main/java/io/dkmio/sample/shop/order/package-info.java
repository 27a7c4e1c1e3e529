/**
 * Orders, their lines and what happened to them.
 */
@NullMarked
package io.dkmio.sample.shop.order;

import org.jspecify.annotations.NullMarked;
