package io.dkmio.sample.shop.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * Versions as entity tags: version 3 is {@code "3"}.
 */
public final class ETags {

	private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})\"");

	private ETags() {
	}

	/**
	 * The tag of a version.
	 */
	public static String of(@Nullable Long version) {
		return "\"" + version + "\"";
	}

	/**
	 * The version a change expects.
	 */
	public static long version(@Nullable String ifMatch) {
		if (ifMatch == null) {
			throw Problem
				.of(HttpStatus.PRECONDITION_REQUIRED,
						"Say by If-Match which version is changed: the ETag it was read with", null)
				.with("property", "If-Match");
		}
		Matcher tag = TAG.matcher(ifMatch.trim());
		if (!tag.matches()) {
			throw Problem.of(HttpStatus.BAD_REQUEST, "If-Match must be one ETag, such as \"3\"", null)
				.with("property", "If-Match");
		}
		return Long.parseLong(tag.group(1));
	}

	/**
	 * The item has another version.
	 */
	public static Problem stale(Exception cause) {
		return Problem
			.of(HttpStatus.PRECONDITION_FAILED,
					"It was changed since it was read: read it again, and apply the change to that", cause)
			.with("condition", "version")
			.with("property", "If-Match");
	}

}
