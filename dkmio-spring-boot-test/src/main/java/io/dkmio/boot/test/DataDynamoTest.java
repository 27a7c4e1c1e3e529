package io.dkmio.boot.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.autoconfigure.OverrideAutoConfiguration;
import org.springframework.boot.test.context.filter.annotation.TypeExcludeFilters;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * A test of repositories and templates: the application's items and repositories with
 * DynamoDB Local in this JVM, and nothing else of the application. Tables are created,
 * and empty at the start of each test. There are beans {@link DynamoCalls},
 * {@link DynamoFaults} and {@link TestTable}.
 *
 * @since 1.0
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@BootstrapWith(DataDynamoTestContextBootstrapper.class)
@ExtendWith(SpringExtension.class)
@OverrideAutoConfiguration(enabled = false)
@TypeExcludeFilters(DataDynamoTypeExcludeFilter.class)
@AutoConfigureDataDynamo
@ImportAutoConfiguration
public @interface DataDynamoTest {

	/**
	 * Properties in the form {@code key=value}.
	 * @return the properties
	 */
	String[] properties() default {};

	/**
	 * Whether components of the usual stereotypes are left out.
	 * @return {@code true} unless changed
	 */
	boolean useDefaultFilters() default true;

	/**
	 * Components to take in all the same.
	 * @return the filters
	 */
	Filter[] includeFilters() default {};

	/**
	 * Components to leave out.
	 * @return the filters
	 */
	Filter[] excludeFilters() default {};

	/**
	 * Auto-configurations to leave out.
	 * @return the classes
	 */
	@AliasFor(annotation = ImportAutoConfiguration.class, attribute = "exclude")
	Class<?>[] excludeAutoConfiguration() default {};

}
