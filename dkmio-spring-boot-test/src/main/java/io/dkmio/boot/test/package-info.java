/**
 * Support for tests of applications that use dkmio.
 */
@NullMarked
package io.dkmio.boot.test;

import org.jspecify.annotations.NullMarked;
