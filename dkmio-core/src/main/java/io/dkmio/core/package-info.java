/**
 * The template: typed operations on items. For applications.
 */
@NullMarked
package io.dkmio.core;

import org.jspecify.annotations.NullMarked;
