package io.dkmio.boot.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.origin.Origin;
import org.springframework.core.env.Environment;

/**
 * Says which property cannot be used, and where it is set.
 */
final class InvalidDynamoConfigurationFailureAnalyzer
		extends AbstractFailureAnalyzer<InvalidDynamoConfigurationException> {

	private final Environment environment;

	InvalidDynamoConfigurationFailureAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidDynamoConfigurationException cause) {
		Origin origin = origin(cause.getProperty());
		return new FailureAnalysis("Property '" + cause.getProperty() + "' cannot be used: " + cause.getReason() + "."
				+ ((origin != null) ? "\n\n    Origin: " + origin : ""), cause.getAction() + ".", cause);
	}

	private @Nullable Origin origin(String property) {
		ConfigurationPropertyName name = ConfigurationPropertyName.ofIfValid(property);
		if (name == null) {
			return null;
		}
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(this.environment)) {
			ConfigurationProperty found = source.getConfigurationProperty(name);
			if (found != null) {
				return found.getOrigin();
			}
		}
		return null;
	}

}
