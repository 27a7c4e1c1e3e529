/**
 * Everything of a customer at once.
 */
@NullMarked
package io.dkmio.sample.shop.overview;

import org.jspecify.annotations.NullMarked;
