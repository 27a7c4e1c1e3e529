package io.dkmio.core.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * States that a property is the sort key of an index, or one of its attributes. An index
 * on ordinary attributes needs no annotation; this one is checked at start-up.
 *
 * @since 1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.ANNOTATION_TYPE })
public @interface IndexSortKey {

	/**
	 * The names of the indexes.
	 * @return the names
	 */
	String[] value();

}
