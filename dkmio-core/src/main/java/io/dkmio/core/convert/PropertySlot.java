package io.dkmio.core.convert;

import io.dkmio.core.mapping.DynamoPersistentProperty;
import org.jspecify.annotations.Nullable;

/**
 * A place among the values of an object: a parameter of its constructor, a property set
 * afterwards, or one that is only written.
 *
 * @param name the name of the property or parameter
 * @param attribute the name of the attribute
 * @param property the property, {@code null} for a parameter or method that is none
 * @param codec the codec, {@code null} for what is neither read nor written
 * @param initial the value of a parameter that is not read
 * @param read whether it is read
 * @param write whether it is written
 */
record PropertySlot(String name, String attribute, @Nullable DynamoPersistentProperty property,
		@Nullable ValueCodec<Object> codec, @Nullable Object initial, boolean read, boolean write) {
}
