package io.dkmio.repository;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.data.annotation.QueryAnnotation;

/**
 * Makes a repository method an update of one item, in one request:
 *
 * <pre class="code">
 * &#64;Update("SET status = :next")
 * &#64;Condition(name = "still-expected", value = "status = :expected")
 * Order changeStatus(String customerId, String orderId, Status expected, Status next);
 * </pre>
 *
 * The item is the one whose id is made of the parameters that have the names of its key's
 * properties, or of one parameter of the id's type. The text is an update in DynamoDB's
 * syntax over the properties of the type, with {@code SET}, {@code REMOVE}, {@code ADD}
 * and {@code DELETE}. Values are parameters of the method by name, and nothing else. A
 * version is counted up, and index keys follow the properties they are composed of.
 * <p>
 * The method returns
 * <ul>
 * <li>the item, or a projection of it, as it is stored now;
 * <li>an {@link java.util.Optional} of that, or a {@code @Nullable} one, which is empty
 * if there is no such item;
 * <li>a boolean: {@code false} if there is no such item, or a condition does not hold;
 * <li>nothing, which is the form that can be a part of a transaction.
 * </ul>
 * Otherwise an item that does not exist is an
 * {@link org.springframework.dao.EmptyResultDataAccessException}, and a condition that
 * does not hold an {@link io.dkmio.ConditionFailedException}.
 *
 * @since 1.0
 * @see Condition
 */
@Documented
@QueryAnnotation
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
public @interface Update {

	/**
	 * The changes.
	 * @return the text, such as {@code SET status = :next REMOVE note}
	 */
	String value();

	/**
	 * Whether an item that does not exist is created, with its keys and its type.
	 * @return {@code true} to create it
	 */
	boolean upsert() default false;

}
