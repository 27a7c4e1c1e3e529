package io.dkmio.repository.query;

import io.dkmio.UnservableQueryException;
import io.dkmio.core.mapping.DynamoPersistentEntity;

/**
 * Where a question comes from: a method, or an example.
 */
interface QuerySource {

	/**
	 * The type of the items.
	 */
	DynamoPersistentEntity<?> entity();

	/**
	 * The type items are read as where a type is returned that several types of items
	 * extend.
	 */
	default Class<?> readType(Class<?> returned) {
		return entity().getType();
	}

	/**
	 * The source for people, such as {@code OrderRepository.findByStatus(Status)}.
	 */
	String describe();

	/**
	 * What is thrown where DynamoDB cannot do what is asked.
	 */
	default UnservableQueryException refused(String reason, String advice) {
		return new UnservableQueryException(describe(), reason, advice);
	}

	/**
	 * Names the source in what is thrown where its question cannot be served.
	 */
	default UnservableQueryException refused(UnservableQueryException cause) {
		if (cause.getQuery().startsWith(describe())) {
			return cause;
		}
		UnservableQueryException named = new UnservableQueryException(describe() + ": " + cause.getQuery(),
				cause.getReason(), cause.getAdvice());
		named.initCause(cause);
		return named;
	}

}
