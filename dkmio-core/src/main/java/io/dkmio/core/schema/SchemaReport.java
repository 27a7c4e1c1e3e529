package io.dkmio.core.schema;

import java.util.List;
import java.util.stream.Collectors;

import io.dkmio.SchemaMismatchException;

/**
 * How tables in DynamoDB compare with the mapping.
 *
 * @param differences every point in which the application would not work as declared
 * @param notes points the application can live with, such as an index it does not use
 * @since 1.0
 */
public record SchemaReport(List<SchemaDifference> differences, List<SchemaDifference> notes) {

	public SchemaReport {
		differences = List.copyOf(differences);
		notes = List.copyOf(notes);
	}

	/**
	 * Whether the tables are as declared. Notes do not count.
	 * @return {@code true} if there is no difference
	 */
	public boolean isValid() {
		return this.differences.isEmpty();
	}

	/**
	 * Refuses tables that are not as declared.
	 * @throws SchemaMismatchException with all differences, if there are any
	 */
	public void throwIfInvalid() {
		if (!isValid()) {
			throw new SchemaMismatchException(this.differences.stream().map(SchemaDifference::toString).toList());
		}
	}

	/**
	 * The differences, then the notes, in a line each.
	 */
	@Override
	public String toString() {
		if (this.differences.isEmpty() && this.notes.isEmpty()) {
			return "The tables are as the mapping declares";
		}
		return this.differences.stream().map((difference) -> "- " + difference).collect(Collectors.joining("\n"))
				+ (this.differences.isEmpty() || this.notes.isEmpty() ? "" : "\n")
				+ this.notes.stream().map((note) -> "- (note) " + note).collect(Collectors.joining("\n"));
	}

}
