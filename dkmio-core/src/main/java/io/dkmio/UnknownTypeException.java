package io.dkmio;

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataRetrievalFailureException;

/**
 * What was read is none of the types expected there.
 *
 * @since 1.0
 */
public class UnknownTypeException extends DataRetrievalFailureException {

	private static final long serialVersionUID = 1L;

	private final @Nullable String alias;

	@SuppressWarnings("serial") // List.copyOf is serializable, its type does not say so
	private final List<String> expected;

	/**
	 * Creates an exception.
	 * @param message what was read, what was found, and what to do
	 * @param alias the alias found, {@code null} if there was none
	 * @param expected the aliases that would have been understood
	 */
	public UnknownTypeException(String message, @Nullable String alias, Collection<String> expected) {
		super(message);
		this.alias = alias;
		this.expected = List.copyOf(expected);
	}

	/**
	 * The alias that was found.
	 * @return the alias, or {@code null} if there was none
	 */
	public @Nullable String getAlias() {
		return this.alias;
	}

	/**
	 * The aliases that would have been understood.
	 * @return the aliases
	 */
	public List<String> getExpected() {
		return this.expected;
	}

}
