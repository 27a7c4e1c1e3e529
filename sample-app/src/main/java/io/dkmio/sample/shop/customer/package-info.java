/**
 * Customers and their addresses.
 */
@NullMarked
package io.dkmio.sample.shop.customer;

import org.jspecify.annotations.NullMarked;
