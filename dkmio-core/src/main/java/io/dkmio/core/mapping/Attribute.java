package io.dkmio.core.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sets how a property is stored.
 *
 * @since 1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.ANNOTATION_TYPE })
public @interface Attribute {

	/**
	 * The name of the attribute.
	 * @return the name, empty to leave it to the naming strategy
	 */
	String value() default "";

	/**
	 * The number of decimal places a {@link java.math.BigDecimal} always has. DynamoDB
	 * drops trailing zeros; a declared scale is put back on reading. It is required where
	 * the property is part of a key.
	 * @return the scale, or a negative number for none
	 */
	int scale() default -1;

}
