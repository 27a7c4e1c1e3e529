/**
 * Read planning: how what is asked is served, as data. Nothing here sends anything. For
 * the template, and for tools that look at plans.
 */
@NullMarked
package io.dkmio.core.query;

import org.jspecify.annotations.NullMarked;
