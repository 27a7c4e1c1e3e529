package io.dkmio.architecture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/**
 * The packages of dkmio, each with everything inside dkmio it may import.
 */
final class PackageGraph {

	private static final String ROOT = "io.dkmio";

	private static final String MODEL = "software.amazon.awssdk.services.dynamodb.model..";

	private static final Set<String> CLIENTS = Set.of("software.amazon.awssdk.services.dynamodb.DynamoDbClient",
			"software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient");

	private static final Map<String, Set<String>> ALLOWED = new LinkedHashMap<>();

	static {
		allow("io.dkmio");
		allow("io.dkmio.core.expression", ROOT);
		allow("io.dkmio.core.mapping", ROOT);
		allow("io.dkmio.core.mapping.event");
		allow("io.dkmio.core.convert", ROOT, "io.dkmio.core.expression", "io.dkmio.core.mapping");
		allow("io.dkmio.core.query", ROOT, "io.dkmio.core.expression", "io.dkmio.core.mapping",
				"io.dkmio.core.convert");
		allow("io.dkmio.core.write", ROOT, "io.dkmio.core.expression", "io.dkmio.core.mapping",
				"io.dkmio.core.convert");
		allow("io.dkmio.core.client", ROOT);
		allow("io.dkmio.core.document", ROOT, "io.dkmio.core.expression", "io.dkmio.core.mapping",
				"io.dkmio.core.convert", "io.dkmio.core.query", "io.dkmio.core.write", "io.dkmio.core.client",
				"io.dkmio.core.schema");
		allow("io.dkmio.core", ROOT, "io.dkmio.core.document", "io.dkmio.core.expression", "io.dkmio.core.mapping",
				"io.dkmio.core.mapping.event", "io.dkmio.core.convert", "io.dkmio.core.query", "io.dkmio.core.write",
				"io.dkmio.core.client");
		allow("io.dkmio.transaction");
		allow("io.dkmio.core.schema", ROOT, "io.dkmio.core.mapping", "io.dkmio.core.client");
		allow("io.dkmio.core.config", "io.dkmio.core.mapping", "io.dkmio.core.mapping.event");
		allow("io.dkmio.enhanced", ROOT, "io.dkmio.core.mapping", "io.dkmio.core.convert", "io.dkmio.core");
		allow("io.dkmio.observability", ROOT, "io.dkmio.core.client");
		allow("io.dkmio.resilience", ROOT, "io.dkmio.core.client");
		allow("io.dkmio.aot", "io.dkmio.core.mapping", "io.dkmio.core.mapping.event");
		for (String repository : List.of("io.dkmio.repository", "io.dkmio.repository.query",
				"io.dkmio.repository.support", "io.dkmio.repository.config")) {
			allow(repository, ROOT, "io.dkmio.core", "io.dkmio.core.expression", "io.dkmio.core.query",
					"io.dkmio.core.mapping", "io.dkmio.core.convert", "io.dkmio.transaction", "io.dkmio.aot",
					"io.dkmio.repository", "io.dkmio.repository.query", "io.dkmio.repository.support",
					"io.dkmio.repository.config");
		}
	}

	private PackageGraph() {
	}

	private static void allow(String name, String... imports) {
		ALLOWED.put(name, Set.of(imports));
	}

	static Set<String> packages() {
		return ALLOWED.keySet();
	}

	static Map<String, ArchRule> rules() {
		Map<String, ArchRule> rules = new LinkedHashMap<>();
		ALLOWED.forEach((name, imports) -> rules.put(name + " imports only what it may", importRule(name, imports)));
		rules.put("packages are free of cycles",
				SlicesRuleDefinition.slices().matching("io.dkmio.(**)").should().beFreeOfCycles());
		rules.put("only core.client talks to DynamoDB",
				ArchRuleDefinition.noClasses()
					.that()
					.resideOutsideOfPackages("io.dkmio.core.client")
					.should()
					.callMethodWhere(DescribedPredicate.describe("a method of a DynamoDB client",
							(call) -> CLIENTS.contains(call.getTargetOwner().getFullName())))
					.allowEmptyShould(true));
		rules.put("repositories know no SDK type",
				ArchRuleDefinition.noClasses()
					.that()
					.resideInAPackage("io.dkmio.repository..")
					.should()
					.dependOnClassesThat()
					.resideInAPackage("software.amazon.awssdk..")
					.allowEmptyShould(true));
		rules.put("the reader and the writer never see an AttributeValue's model beyond the value itself",
				ArchRuleDefinition.noClasses()
					.that()
					.resideInAPackage("io.dkmio.core.convert")
					.should()
					.dependOnClassesThat(DescribedPredicate.describe("SDK requests or responses",
							(type) -> type.getPackageName().equals(MODEL.substring(0, MODEL.length() - 2))
									&& !type.getSimpleName().startsWith("AttributeValue")
									&& !type.getFullName().contains("AttributeValue$"))));
		rules.put("nothing knows Spring Boot",
				ArchRuleDefinition.noClasses()
					.should()
					.dependOnClassesThat()
					.resideInAPackage("org.springframework.boot.."));
		return rules;
	}

	private static ArchRule importRule(String name, Set<String> imports) {
		List<String> allowed = new ArrayList<>(imports);
		allowed.add(name);
		return ArchRuleDefinition.noClasses()
			.that()
			.resideInAPackage(name)
			.should()
			.dependOnClassesThat(DescribedPredicate.describe("in dkmio, but not in " + allowed,
					(type) -> inDkmio(type) && !allowed.contains(type.getPackageName())))
			.allowEmptyShould(true);
	}

	private static boolean inDkmio(JavaClass type) {
		return type.getPackageName().equals(ROOT) || type.getPackageName().startsWith(ROOT + ".");
	}

}
