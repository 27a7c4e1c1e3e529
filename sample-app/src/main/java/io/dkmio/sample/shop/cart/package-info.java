/**
 * Carts, which expire.
 */
@NullMarked
package io.dkmio.sample.shop.cart;

import org.jspecify.annotations.NullMarked;
