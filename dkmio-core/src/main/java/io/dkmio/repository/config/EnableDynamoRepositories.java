package io.dkmio.repository.config;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.dkmio.repository.support.DynamoRepositoryFactoryBean;

import org.springframework.beans.factory.support.BeanNameGenerator;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Import;
import org.springframework.data.repository.config.BootstrapMode;
import org.springframework.data.repository.config.DefaultRepositoryBaseClass;
import org.springframework.data.repository.query.QueryLookupStrategy;

/**
 * Makes beans of the repositories in a package. Without a package, it is that of the
 * annotated class.
 *
 * @since 1.0
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Import(DynamoRepositoriesRegistrar.class)
public @interface EnableDynamoRepositories {

	/**
	 * The packages, as {@link #basePackages()}.
	 * @return the names of the packages
	 */
	String[] value() default {};

	/**
	 * The packages that are searched.
	 * @return the names of the packages
	 */
	String[] basePackages() default {};

	/**
	 * Classes in the packages that are searched.
	 * @return one class of each package
	 */
	Class<?>[] basePackageClasses() default {};

	/**
	 * Which interfaces are repositories besides those that are found by their type.
	 * @return the filters
	 */
	Filter[] includeFilters() default {};

	/**
	 * Which interfaces are none.
	 * @return the filters
	 */
	Filter[] excludeFilters() default {};

	/**
	 * How the names of classes end that implement methods of repositories.
	 * @return the ending
	 */
	String repositoryImplementationPostfix() default "Impl";

	/**
	 * Where named queries are, which dkmio does not have: Spring Data asks for it.
	 * @return nothing
	 */
	String namedQueriesLocation() default "";

	/**
	 * How queries are found. All ways are one: by {@code @Query}, else by name.
	 * @return the key
	 */
	QueryLookupStrategy.Key queryLookupStrategy() default QueryLookupStrategy.Key.CREATE_IF_NOT_FOUND;

	/**
	 * What makes repositories.
	 * @return the class of the factory bean
	 */
	Class<?> repositoryFactoryBeanClass() default DynamoRepositoryFactoryBean.class;

	/**
	 * What repositories are made of.
	 * @return a class with the constructor of
	 * {@link io.dkmio.repository.support.SimpleDynamoRepository}
	 */
	Class<?> repositoryBaseClass() default DefaultRepositoryBaseClass.class;

	/**
	 * What names the beans.
	 * @return the class of the generator
	 */
	Class<? extends BeanNameGenerator> nameGenerator() default BeanNameGenerator.class;

	/**
	 * The bean that reads and writes items.
	 * @return the name of a {@link io.dkmio.core.DynamoOperations} bean
	 */
	String templateRef() default "dynamoTemplate";

	/**
	 * Whether interfaces inside of classes are found.
	 * @return {@code true} to find them
	 */
	boolean considerNestedRepositories() default false;

	/**
	 * When repositories are made, and their methods planned.
	 * @return the mode
	 */
	BootstrapMode bootstrapMode() default BootstrapMode.DEFAULT;

}
