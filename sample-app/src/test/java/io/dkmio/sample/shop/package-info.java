/**
 * What the tests of the shop share.
 */
package io.dkmio.sample.shop;
