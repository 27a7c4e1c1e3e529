package io.dkmio.core.schema;

import java.util.List;

import io.dkmio.SchemaMismatchException;
import io.dkmio.core.mapping.IndexDefinition;
import io.dkmio.core.mapping.TableDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class TableComparisonUnitTests {

	private final TableDefinition shop = TableDefinition.of("shop")
		.withIndex(IndexDefinition.global("gsi1").withPartitionKey("gsi1pk"));

	private final TableComparison comparison = new TableComparison("shop");

	@ParameterizedTest
	@ValueSource(strings = { "CREATING", "DELETING", "INACCESSIBLE_ENCRYPTION_CREDENTIALS", "ARCHIVED", "OF_TOMORROW" })
	void aTableThatCannotBeUsedIsADifference(String status) {
		this.comparison.status(this.shop, description(status, "ACTIVE"));
		assertThat(this.comparison.differences()).singleElement()
			.hasToString("Table 'shop', status: expected ACTIVE, found " + status
					+ ". Wait until the table is ACTIVE, then start again.");
	}

	@Test
	void aTableThatIsChangedCanBeUsed() {
		this.comparison.status(this.shop, description("UPDATING", "UPDATING"));
		assertThat(this.comparison.differences()).isEmpty();
		assertThat(this.comparison.notes()).singleElement()
			.hasToString(
					"Table 'shop', status: expected ACTIVE, found UPDATING. It can be used; capacity or indexes are"
							+ " being changed.");
	}

	@Test
	void anIndexThatIsBeingFilledIsADifference() {
		this.comparison.status(this.shop, description("ACTIVE", "CREATING"));
		assertThat(this.comparison.differences()).singleElement()
			.hasToString("Table 'shop', index 'gsi1' status: expected ACTIVE, found CREATING. Wait until the index is"
					+ " ACTIVE, then start again.");
	}

	@Test
	void aReportWithoutDifferencesIsValid() {
		SchemaReport report = new SchemaReport(List.of(), List.of());
		assertThat(report.isValid()).isTrue();
		assertThatNoException().isThrownBy(report::throwIfInvalid);
		assertThat(report).hasToString("The tables are as the mapping declares");
	}

	@Test
	void aReportListsDifferencesAndNotes() {
		SchemaDifference one = new SchemaDifference("shop", "sort key", "a", "b", "Do c");
		SchemaDifference two = new SchemaDifference("audit", "table", "d", "e", "Do f");
		SchemaReport report = new SchemaReport(List.of(one, two), List.of(one));
		assertThat(report.isValid()).isFalse();
		assertThat(report).hasToString("""
				- Table 'shop', sort key: expected a, found b. Do c.
				- Table 'audit', table: expected d, found e. Do f.
				- (note) Table 'shop', sort key: expected a, found b. Do c.""");
		assertThatExceptionOfType(SchemaMismatchException.class).isThrownBy(report::throwIfInvalid)
			.withMessage("""
					The tables differ from the mapping in 2 points:
					  - Table 'shop', sort key: expected a, found b. Do c.
					  - Table 'audit', table: expected d, found e. Do f.""")
			.satisfies((ex) -> assertThat(ex.getDifferences()).hasSize(2));
	}

	@Test
	void notesAloneAreValid() {
		SchemaReport report = new SchemaReport(List.of(),
				List.of(new SchemaDifference("shop", "index 'x'", "none", "b", "Do c")));
		assertThat(report.isValid()).isTrue();
		assertThatNoException().isThrownBy(report::throwIfInvalid);
		assertThat(report).hasToString("- (note) Table 'shop', index 'x': expected none, found b. Do c.");
	}

	private static TableDescription description(String status, String indexStatus) {
		return TableDescription.builder()
			.tableName("shop")
			.tableStatus(status)
			.globalSecondaryIndexes(
					GlobalSecondaryIndexDescription.builder().indexName("gsi1").indexStatus(indexStatus).build())
			.build();
	}

}
