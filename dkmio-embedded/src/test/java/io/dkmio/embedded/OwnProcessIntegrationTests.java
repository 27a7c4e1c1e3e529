package io.dkmio.embedded;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What can only be seen from outside a JVM: that it ends by itself, what it prints and
 * what it leaves behind.
 */
class OwnProcessIntegrationTests {

	private static final List<String> LOGGING = List.of("logback-", "log4j-to-slf4j-");

	private static final int FIRST_JDK_WITH_NATIVE_ACCESS_WARNINGS = 24;

	@TempDir
	private Path directory;

	@Test
	void endsByItselfPrintsNothingAndLeavesNothingWithoutALoggingLibrary() throws Exception {
		Path temporary = Files.createDirectory(this.directory.resolve("tmp"));
		Outcome outcome = run("use", LOGGING, "-Djava.io.tmpdir=" + temporary);
		assertThat(outcome).isEqualTo(new Outcome(0, "no table\nhello\nno table\nhello\n", ""));
		assertThat(temporary).isEmptyDirectory();
		assertThat(this.directory.resolve("work")).isEmptyDirectory();
	}

	@Test
	void endsByItselfAndLogsNothingAtInfoWithLogback() throws Exception {
		Outcome outcome = run("use", List.of());
		assertThat(outcome).isEqualTo(new Outcome(0, "no table\nhello\nno table\nhello\n", ""));
	}

	@Test
	void logsWhatAUserAsksFor() throws Exception {
		Files.writeString(this.directory.resolve("logback.xml"), """
				<configuration>
				  <appender name="CONSOLE" class="ch.qos.logback.core.ConsoleAppender">
				    <encoder><pattern>%level %logger%n</pattern></encoder>
				  </appender>
				  <logger name="software.amazon.dynamodb" level="INFO"/>
				  <root level="WARN"><appender-ref ref="CONSOLE"/></root>
				</configuration>
				""");
		Outcome outcome = run("use", List.of(), "-Dlogback.configurationFile=" + this.directory.resolve("logback.xml"));
		assertThat(outcome.code()).isZero();
		assertThat(outcome.output()).contains("INFO software.amazon.dynamodb.services.local").contains("hello\n");
	}

	@Test
	void endsByItselfWhenTheStartFailed() throws Exception {
		assertThat(run("taken", LOGGING)).isEqualTo(new Outcome(0, "refused\n", ""));
	}

	@Test
	void saysWhatToDoWithoutDynamoDbLocal() throws Exception {
		assertThat(run("start", List.of("DynamoDBLocal-"))).isEqualTo(new Outcome(0, """
				Could not start DynamoDB Local, because it is not whole on the class path: \
				java.lang.ClassNotFoundException: \
				software.amazon.dynamodb.services.local.server.DynamoDBRequestHandler. dkmio-embedded brings \
				software.amazon.dynamodb:DynamoDBLocal and com.almworks.sqlite4java:sqlite4java with it: do not \
				exclude them or what they need, or configure the endpoint of another DynamoDB
				""", ""));
	}

	@Test
	void saysWhatIsMissingWhenDynamoDbLocalIsNotWhole() throws Exception {
		Outcome outcome = run("start", List.of("log4j-api-", "log4j-to-slf4j-"));
		assertThat(outcome.code()).isZero();
		assertThat(outcome.output())
			.startsWith("Could not start DynamoDB Local, because it is not whole on the class path:")
			.contains("org.apache.logging.log4j.LogManager");
	}

	private Outcome run(String what, List<String> leftOut, String... options) throws Exception {
		Path work = Files.createDirectories(this.directory.resolve("work"));
		Path output = this.directory.resolve("output");
		Path errors = this.directory.resolve("errors");
		Process process = new ProcessBuilder(command(what, leftOut, options)).directory(work.toFile())
			.redirectOutput(output.toFile())
			.redirectError(errors.toFile())
			.start();
		try {
			boolean ended = process.waitFor(60, TimeUnit.SECONDS);
			assertThat(ended).as(() -> "ended within a minute; output so far: " + read(output) + read(errors)).isTrue();
			return new Outcome(process.exitValue(), read(output), read(errors));
		}
		finally {
			process.destroyForcibly();
		}
	}

	private static List<String> command(String what, List<String> leftOut, String... options) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		// the SDK's own hint about a missing SLF4J provider is not ours
		command.add("-Dslf4j.internal.verbosity=ERROR");
		if (Runtime.version().feature() >= FIRST_JDK_WITH_NATIVE_ACCESS_WARNINGS) {
			command.add("--enable-native-access=ALL-UNNAMED");
		}
		command.addAll(List.of(options));
		command.addAll(List.of("-cp", classPath(leftOut), PlainProgram.class.getName(), what));
		return command;
	}

	private static String classPath(List<String> leftOut) {
		return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.map(Path::of)
			.filter((entry) -> leftOut.stream().noneMatch((name) -> entry.getFileName().toString().startsWith(name)))
			.map((entry) -> entry.toAbsolutePath().toString())
			.collect(Collectors.joining(File.pathSeparator));
	}

	private static String read(Path file) {
		try {
			return Files.readString(file).replace("\r\n", "\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private record Outcome(int code, String output, String errors) {
	}

}
