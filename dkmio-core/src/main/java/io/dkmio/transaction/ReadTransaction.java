package io.dkmio.transaction;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.core.annotation.AliasFor;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes each batch of reads by key in a method one TransactGetItems: its items are those
 * of one moment. Several batches are several moments. Other reads are as they always are,
 * and writes are refused.
 * <p>
 * It is {@link Transactional} with dkmio's transaction manager, and no other one.
 *
 * @since 1.0
 * @see WriteTransaction
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@Transactional(transactionManager = WriteTransaction.MANAGER, readOnly = true)
public @interface ReadTransaction {

	/**
	 * What happens if there is a transaction already; NESTED is refused.
	 * @return the propagation
	 */
	@AliasFor(annotation = Transactional.class)
	Propagation propagation() default Propagation.REQUIRED;

	/**
	 * After how many seconds the transaction fails.
	 * @return the seconds, by default without end
	 */
	@AliasFor(annotation = Transactional.class)
	int timeout() default TransactionDefinition.TIMEOUT_DEFAULT;

	/**
	 * Labels for whoever looks at the transaction.
	 * @return the labels
	 */
	@AliasFor(annotation = Transactional.class)
	String[] label() default {};

}
