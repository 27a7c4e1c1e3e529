package io.dkmio.architecture;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.dkmio.core.mapping.ForbiddenImport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Holds the packages to the {@link PackageGraph}.
 */
class ArchitectureTests {

	private static final JavaClasses MAIN = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("io.dkmio")
		.that(com.tngtech.archunit.base.DescribedPredicate.describe("not the embedded server",
				(type) -> !type.getPackageName().startsWith("io.dkmio.embedded")));

	private static final Map<String, ArchRule> RULES = PackageGraph.rules();

	private static int checked;

	static Stream<String> rules() {
		return RULES.keySet().stream();
	}

	@ParameterizedTest
	@MethodSource("rules")
	void holds(String rule) {
		RULES.get(rule).check(MAIN);
		checked++;
	}

	@Test
	void everyPackageIsInTheGraph() {
		assertThat(MAIN).isNotEmpty();
		Set<String> found = new TreeSet<>();
		MAIN.forEach((type) -> found.add(type.getPackageName()));
		assertThat(found).isSubsetOf(PackageGraph.packages());
	}

	@Test
	void aForbiddenImportIsFound() {
		JavaClasses forbidden = new ClassFileImporter().importClasses(ForbiddenImport.class);
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> RULES.get("io.dkmio.core.mapping imports only what it may").check(forbidden))
			.withMessageContaining("ForbiddenImport");
	}

	@AfterAll
	static void everyRuleWasChecked() {
		assertThat(checked).isEqualTo(RULES.size());
		System.out.println("ArchUnit: " + checked + " rules checked over " + MAIN.size() + " classes");
	}

}
