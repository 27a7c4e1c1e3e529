package io.dkmio.boot.autoconfigure;

import java.util.stream.Collectors;

import io.dkmio.SchemaMismatchException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Lists how the tables differ from what is declared.
 */
final class SchemaMismatchFailureAnalyzer extends AbstractFailureAnalyzer<SchemaMismatchException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, SchemaMismatchException cause) {
		String differences = cause.getDifferences()
			.stream()
			.map((difference) -> "\n    - " + difference)
			.collect(Collectors.joining());
		return new FailureAnalysis("The tables in DynamoDB are missing, or are not what is declared:\n" + differences,
				"Correct each point as it says. dkmio.schema=create makes missing tables, and never changes those that"
						+ " exist; dkmio.schema=none starts without looking at them.",
				cause);
	}

}
