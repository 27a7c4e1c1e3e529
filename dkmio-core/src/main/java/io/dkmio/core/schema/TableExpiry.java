package io.dkmio.core.schema;

import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.client.DynamoOperation;
import io.dkmio.core.mapping.TableDefinition;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Compares and enables the expiry of a table's items.
 */
final class TableExpiry {

	private static final String SUBJECT = "time to live";

	private final DynamoExecutor executor;

	TableExpiry(DynamoExecutor executor) {
		this.executor = executor;
	}

	/**
	 * Compares the expiry of an existing table.
	 * @param willEnable whether expiry that is not enabled will be
	 */
	void compare(TableDefinition definition, TableComparison comparison, boolean willEnable) {
		String expected = definition.timeToLiveAttribute();
		String found = enabledAttribute(definition.name());
		if (expected == null) {
			if (found != null) {
				comparison.note(SUBJECT, "none", "'" + found + "'",
						"Items with this attribute expire; declare it as the table's time to live to use it");
			}
		}
		else if (found == null) {
			if (!willEnable) {
				comparison.difference(SUBJECT, "'" + expected + "'", "disabled",
						"Enable it with UpdateTimeToLive or dkmio.schema=create, or declare the table without it; until"
								+ " then no item expires");
			}
		}
		else if (!found.equals(expected)) {
			comparison.difference(SUBJECT, "'" + expected + "'", "'" + found + "'",
					"A table has one such attribute: declare '" + found
							+ "', or disable it and enable the other one, with an hour between");
		}
	}

	/**
	 * Enables the expiry of a table's items if it is declared and not enabled yet.
	 */
	void enable(TableDefinition definition) {
		String attribute = definition.timeToLiveAttribute();
		if (attribute == null || attribute.equals(enabledAttribute(definition.name()))) {
			return;
		}
		try {
			this.executor.updateTimeToLive(UpdateTimeToLiveRequest.builder()
				.tableName(definition.name())
				.timeToLiveSpecification((specification) -> specification.attributeName(attribute).enabled(true))
				.build(), operation("updateTimeToLive", definition.name()));
		}
		catch (InvalidDataAccessApiUsageException ex) {
			if (!attribute.equals(enabledAttribute(definition.name()))) {
				throw ex;
			}
		}
	}

	private @Nullable String enabledAttribute(String table) {
		TimeToLiveDescription description = this.executor
			.describeTimeToLive(DescribeTimeToLiveRequest.builder().tableName(table).build(),
					operation("describeTimeToLive", table))
			.timeToLiveDescription();
		if (description == null) {
			return null;
		}
		String status = String.valueOf(description.timeToLiveStatusAsString());
		return (status.equals("ENABLED") || status.equals("ENABLING")) ? description.attributeName() : null;
	}

	private static DynamoOperation operation(String name, String table) {
		return DynamoOperation.of(name).withTable(table);
	}

}
