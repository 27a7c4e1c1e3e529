/**
 * Tables without item types: documents of any shape, found by the keys and indexes that
 * are declared, and nothing else. For applications.
 */
@NullMarked
package io.dkmio.core.document;

import org.jspecify.annotations.NullMarked;
