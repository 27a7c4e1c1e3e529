package io.dkmio.boot.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.IndexDefinition;
import io.dkmio.core.mapping.Projection;
import io.dkmio.core.mapping.TableDefinition;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DynamoProperties}, and the tables made of them.
 */
class DynamoPropertiesUnitTests {

	private static final TableDefinition USUAL = TableDefinition.of("shop");

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(DynamoClientAutoConfiguration.class, DynamoDataAutoConfiguration.class))
		.withPropertyValues("dkmio.client.region=eu-west-1");

	@Test
	void needsTheNameOfTheTableAlone() {
		assertThat(tables("""
				dkmio:
				  table:
				    name: shop
				""")).containsExactly(USUAL);
	}

	@Test
	void namesTheTableAsTheApplication() {
		assertThat(tables("spring.application.name: My Shop")).containsExactly(TableDefinition.of("My-Shop"));
	}

	@Test
	void namesTheTableOfAnApplicationWithoutAName() {
		assertThat(tables("")).containsExactly(TableDefinition.of("dkmio"));
	}

	@Test
	void readsAWholeTable() {
		assertThat(
				tables("""
						dkmio:
						  table:
						    name: shop
						    partition-key: id:N
						    sort-key: at:B
						    type-attribute: kind
						    time-to-live: ttl
						    key-separator: "|"
						    indexes:
						      gsi1: { partition-key: gsi1pk, sort-key: gsi1sk, projection: ALL }
						      by-region: { partition-key: [region, city], sort-key: [placedAt, orderId], projection: [total, status] }
						      by-amount: { kind: local, sort-key: "total:N", projection: KEYS_ONLY, physical-name: amount }
						"""))
			.containsExactly(TableDefinition.of("shop")
				.withPartitionKey("id:N")
				.withSortKey("at:B")
				.withTypeAttribute("kind")
				.withTimeToLive("ttl")
				.withKeySeparator('|')
				.withIndex(IndexDefinition.global("gsi1").withPartitionKey("gsi1pk").withSortKey("gsi1sk"))
				.withIndex(IndexDefinition.global("by-region")
					.withPartitionKey("region", "city")
					.withSortKey("placedAt", "orderId")
					.withProjection(Projection.include("total", "status")))
				.withIndex(IndexDefinition.local("by-amount")
					.withSortKey("total:N")
					.withProjection(Projection.KEYS_ONLY)
					.withPhysicalName("amount")));
	}

	@Test
	void leavesOutWhatIsEmpty() {
		assertThat(tables("""
				dkmio:
				  table:
				    name: shop
				    sort-key: ""
				    type-attribute: ""
				    time-to-live: ""
				""")).containsExactly(USUAL.withoutSortKey().withTypeAttribute(null).withTimeToLive(null));
	}

	@Test
	void readsFurtherTables() {
		assertThat(tables("""
				dkmio:
				  table:
				    name: shop
				  tables:
				    audit: { name: audit-log, partition-key: user_id, sort-key: "at:N", time-to-live: ttl }
				    logs:
				      partition-key: id
				      indexes:
				        by-level: { partition-key: level }
				""")).containsExactly(USUAL,
				TableDefinition.of("audit", "audit-log", "user_id").withSortKey("at:N").withTimeToLive("ttl"),
				TableDefinition.of("logs", "logs", "id")
					.withIndex(IndexDefinition.global("by-level").withPartitionKey("level")));
	}

	@Test
	void hasNoSingleTableBesideFurtherOnesUnlessAsked() {
		assertThat(tables("dkmio.tables.audit.partition-key: id"))
			.containsExactly(TableDefinition.of("audit", "audit", "id"));
	}

	@Test
	void namesAllTablesWithPrefixAndSuffix() {
		assertThat(tables("""
				dkmio:
				  table-prefix: test-
				  table-suffix: -eu
				  table.name: shop
				  tables.audit.partition-key: id
				""")).extracting(TableDefinition::name).containsExactly("test-shop-eu", "test-audit-eu");
	}

	@Test
	void takesTablesDeclaredAsBeans() {
		this.runner.withBean(TableDefinition.class, () -> USUAL)
			.withPropertyValues("dkmio.table-prefix=test-", "dkmio.tables.audit.partition-key=id")
			.run((context) -> assertThat(context.getBean(DynamoMappingContext.class).getTables())
				.extracting(TableDefinition::name)
				.containsExactly("test-shop", "test-audit"));
	}

	@Test
	void keepsSecretsOutOfItsText() {
		this.runner
			.withPropertyValues("dkmio.client.credentials.access-key=AKIA",
					"dkmio.client.credentials.secret-key=hunter2",
					"dkmio.cursor.secret=hunter2hunter2hunter2hunter2hunter2")
			.run((context) -> assertThat(
					context.getBean(DynamoClientProperties.class).toString() + context.getBean(DynamoProperties.class))
				.doesNotContain("hunter2", "AKIA"));
	}

	private List<TableDefinition> tables(String yaml) {
		List<TableDefinition> found = new ArrayList<>();
		this.runner.withInitializer((context) -> {
			for (PropertySource<?> source : load(yaml)) {
				context.getEnvironment().getPropertySources().addLast(source);
			}
		}).run((context) -> found.addAll(context.getBean(DynamoMappingContext.class).getTables()));
		return found;
	}

	private static List<PropertySource<?>> load(String yaml) {
		try {
			return new YamlPropertySourceLoader().load("application.yml",
					new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
