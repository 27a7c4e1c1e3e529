package io.dkmio;

import java.util.List;

import org.springframework.dao.InvalidDataAccessResourceUsageException;

/**
 * The tables in DynamoDB are not what the mapping declares.
 *
 * @since 1.0
 */
public class SchemaMismatchException extends InvalidDataAccessResourceUsageException {

	private static final long serialVersionUID = 1L;

	@SuppressWarnings("serial") // List.copyOf is serializable, its type does not say so
	private final List<String> differences;

	/**
	 * Creates the exception.
	 * @param differences every difference, in a line each
	 */
	public SchemaMismatchException(List<String> differences) {
		super(text(differences));
		this.differences = List.copyOf(differences);
	}

	/**
	 * Every difference, in a line each.
	 * @return the differences
	 */
	public List<String> getDifferences() {
		return this.differences;
	}

	private static String text(List<String> differences) {
		return "The tables differ from the mapping in " + differences.size()
				+ ((differences.size() == 1) ? " point:" : " points:") + "\n  - " + String.join("\n  - ", differences);
	}

}
