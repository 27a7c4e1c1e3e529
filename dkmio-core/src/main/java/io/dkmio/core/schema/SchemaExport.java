package io.dkmio.core.schema;

import java.util.List;

import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.TableDefinition;

import org.springframework.util.Assert;

/**
 * Writes down what the mapping knows: tables for the tools that create them, and a
 * description for people. Nothing is sent anywhere. The same mapping gives the same text.
 * Immutable: each {@code with…} returns another one.
 *
 * <pre class="code">
 * String template = SchemaExport.of(context).toCloudFormation();
 * </pre>
 *
 * @since 1.0
 */
public final class SchemaExport {

	private final DynamoMappingContext context;

	private final Billing billing;

	private final List<AccessPattern> patterns;

	private SchemaExport(DynamoMappingContext context, Billing billing, List<AccessPattern> patterns) {
		this.context = context;
		this.billing = billing;
		this.patterns = patterns;
	}

	/**
	 * An export of everything a mapping context knows, with tables that are paid for by
	 * request.
	 * @param context the context
	 * @return the export
	 */
	public static SchemaExport of(DynamoMappingContext context) {
		Assert.notNull(context, "DynamoMappingContext must not be null");
		return new SchemaExport(context, Billing.onDemand(), List.of());
	}

	/**
	 * Sets how tables are paid for.
	 * @param billing the billing
	 * @return the changed export
	 */
	public SchemaExport withBilling(Billing billing) {
		Assert.notNull(billing, "Billing must not be null");
		return new SchemaExport(this.context, billing, this.patterns);
	}

	/**
	 * Sets what the application asks, for the description.
	 * @param patterns the access patterns
	 * @return the changed export
	 */
	public SchemaExport withAccessPatterns(List<AccessPattern> patterns) {
		Assert.notNull(patterns, "Access patterns must not be null");
		return new SchemaExport(this.context, this.billing, List.copyOf(patterns));
	}

	/**
	 * A template of CloudFormation. Tables are kept when their stack is deleted.
	 * @return YAML
	 * @throws org.springframework.dao.InvalidDataAccessApiUsageException if DynamoDB
	 * cannot have the tables
	 */
	public String toCloudFormation() {
		return new CloudFormationExport(this.billing).write(tables());
	}

	/**
	 * Resources of Terraform's AWS provider.
	 * @return HCL
	 * @throws org.springframework.dao.InvalidDataAccessApiUsageException if DynamoDB
	 * cannot have the tables
	 */
	public String toTerraform() {
		return new TerraformExport(this.billing).write(tables());
	}

	/**
	 * A model of NoSQL Workbench for DynamoDB, with a facet for each item type. The
	 * format knows neither local indexes nor keys of several attributes: such indexes are
	 * left out and named in the model's description.
	 * @param name the name of the model
	 * @return JSON
	 * @throws org.springframework.dao.InvalidDataAccessApiUsageException if DynamoDB
	 * cannot have the tables
	 */
	public String toWorkbench(String name) {
		Assert.hasText(name, "A model needs a name");
		return new WorkbenchExport(this.context).write(name, tables());
	}

	/**
	 * A description: tables, indexes, the keys of each item type, and the access patterns
	 * if there are any.
	 * @return Markdown
	 */
	public String toMarkdown() {
		return new MarkdownExport(this.context, this.patterns).write(tables());
	}

	private List<TableDefinition> tables() {
		List<TableDefinition> tables = List.copyOf(this.context.getTables());
		DefinitionVerifier.verify(tables);
		return tables;
	}

}
