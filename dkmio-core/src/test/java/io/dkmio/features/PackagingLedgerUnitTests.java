package io.dkmio.features;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.dkmio.core.DynamoOperations;
import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.document.Table;
import org.junit.jupiter.api.Test;

import org.springframework.core.NestedRuntimeException;
import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Behaviours that are those of the build. The numbers are those of
 * {@code docs/features.md}.
 */
class PackagingLedgerUnitTests {

	private static final Path MODULE = Path.of(System.getProperty("basedir", "."));

	private static final Pattern DEPENDENCY = Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL);

	/** D32. */
	@Test
	void dependsOnLittle() throws IOException {
		List<String> needed = DEPENDENCY.matcher(Files.readString(MODULE.resolve("pom.xml")))
			.results()
			.map((dependency) -> dependency.group(1))
			.filter((dependency) -> !dependency.contains("<scope>test") && !dependency.contains("<optional>true"))
			.map((dependency) -> dependency.replaceAll("(?s).*<artifactId>(.*?)</artifactId>.*", "$1"))
			.toList();
		assertThat(needed).containsExactlyInAnyOrder("spring-data-commons", "spring-tx", "spring-context", "dynamodb",
				"jspecify");
	}

	/** D33, M34. */
	@Test
	void everyPackageIsNullMarked() throws IOException {
		for (Path directory : packages()) {
			assertThat(directory.resolve("package-info.java")).as("package %s", directory)
				.content()
				.contains("@NullMarked");
		}
	}

	/** D34. */
	@Test
	void hasInterfacesForWhatApplicationsUse() {
		assertThat(DynamoOperations.class).isInterface().isAssignableFrom(DynamoTemplate.class);
		assertThat(Table.class).isInterface();
	}

	/** D35. */
	@Test
	void documentsEveryPublicType() throws IOException {
		Pattern type = Pattern.compile("(?m)^public .*?(?:class|interface|record|enum) (\\w+)");
		for (Path directory : packages()) {
			for (Path file : files(directory, ".java")) {
				String source = Files.readString(file);
				for (MatchResult found : type.matcher(source).results().toList()) {
					assertThat(source.substring(0, found.start())).as("Javadoc of %s", file).contains("*/");
				}
			}
		}
		assertThat(parent()).contains("<failOnWarnings>true</failOnWarnings>");
	}

	/** D156. */
	@Test
	void everyExceptionIsADataAccessException() {
		JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages("io.dkmio");
		List<JavaClass> exceptions = classes.stream()
			.filter((each) -> each.isAssignableTo(NestedRuntimeException.class))
			.filter((each) -> each.getPackageName().equals("io.dkmio"))
			.filter((each) -> each.getModifiers().contains(JavaModifier.PUBLIC))
			.toList();
		assertThat(exceptions).hasSizeGreaterThan(10)
			.allSatisfy(
					(each) -> assertThat(each.isAssignableTo(DataAccessException.class)).as(each.getName()).isTrue());
	}

	/** I109. */
	@Test
	void checksFormatAndDocumentation() throws IOException {
		assertThat(parent()).contains("spring-javaformat-maven-plugin", "error_prone_core", "maven-failsafe-plugin",
				"maven-javadoc-plugin");
	}

	private static String parent() throws IOException {
		return Files.readString(MODULE.resolve("../pom.xml"));
	}

	private static List<Path> packages() throws IOException {
		List<Path> packages = new ArrayList<>();
		try (Stream<Path> all = Files.walk(MODULE.resolve("src/main/java"))) {
			for (Path directory : all.filter(Files::isDirectory).toList()) {
				if (!files(directory, ".java").isEmpty()) {
					packages.add(directory);
				}
			}
		}
		return packages;
	}

	private static List<Path> files(Path directory, String ending) throws IOException {
		try (Stream<Path> files = Files.list(directory)) {
			return files.filter((file) -> file.toString().endsWith(ending)).toList();
		}
	}

}
