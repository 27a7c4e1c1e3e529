/**
 * Auto-configuration of dkmio.
 */
@NullMarked
package io.dkmio.boot.autoconfigure;

import org.jspecify.annotations.NullMarked;
