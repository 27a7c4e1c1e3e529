/**
 * Entity callbacks: code of the application around reading and writing items. For
 * applications.
 */
@NullMarked
package io.dkmio.core.mapping.event;

import org.jspecify.annotations.NullMarked;
