package io.dkmio.boot.autoconfigure;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.dkmio.boot.autoconfigure.shop.Order;
import io.dkmio.core.mapping.TableDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

import org.springframework.boot.json.JsonParserFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Exports from the command line, in a JVM of their own.
 */
class ExportSchemaIntegrationTests {

	private static final String PACKAGES = "--packages=" + Order.class.getPackageName();

	private static final String NAME = "--dkmio.table.name=cli-shop";

	private static final String[] INDEX = { "--dkmio.table.indexes.gsi1.partition-key=gsi1pk",
			"--dkmio.table.indexes.gsi1.sort-key=gsi1sk" };

	@TempDir
	private Path directory;

	@Test
	void printsCloudFormationThatParses() throws Exception {
		Result result = java(PACKAGES, NAME, "--format=cloudformation", INDEX[0], INDEX[1]);
		assertThat(result.error()).isEmpty();
		assertThat(result.status()).isZero();
		Map<?, ?> template = new Yaml(new CloudFormation()).load(result.output());
		Map<?, ?> resources = (Map<?, ?>) template.get("Resources");
		assertThat(resources).hasSize(1);
		Map<?, ?> table = (Map<?, ?>) resources.values().iterator().next();
		assertThat(table.get("Type")).isEqualTo("AWS::DynamoDB::Table");
		assertThat(((Map<?, ?>) table.get("Properties")).get("TableName")).isEqualTo("cli-shop");
	}

	@Test
	void printsTheOtherFormatsAsSchemaExportMakesThem() throws Exception {
		Result workbench = java(PACKAGES, NAME, "--format=workbench", "--name=Shop", INDEX[0], INDEX[1]);
		Map<String, Object> model = JsonParserFactory.getJsonParser().parseMap(workbench.output());
		assertThat(model).containsKeys("ModelName", "DataModel").containsEntry("ModelName", "Shop");
		Result terraform = run(PACKAGES, NAME, "--format=TERRAFORM", INDEX[0], INDEX[1]);
		assertThat(terraform.output()).startsWith("resource \"aws_dynamodb_table\"").contains("\"cli-shop\"");
		Result markdown = run(PACKAGES, NAME, "--format=markdown", INDEX[0], INDEX[1]);
		assertThat(markdown.output()).contains("## cli-shop", "| `Order` |", "| index `gsi1` |");
	}

	@Test
	void writesAFileAndTakesConfigurationClasses() throws Exception {
		Path file = this.directory.resolve("tables.md");
		Result result = run(PACKAGES, NAME, INDEX[0], INDEX[1], "--format=markdown", "--output=" + file,
				"--config=" + Further.class.getName());
		assertThat(result.error()).isEmpty();
		assertThat(result.output()).isEmpty();
		assertThat(Files.readString(file)).contains("## cli-shop", "## audit-log");
	}

	@Test
	void saysHowItIsUsed() throws Exception {
		for (String[] wrong : List.of(new String[0], new String[] { PACKAGES }, new String[] { "--format=markdown" },
				new String[] { PACKAGES, "--format=pdf" }, new String[] { PACKAGES, "--format=markdown", "more" })) {
			Result result = run(wrong);
			assertThat(result.status()).isEqualTo(2);
			assertThat(result.output()).isEmpty();
			assertThat(result.error()).startsWith("Writes down the tables").contains("--packages=", "--format=");
		}
	}

	@Test
	void saysWhatIsWrongWithTheMapping() throws Exception {
		Result result = run(PACKAGES, NAME, "--format=markdown", "--dkmio.table.key-separator=##");
		assertThat(result.status()).isEqualTo(1);
		assertThat(result.output()).isEmpty();
		assertThat(result.error()).startsWith("The tables cannot be exported: ")
			.contains("dkmio.table.key-separator", "a separator is one character");
	}

	private static Result run(String... arguments) throws Exception {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ByteArrayOutputStream err = new ByteArrayOutputStream();
		int status = ExportSchema.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8),
				new PrintStream(err, true, StandardCharsets.UTF_8));
		return new Result(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
	}

	private Result java(String... arguments) throws Exception {
		Path options = Files.writeString(this.directory.resolve("options"),
				"-cp \"" + System.getProperty("java.class.path").replace("\\", "\\\\") + "\"");
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"@" + options, ExportSchema.class.getName()));
		command.addAll(List.of(arguments));
		Path out = this.directory.resolve("out");
		Path err = this.directory.resolve("err");
		Process process = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
		assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
		return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
	}

	record Result(int status, String output, String error) {
	}

	/**
	 * Reads the short forms of CloudFormation's functions, such as {@code !GetAtt}.
	 */
	private static final class CloudFormation extends SafeConstructor {

		private CloudFormation() {
			super(new LoaderOptions());
			this.yamlMultiConstructors.put("!", new AbstractConstruct() {

				@Override
				public Object construct(Node node) {
					if (node instanceof ScalarNode scalar) {
						return scalar.getValue();
					}
					return (node instanceof SequenceNode sequence) ? constructSequence(sequence)
							: constructMapping((MappingNode) node);
				}

			});
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Further {

		@Bean
		TableDefinition audit() {
			return TableDefinition.of("audit", "audit-log", "user_id").withSortKey("at");
		}

	}

}
