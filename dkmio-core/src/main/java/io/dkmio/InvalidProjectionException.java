package io.dkmio;

import java.util.Collection;
import java.util.List;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * A read needs attributes its index does not hold.
 *
 * @since 1.0
 */
public class InvalidProjectionException extends InvalidDataAccessApiUsageException {

	private static final long serialVersionUID = 1L;

	private final String indexName;

	@SuppressWarnings("serial") // List.copyOf is serializable, its type does not say so
	private final List<String> attributes;

	/**
	 * Creates the exception.
	 * @param message what was asked for, what the index holds, and what to do
	 * @param indexName the index
	 * @param attributes the attributes it does not hold
	 */
	public InvalidProjectionException(String message, String indexName, Collection<String> attributes) {
		super(message);
		this.indexName = indexName;
		this.attributes = List.copyOf(attributes);
	}

	/**
	 * The index that was to serve the read.
	 * @return the index's name
	 */
	public String getIndexName() {
		return this.indexName;
	}

	/**
	 * The attributes the index does not hold.
	 * @return the attributes' names
	 */
	public List<String> getAttributes() {
		return this.attributes;
	}

}
