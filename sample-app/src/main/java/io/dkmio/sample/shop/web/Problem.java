package io.dkmio.sample.shop.web;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * A failure as the caller sees it: a problem detail (RFC 9457) that names the property,
 * and the condition where one did not hold.
 */
public final class Problem extends ErrorResponseException {

	private static final long serialVersionUID = 1L;

	private Problem(HttpStatus status, String detail, @Nullable Exception cause) {
		super(status, ProblemDetail.forStatusAndDetail(status, detail), cause);
	}

	/**
	 * Any failure.
	 */
	public static Problem of(HttpStatus status, String detail, @Nullable Exception cause) {
		return new Problem(status, detail, cause);
	}

	/**
	 * What the path names is not there.
	 */
	public static Problem notFound(String property, String detail, @Nullable Exception cause) {
		return of(HttpStatus.NOT_FOUND, detail, cause).with("property", property);
	}

	/**
	 * What the body names is not there.
	 */
	public static Problem unknown(String property, String detail, @Nullable Exception cause) {
		return of(HttpStatus.UNPROCESSABLE_CONTENT, detail, cause).with("property", property);
	}

	/**
	 * A condition does not hold.
	 */
	public static Problem conflict(String condition, String property, String detail, @Nullable Exception cause) {
		return of(HttpStatus.CONFLICT, detail, cause).with("condition", condition).with("property", property);
	}

	/**
	 * Adds what a program may want to know.
	 */
	public Problem with(String name, @Nullable Object value) {
		getBody().setProperty(name, value);
		return this;
	}

}
