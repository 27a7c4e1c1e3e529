package io.dkmio.repository;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What must hold for a method with {@link Update} or {@link Delete} to write anything.
 * Several must all hold. If one does not, {@link io.dkmio.ConditionFailedException} has
 * its name, and the item as it is stored.
 *
 * @since 1.0
 */
@Documented
@Repeatable(Condition.List.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
public @interface Condition {

	/**
	 * The name by which failures tell this condition from others.
	 * @return the name, empty for none
	 */
	String name() default "";

	/**
	 * The condition on the stored item, in DynamoDB's syntax over the properties of the
	 * type. Values are parameters of the method by name.
	 * @return the text, such as {@code status = :expected}
	 */
	String value();

	/**
	 * Several conditions.
	 */
	@Documented
	@Retention(RetentionPolicy.RUNTIME)
	@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
	@interface List {

		/**
		 * The conditions.
		 * @return the conditions, all of which must hold
		 */
		Condition[] value();

	}

}
