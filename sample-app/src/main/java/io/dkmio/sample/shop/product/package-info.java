/**
 * Products and what is in stock of them.
 */
@NullMarked
package io.dkmio.sample.shop.product;

import org.jspecify.annotations.NullMarked;
