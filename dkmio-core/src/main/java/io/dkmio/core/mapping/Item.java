package io.dkmio.core.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.data.annotation.Persistent;

/**
 * Declares a type whose instances are items of a table, and how their primary key is
 * composed. A key is a template: literal segments and properties in braces, separated by
 * the table's separator.
 *
 * <pre class="code">
 * &#064;Item(pk = "CUSTOMER#{customerId}", sk = "ORDER#{orderId}")
 * public record Order(String customerId, String orderId, BigDecimal total) {
 * }
 * </pre>
 *
 * Without templates the key is the properties annotated with {@link PartitionKey} and
 * {@link SortKey}.
 *
 * @since 1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Persistent
@Target({ ElementType.TYPE, ElementType.ANNOTATION_TYPE })
public @interface Item {

	/**
	 * The logical name of the table.
	 * @return the name, by default that of the single table
	 */
	String table() default TableDefinition.DEFAULT;

	/**
	 * The template of the partition key.
	 * @return the template, empty if a property is annotated with {@link PartitionKey}
	 */
	String pk() default "";

	/**
	 * The template of the sort key.
	 * @return the template, empty if the table has no sort key or a property is annotated
	 * with {@link SortKey}
	 */
	String sk() default "";

	/**
	 * Further type aliases that are read as this type, so that an alias can be renamed.
	 * The alias that is written is that of
	 * {@link org.springframework.data.annotation.TypeAlias @TypeAlias}, or else the
	 * simple name of the class.
	 * @return the aliases
	 */
	String[] aliases() default {};

	/**
	 * Whether the properties the primary key is composed of are stored as attributes as
	 * well, so that they can be seen, filtered, and projected by indexes. If not, they
	 * are in the key alone, and are read from there.
	 * @return {@code true} by default
	 */
	boolean storeKeyAttributes() default true;

	/**
	 * Whether an item with attributes that no property names is refused when it is read.
	 * By default they are left out, or kept in a property with {@link OtherAttributes}.
	 * @return {@code false} by default
	 */
	boolean strict() default false;

}
