package io.dkmio.boot.autoconfigure;

import io.dkmio.TableNotFoundException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says which table was missing when the application started.
 */
final class TableNotFoundFailureAnalyzer extends AbstractFailureAnalyzer<TableNotFoundException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, TableNotFoundException cause) {
		String table = cause.getOperation().tableName();
		return new FailureAnalysis(
				"The application used " + ((table != null) ? "table '" + table + "'" : "a table")
						+ " while it started, and DynamoDB has no such table or index in this account and Region.",
				"Create it, for example with dkmio.schema=create, or correct its name (dkmio.table.name,"
						+ " dkmio.table-prefix, dkmio.table-suffix), the Region or the endpoint.",
				cause);
	}

}
