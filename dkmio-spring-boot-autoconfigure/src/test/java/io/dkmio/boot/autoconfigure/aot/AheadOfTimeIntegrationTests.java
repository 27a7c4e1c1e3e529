package io.dkmio.boot.autoconfigure.aot;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplicationAotProcessor;
import org.springframework.context.aot.AbstractAotProcessor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Prepares an application as {@code process-aot} does, compiles what was generated, and
 * runs the application by it in a JVM of its own.
 */
class AheadOfTimeIntegrationTests {

	private static final String CLASS_PATH = System.getProperty("surefire.test.class.path",
			System.getProperty("java.class.path"));

	@TempDir
	private Path directory;

	@Test
	void runsFromWhatWasGenerated() throws Exception {
		process();
		compile();
		assertThat(run()).contains("generated=true", "version=1", "audited=true", "found=true", "queried=true",
				"summaries=[ParcelSummary[number=7, city=Lima]]", "views=7",
				"types=[class " + Parcel.class.getName() + "]", "plans=true", "template=true", "named=true");
	}

	private void process() {
		AbstractAotProcessor.Settings settings = AbstractAotProcessor.Settings.builder()
			.sourceOutput(sources())
			.resourceOutput(classes())
			.classOutput(classes())
			.groupId("io.dkmio")
			.artifactId("aot")
			.build();
		new SpringApplicationAotProcessor(AotApplication.class, settings, AotApplication.PROPERTIES).process();
	}

	private void compile() throws IOException {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		try (Stream<Path> files = Files.walk(sources());
				StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
			List<Path> java = files.filter((file) -> file.toString().endsWith(".java")).toList();
			assertThat(java).isNotEmpty();
			assertThat(
					compiler
						.getTask(null, manager, null,
								List.of("-d", classes().toString(), "-proc:none", "-nowarn", "-classpath",
										classes() + File.pathSeparator + CLASS_PATH),
								null, manager.getJavaFileObjectsFromPaths(java))
						.call())
				.isTrue();
		}
	}

	private List<String> run() throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"),
				"-Dspring.aot.enabled=true", "-Dspring.devtools.restart.enabled=false", "-cp",
				classes() + File.pathSeparator + CLASS_PATH, AotApplication.class.getName()));
		command.addAll(List.of(AotApplication.PROPERTIES));
		Path output = this.directory.resolve("output");
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
		try {
			assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
		}
		finally {
			process.destroyForcibly();
		}
		String text = Files.readString(output, StandardCharsets.UTF_8);
		assertThat(process.exitValue()).as(text).isZero();
		return text.lines().toList();
	}

	private Path sources() {
		return this.directory.resolve("sources");
	}

	private Path classes() {
		return this.directory.resolve("classes");
	}

}
