package io.dkmio;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * A read no key or index can serve. It is found when the read is planned, which for a
 * repository method is when the application starts, and no request is sent.
 *
 * @since 1.0
 */
public class UnservableQueryException extends InvalidDataAccessApiUsageException {

	private static final long serialVersionUID = 1L;

	private final String query;

	private final String reason;

	private final String advice;

	/**
	 * Creates the exception.
	 * @param query what was asked, in property names
	 * @param reason why it cannot be served, and what comes nearest
	 * @param advice what to add or change
	 */
	public UnservableQueryException(String query, String reason, String advice) {
		super(query + " cannot be served: " + reason + ". " + advice + ".");
		this.query = query;
		this.reason = reason;
		this.advice = advice;
	}

	/**
	 * What was asked.
	 * @return the query in property names
	 */
	public String getQuery() {
		return this.query;
	}

	/**
	 * Why it cannot be served.
	 * @return the reason, with the index that comes nearest
	 */
	public String getReason() {
		return this.reason;
	}

	/**
	 * What to add or change.
	 * @return the advice
	 */
	public String getAdvice() {
		return this.advice;
	}

}
