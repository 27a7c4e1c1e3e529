package io.dkmio;

import java.time.Duration;

import org.springframework.dao.TransientDataAccessResourceException;

/**
 * A request was not sent, because the last ones failed for want of an answer from
 * DynamoDB, and the circuit breaker lets none pass for a while.
 *
 * @since 1.0
 */
public class CircuitOpenException extends TransientDataAccessResourceException {

	private static final long serialVersionUID = 1L;

	private final Duration retryAfter;

	/**
	 * Creates the exception.
	 * @param message what was attempted, and until when nothing is sent
	 * @param retryAfter after how long a request is sent again
	 */
	public CircuitOpenException(String message, Duration retryAfter) {
		super(message);
		this.retryAfter = retryAfter;
	}

	/**
	 * After how long a request is sent again.
	 * @return the time, zero if one is under way already to try
	 */
	public Duration getRetryAfter() {
		return this.retryAfter;
	}

}
