package io.dkmio.boot.autoconfigure;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application may leave out any of the auto-configurations.
 */
class ExcludedAutoConfigurationUnitTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withUserConfiguration(Empty.class)
		.withPropertyValues("dkmio.client.region=eu-west-1", "dkmio.client.endpoint=http://127.0.0.1:1");

	@ParameterizedTest
	@MethodSource("all")
	void startsWithoutOneOfThem(Class<?> excluded) {
		this.runner
			.withConfiguration(
					AutoConfigurations.of(all().stream().filter((each) -> each != excluded).toArray(Class<?>[]::new)))
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void startsWithAllOfThem() {
		assertThat(all()).hasSize(11);
		this.runner.withConfiguration(AutoConfigurations.of(all().toArray(Class<?>[]::new)))
			.run((context) -> assertThat(context).hasNotFailed());
	}

	private static List<Class<?>> all() {
		ClassLoader loader = ExcludedAutoConfigurationUnitTests.class.getClassLoader();
		Stream<String> names = ImportCandidates.load(AutoConfiguration.class, loader).getCandidates().stream();
		return names.filter((name) -> name.startsWith("io.dkmio."))
			.<Class<?>>map((name) -> ClassUtils.resolveClassName(name, loader))
			.toList();
	}

	@Configuration(proxyBeanMethods = false)
	@AutoConfigurationPackage(basePackages = "io.dkmio.boot.autoconfigure.none")
	static class Empty {

	}

}
