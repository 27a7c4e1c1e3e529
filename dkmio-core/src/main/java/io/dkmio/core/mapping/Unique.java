package io.dkmio.core.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a property of which no two items of the type have the same value. For each value
 * a second item is stored in the table, in the same transaction: so each write that sets,
 * changes or frees a value costs a transaction, and, except for inserts, a read. Items
 * without a value are not compared.
 *
 * @since 1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.ANNOTATION_TYPE })
public @interface Unique {

	/**
	 * Within what the values are unique: a template over other properties, such as
	 * <code>{tenantId}</code>. By default, among all items of the type.
	 * @return the template
	 */
	String scope() default "";

}
