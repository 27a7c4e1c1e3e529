/**
 * The data the shop starts with.
 */
@NullMarked
package io.dkmio.sample.shop.demo;

import org.jspecify.annotations.NullMarked;
