package io.dkmio.boot.autoconfigure;

import java.util.concurrent.atomic.AtomicReference;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.ConfigurableEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Starts applications that cannot start.
 */
final class FailureRunner {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(DynamoEmbeddedAutoConfiguration.class, DynamoClientAutoConfiguration.class,
						DynamoDataAutoConfiguration.class, DynamoSchemaAutoConfiguration.class))
		.withPropertyValues("dkmio.embedded.enabled=false");

	/**
	 * Starts with a region and properties, and says what Spring Boot says about it.
	 */
	FailureAnalysis withProperties(String... properties) {
		return analyze(this.runner.withPropertyValues("dkmio.client.region=eu-west-1").withPropertyValues(properties));
	}

	FailureAnalysis withTypes(Class<?> configuration, String... properties) {
		return analyze(this.runner.withPropertyValues("dkmio.client.region=eu-west-1")
			.withUserConfiguration(configuration)
			.withPropertyValues(properties));
	}

	static FailureAnalysis analyze(ApplicationContextRunner runner) {
		AtomicReference<ConfigurableEnvironment> environment = new AtomicReference<>();
		AtomicReference<FailureAnalysis> analysis = new AtomicReference<>();
		runner.withInitializer((context) -> environment.set(context.getEnvironment())).run((context) -> {
			assertThat(context).hasFailed();
			analysis.set(Failures.analyze(context, environment.get()));
		});
		return analysis.get();
	}

}
