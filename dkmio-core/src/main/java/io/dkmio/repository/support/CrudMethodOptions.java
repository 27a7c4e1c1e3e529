package io.dkmio.repository.support;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;

import io.dkmio.core.query.QueryShape;
import io.dkmio.repository.AllowScan;
import io.dkmio.repository.ConsistentRead;
import io.dkmio.transaction.ReadTransaction;
import io.dkmio.transaction.WriteTransaction;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.Assert;

/**
 * What the annotations of a repository say about the methods every repository has: those
 * on the interface, and those on methods it declares again.
 *
 * @since 1.0
 */
public final class CrudMethodOptions {

	private final Class<?> repository;

	/**
	 * Reads the annotations of a repository.
	 * @param repository the interface
	 */
	public CrudMethodOptions(Class<?> repository) {
		Assert.notNull(repository, "Repository must not be null");
		this.repository = repository;
	}

	/**
	 * The interface of the repository.
	 * @return the interface
	 */
	public Class<?> repository() {
		return this.repository;
	}

	/**
	 * Whether a method reads what was written last.
	 * @param method the name of the method
	 * @return {@code true} if it is annotated with {@link ConsistentRead}
	 */
	public boolean isConsistent(String method) {
		return has(method, ConsistentRead.class);
	}

	/**
	 * Whether a method may read the whole table.
	 * @param method the name of the method
	 * @return {@code true} if it is annotated with {@link AllowScan}
	 */
	public boolean isScanAllowed(String method) {
		return has(method, AllowScan.class);
	}

	/**
	 * Whether a method is a transaction of its writes.
	 * @param method the name of the method
	 * @return {@code true} if it is annotated with {@link WriteTransaction}
	 */
	public boolean isWriteTransaction(String method) {
		return has(method, WriteTransaction.class);
	}

	/**
	 * Whether a method is a transaction of its reads.
	 * @param method the name of the method
	 * @return {@code true} if it is annotated with {@link ReadTransaction}
	 */
	public boolean isReadTransaction(String method) {
		return has(method, ReadTransaction.class);
	}

	private boolean has(String name, Class<? extends Annotation> annotation) {
		return AnnotatedElementUtils.hasAnnotation(this.repository, annotation)
				|| Arrays.stream(this.repository.getMethods())
					.filter((method) -> method.getName().equals(name))
					.anyMatch((AnnotatedElement method) -> AnnotatedElementUtils.hasAnnotation(method, annotation));
	}

	/**
	 * Adds what the annotations say to a question.
	 */
	QueryShape options(String method, QueryShape shape) {
		QueryShape changed = isConsistent(method) ? shape.withConsistent() : shape;
		return isScanAllowed(method) ? changed.withScanAllowed() : changed;
	}

}
