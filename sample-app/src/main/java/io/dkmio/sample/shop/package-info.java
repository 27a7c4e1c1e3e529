/**
 * A shop in one table. For who wants to see an application of dkmio.
 */
@NullMarked
package io.dkmio.sample.shop;

import org.jspecify.annotations.NullMarked;
