package io.dkmio.repository;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.data.annotation.QueryAnnotation;

/**
 * Says what a repository method reads, where its name does not:
 *
 * <pre class="code">
 * &#64;Query(key = "customerId = :customerId AND orderId BETWEEN :from AND :to", filter = "size(lines) > :min")
 * List&lt;Order&gt; bigOrders(String customerId, String from, String to, int min);
 * </pre>
 *
 * Conditions are written in DynamoDB's syntax over the properties of the type. Values are
 * parameters of the method by name, and nothing else: neither literals nor expressions.
 *
 * @since 1.0
 */
@Documented
@QueryAnnotation
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
public @interface Query {

	/**
	 * What keys must serve: equality on the properties of a partition key, and of the
	 * sort key's on the first ones, then a range or {@code begins_with}.
	 * @return the condition; empty for a key that is constant, or for a scan
	 */
	String key() default "";

	/**
	 * What must hold besides. DynamoDB reads, and charges for, the items this leaves out.
	 * @return the condition
	 */
	String filter() default "";

	/**
	 * The index that must be used.
	 * @return the index by the name the application uses; empty to choose one
	 */
	String index() default "";

	/**
	 * The properties to read. Others are null, so that the method should return a
	 * projection.
	 * @return the paths, none for all
	 */
	String[] select() default {};

	/**
	 * Whether the sort key is read backwards.
	 * @return {@code true} for the greatest first
	 */
	boolean descending() default false;

	/**
	 * Whether the items are counted.
	 * @return {@code true} to count
	 */
	boolean count() default false;

	/**
	 * Whether the method asks if there is an item.
	 * @return {@code true} to ask
	 */
	boolean exists() default false;

}
