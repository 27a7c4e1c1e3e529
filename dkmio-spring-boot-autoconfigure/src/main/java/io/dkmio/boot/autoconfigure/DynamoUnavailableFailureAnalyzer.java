package io.dkmio.boot.autoconfigure;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;

import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.util.StringUtils;

/**
 * Says what keeps the application from talking to DynamoDB: no region, no credentials, or
 * nobody at the endpoint.
 */
final class DynamoUnavailableFailureAnalyzer extends AbstractFailureAnalyzer<SdkClientException> {

	private static final String EMBEDDED_ADVICE = " For development, add dkmio-embedded to the class path, or set"
			+ " dkmio.client.endpoint to a local DynamoDB.";

	private static final String DEFAULT_CLIENT = "dkmio.client";

	private final Environment environment;

	DynamoUnavailableFailureAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SdkClientException cause) {
		if (find(rootFailure, DynamoUnavailableFailureAnalyzer::isOfDynamo) == null) {
			return null;
		}
		String text = String.valueOf(cause.getMessage());
		String client = client(rootFailure);
		if (text.contains("Unable to load region")) {
			return new FailureAnalysis(
					"The client of DynamoDB has no AWS region: neither " + client + ".region is set,"
							+ " nor does the AWS default chain give one.",
					"Set " + client + ".region, the environment variable AWS_REGION, or a region in the AWS profile."
							+ EMBEDDED_ADVICE,
					cause);
		}
		if (text.contains("Unable to load credentials")) {
			return new FailureAnalysis(
					"The client of DynamoDB has no credentials: neither " + client
							+ ".credentials is set, nor does the AWS default chain give any.",
					"Give the process a role or a profile, or set " + client
							+ ".credentials.access-key and secret-key (a local DynamoDB takes any)." + EMBEDDED_ADVICE,
					cause);
		}
		String profile = this.environment.getProperty(client + ".credentials.profile");
		if (StringUtils.hasText(profile) && text.contains("no credentials for profile")) {
			return new FailureAnalysis(
					"The client of DynamoDB has no credentials: the AWS configuration files of this process have none"
							+ " for the profile '" + profile + "' (" + client + ".credentials.profile).",
					"Name a profile they have, add this one to them, or set AWS_SHARED_CREDENTIALS_FILE and"
							+ " AWS_CONFIG_FILE to files that have it.",
					cause);
		}
		Throwable io = find(cause, IOException.class::isInstance);
		boolean timeout = cause instanceof ApiCallTimeoutException || cause instanceof ApiCallAttemptTimeoutException;
		if (io == null && !timeout) {
			return null;
		}
		String endpoint = this.environment.getProperty(client + ".endpoint");
		return new FailureAnalysis(
				"DynamoDB" + (StringUtils.hasText(endpoint) ? " at " + endpoint : "")
						+ " was needed while the application started, and did not answer ("
						+ ((io != null) ? io : cause).getClass().getSimpleName() + ").",
				"Check that it runs, and check endpoint, region, network and proxy. Without "
						+ (client.equals(DEFAULT_CLIENT) ? "dkmio" : client)
						+ ".schema=validate or create the application starts without asking DynamoDB.",
				cause);
	}

	/**
	 * What the properties of the client begin with that failed.
	 */
	private String client(Throwable rootFailure) {
		return Binder.get(this.environment)
			.bind("dkmio.clients", Bindable.mapOf(String.class, Object.class))
			.orElseGet(Map::of)
			.keySet()
			.stream()
			.filter((name) -> find(rootFailure, (thrown) -> isOf(name, thrown)) != null)
			.map("dkmio.clients."::concat)
			.findFirst()
			.orElse(DEFAULT_CLIENT);
	}

	private static boolean isOf(String name, Throwable thrown) {
		return thrown instanceof BeanCreationException creation
				&& String.valueOf(creation.getBeanName()).startsWith(name + "Dynamo");
	}

	private static boolean isOfDynamo(Throwable thrown) {
		return thrown instanceof DataAccessException || (thrown instanceof BeanCreationException creation
				&& String.valueOf(creation.getBeanName()).toLowerCase(Locale.ROOT).contains("dynamo"));
	}

	private static @Nullable Throwable find(Throwable thrown, Predicate<Throwable> predicate) {
		Throwable candidate = thrown;
		for (int depth = 0; candidate != null && depth < 30; depth++) {
			if (predicate.test(candidate)) {
				return candidate;
			}
			candidate = candidate.getCause();
		}
		return null;
	}

}
