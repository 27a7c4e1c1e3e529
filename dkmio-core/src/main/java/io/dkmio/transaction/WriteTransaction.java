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
 * Makes the writes of a method one TransactWriteItems: they are kept until the method
 * returns, and then done all together or not at all. Reads by key see what is kept;
 * queries and scans do not.
 * <p>
 * It is {@link Transactional} with dkmio's transaction manager, and no other one.
 *
 * @since 1.0
 * @see ReadTransaction
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@Transactional(transactionManager = WriteTransaction.MANAGER)
public @interface WriteTransaction {

	/** The name of the bean that manages these transactions. */
	String MANAGER = "dynamoTransactionManager";

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
	 * Which exceptions roll back beside the unchecked ones.
	 * @return the types
	 */
	@AliasFor(annotation = Transactional.class)
	Class<? extends Throwable>[] rollbackFor() default {};

	/**
	 * Which exceptions do not roll back.
	 * @return the types
	 */
	@AliasFor(annotation = Transactional.class)
	Class<? extends Throwable>[] noRollbackFor() default {};

	/**
	 * Labels for whoever looks at the transaction.
	 * @return the labels
	 */
	@AliasFor(annotation = Transactional.class)
	String[] label() default {};

}
