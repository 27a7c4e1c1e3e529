package io.dkmio.repository;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.data.annotation.QueryAnnotation;

/**
 * Makes a repository method the deletion of one item, in one request, mostly under a
 * {@link Condition}:
 *
 * <pre class="code">
 * &#64;Delete
 * &#64;Condition(name = "still-open", value = "status = :expected")
 * boolean cancel(String customerId, String orderId, Status expected);
 * </pre>
 *
 * The item is the one whose id is made of the parameters that have the names of its key's
 * properties, or of one parameter of the id's type.
 * <p>
 * The method returns
 * <ul>
 * <li>the item as it was, or a projection of it;
 * <li>an {@link java.util.Optional} of that, or a {@code @Nullable} one, which is empty
 * if there was no such item;
 * <li>a boolean: {@code false} if there was no such item, or a condition does not hold;
 * <li>nothing, which is the form that can be a part of a transaction. An item that does
 * not exist is then none to worry about, unless there is a condition.
 * </ul>
 * A condition that does not hold is an {@link io.dkmio.ConditionFailedException}
 * otherwise. Without a condition, the version of the item does not matter.
 *
 * @since 1.0
 * @see Condition
 */
@Documented
@QueryAnnotation
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
public @interface Delete {

}
