package io.dkmio.core.expression;

import java.util.List;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Refuses paths DynamoDB does not take together in one expression.
 */
final class PathConflicts {

	private PathConflicts() {
	}

	static void refuse(String kind, List<AttributePath> paths) {
		for (int i = 0; i < paths.size(); i++) {
			for (int j = 0; j < i; j++) {
				refuse(kind, paths.get(j), paths.get(i));
			}
		}
	}

	static void refuse(String kind, AttributePath first, AttributePath second) {
		if (first.overlaps(second)) {
			throw new InvalidDataAccessApiUsageException(first.equals(second)
					? "The " + kind + " names '" + first + "' twice. Name it once" : "The " + kind + " names '" + first
							+ "' and '" + second + "', of which one lies inside the other. Name only one of them");
		}
		if (first.conflictsWith(second)) {
			throw new InvalidDataAccessApiUsageException("The " + kind + " names '" + first + "' and '" + second
					+ "', of which one takes for a map what the other takes for a list. Name only one of them");
		}
	}

}
