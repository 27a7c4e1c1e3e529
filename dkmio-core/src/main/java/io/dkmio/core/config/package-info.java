/**
 * What switches features of dkmio on in an application context. For applications.
 */
@NullMarked
package io.dkmio.core.config;

import org.jspecify.annotations.NullMarked;
