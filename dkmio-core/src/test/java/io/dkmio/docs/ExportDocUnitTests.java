package io.dkmio.docs;

import java.time.Instant;
import java.util.List;

import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.GlobalIndex;
import io.dkmio.core.mapping.IndexDefinition;
import io.dkmio.core.mapping.Item;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.core.schema.AccessPattern;
import io.dkmio.core.schema.Billing;
import io.dkmio.core.schema.SchemaExport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The code of {@code docs/export.md}, and what the page says comes out of it.
 */
class ExportDocUnitTests {

	private static final DocumentedCode PAGE = DocumentedCode.page("export.md");

	private final DynamoMappingContext context = DynamoMappingContext.of(
			List.of(TableDefinition.of("shop")
				.withIndex(IndexDefinition.global("gsi1").withPartitionKey("gsi1pk").withSortKey("gsi1sk"))),
			Order.class);

	@Test
	void compilesTheCode() {
		PAGE.isCompiledIn(ExportDocUnitTests.class);
	}

	@Test
	void showsWhatIsWritten() {
		DynamoMappingContext context = this.context;
		// @formatter:off
		SchemaExport export = SchemaExport.of(context); // a DynamoMappingContext
		String cloudFormation = export.toCloudFormation(); // YAML
		String terraform = export.withBilling(Billing.provisioned(5, 5)).toTerraform(); // HCL
		String workbench = export.toWorkbench("Shop"); // JSON, for NoSQL Workbench
		String markdown = export.withAccessPatterns(List.of(
				new AccessPattern("Open orders, newest first", "shop", "gsi1", "Query shop index gsi1 gsi1pk = ? backwards")))
			.toMarkdown();
		// @formatter:on
		PAGE.shows(markdown.substring(markdown.indexOf("## ")));
		PAGE.shows(terraform.substring(0, terraform.indexOf("  attribute {")));
		assertThat(cloudFormation).contains("ShopTable");
		assertThat(workbench).contains("Shop");
	}

	@Item(pk = "CUSTOMER#{customerId}", sk = "ORDER#{orderId}")
	@GlobalIndex(name = "gsi1", pk = "STATUS#{status}", sk = "{placedAt}#{orderId}")
	record Order(String customerId, String orderId, Status status, Instant placedAt) {
	}

	enum Status {

		OPEN, PAID

	}

}
