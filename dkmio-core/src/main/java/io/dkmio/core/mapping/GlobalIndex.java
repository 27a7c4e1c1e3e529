package io.dkmio.core.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Composes the keys of a global index whose key attributes are not properties themselves.
 * An item is in the index if none of the properties in the templates is null.
 *
 * @since 1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.TYPE, ElementType.ANNOTATION_TYPE })
@Repeatable(GlobalIndexes.class)
public @interface GlobalIndex {

	/**
	 * The name of the index in the {@link TableDefinition}.
	 * @return the name
	 */
	String name();

	/**
	 * The template of the partition key.
	 * @return the template
	 */
	String pk();

	/**
	 * The template of the sort key.
	 * @return the template, empty if the index has no sort key
	 */
	String sk() default "";

}
