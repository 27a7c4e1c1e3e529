package io.dkmio.core.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the property that says when the item expires. It is stored in the attribute the
 * table declares, in whole seconds since the epoch.
 *
 * @since 1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.ANNOTATION_TYPE })
public @interface TimeToLive {

	/**
	 * How long after a write an item expires if the property is null: an ISO-8601
	 * duration or the simple form, {@code "30d"}, {@code "12h"}, {@code "90s"}.
	 * @return the duration, empty for none
	 */
	String after() default "";

}
