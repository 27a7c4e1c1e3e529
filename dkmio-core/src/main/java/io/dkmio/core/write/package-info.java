/**
 * Write planning: what is to be written, as data. Nothing here sends anything. For the
 * template, and for tools that look at plans.
 */
@NullMarked
package io.dkmio.core.write;

import org.jspecify.annotations.NullMarked;
