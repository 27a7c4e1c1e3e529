package io.dkmio.core.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a property that keeps the value the item was inserted with. Partial updates of it
 * are refused before they are sent, an upsert writes it only where there is no value yet,
 * and an item that is replaced as a whole must have the stored value, which DynamoDB
 * checks together with the write.
 *
 * @since 1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.ANNOTATION_TYPE })
public @interface WriteOnce {

}
