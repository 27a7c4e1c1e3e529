/**
 * What all controllers share: lists, problems, and the record of calls.
 */
@NullMarked
package io.dkmio.sample.shop.web;

import org.jspecify.annotations.NullMarked;
