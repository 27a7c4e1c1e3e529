package io.dkmio.core.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Composes the sort key of a local index. Its partition key is the table's.
 *
 * @since 1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.TYPE, ElementType.ANNOTATION_TYPE })
@Repeatable(LocalIndexes.class)
public @interface LocalIndex {

	/**
	 * The name of the index in the {@link TableDefinition}.
	 * @return the name
	 */
	String name();

	/**
	 * The template of the sort key.
	 * @return the template
	 */
	String sk();

}
