package io.dkmio.core.config;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Import;

/**
 * Sets properties annotated with {@code @CreatedDate}, {@code @LastModifiedDate},
 * {@code @CreatedBy} and {@code @LastModifiedBy} whenever an item is inserted or put.
 * Needs one bean of type {@link io.dkmio.core.mapping.DynamoMappingContext}.
 *
 * @since 1.0
 */
@Inherited
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Import(DynamoAuditingRegistrar.class)
public @interface EnableDynamoAuditing {

	/**
	 * The bean of type {@link org.springframework.data.domain.AuditorAware} that says who
	 * is at work.
	 * @return the name of the bean, by default the only one of its type
	 */
	String auditorAwareRef() default "";

	/**
	 * Whether dates are set.
	 * @return {@code true} unless changed
	 */
	boolean setDates() default true;

	/**
	 * Whether an insert also counts as the last modification.
	 * @return {@code true} unless changed
	 */
	boolean modifyOnCreate() default true;

	/**
	 * The bean of type {@link org.springframework.data.auditing.DateTimeProvider} that
	 * tells the time.
	 * @return the name of the bean, by default the system's clock
	 */
	String dateTimeProviderRef() default "";

}
