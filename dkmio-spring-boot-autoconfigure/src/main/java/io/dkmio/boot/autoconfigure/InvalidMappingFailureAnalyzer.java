package io.dkmio.boot.autoconfigure;

import java.util.stream.Collectors;

import io.dkmio.core.mapping.InvalidMappingException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Lists everything that is wrong with tables and item types.
 */
final class InvalidMappingFailureAnalyzer extends AbstractFailureAnalyzer<InvalidMappingException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidMappingException cause) {
		String faults = cause.getFaults().stream().map((fault) -> "\n    - " + fault).collect(Collectors.joining());
		return new FailureAnalysis("The tables and item types of dkmio do not fit together:\n" + faults,
				"Correct each point as it says. Tables and indexes are declared below dkmio.table (for items that name"
						+ " no table) and dkmio.tables.<name> (for @Item(table = \"<name>\")), or as TableDefinition"
						+ " beans.",
				cause);
	}

}
