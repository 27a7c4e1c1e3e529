/**
 * Programs that show dkmio at work.
 */
@NullMarked
package io.dkmio.sample;

import org.jspecify.annotations.NullMarked;
