package io.dkmio.boot.autoconfigure;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

import org.springframework.util.StringUtils;

/**
 * The connection the configuration describes.
 */
final class PropertiesDynamoConnectionDetails implements DynamoConnectionDetails {

	private static final Pattern REGION = Pattern.compile("[a-zA-Z0-9-]+");

	private static final String ENDPOINT_ADVICE = "Write scheme, host and port, such as http://localhost:8000";

	private final @Nullable URI endpoint;

	private final @Nullable String region;

	private final @Nullable AwsCredentialsProvider credentials;

	/**
	 * Checks the properties.
	 * @param prefix what their names begin with, such as {@code dkmio.client}
	 * @param properties the properties
	 */
	PropertiesDynamoConnectionDetails(String prefix, DynamoClientProperties properties) {
		this.endpoint = endpoint(prefix + ".endpoint", properties.endpoint());
		this.region = region(prefix + ".region", properties.region());
		this.credentials = credentials(prefix + ".credentials", properties.credentials());
	}

	@Override
	public @Nullable URI getEndpoint() {
		return this.endpoint;
	}

	@Override
	public @Nullable String getRegion() {
		return this.region;
	}

	@Override
	public @Nullable AwsCredentialsProvider getCredentials() {
		return this.credentials;
	}

	private static @Nullable String region(String property, @Nullable String region) {
		if (!StringUtils.hasText(region)) {
			return null;
		}
		String id = region.trim();
		if (!REGION.matcher(id).matches()) {
			throw new InvalidDynamoConfigurationException(property, "'" + id + "' is no AWS region",
					"Write the id of a region, such as eu-west-1");
		}
		return id;
	}

	private static @Nullable URI endpoint(String property, @Nullable String endpoint) {
		if (!StringUtils.hasText(endpoint)) {
			return null;
		}
		try {
			URI uri = new URI(endpoint.trim());
			if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null) {
				return plain(property, uri);
			}
		}
		catch (URISyntaxException ex) {
			throw notAnAddress(property, endpoint, ex);
		}
		throw notAnAddress(property, endpoint, null);
	}

	/**
	 * The SDK passes over what else is in an address, a password among it.
	 */
	private static URI plain(String property, URI uri) {
		if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
			throw new InvalidDynamoConfigurationException(property,
					"it has a user, a query or a fragment, and an endpoint has none",
					ENDPOINT_ADVICE + ". Keys belong below credentials");
		}
		return uri;
	}

	private static InvalidDynamoConfigurationException notAnAddress(String property, String endpoint,
			@Nullable Exception cause) {
		String shown = (endpoint.indexOf('@') < 0) ? "'" + endpoint + "'" : "it";
		return new InvalidDynamoConfigurationException(property, shown + " is no http or https address",
				ENDPOINT_ADVICE, cause);
	}

	private static @Nullable AwsCredentialsProvider credentials(String property,
			DynamoClientProperties.Credentials credentials) {
		boolean access = StringUtils.hasText(credentials.accessKey());
		boolean secret = StringUtils.hasText(credentials.secretKey());
		boolean token = StringUtils.hasText(credentials.sessionToken());
		if (StringUtils.hasText(credentials.profile())) {
			if (access || secret || token) {
				throw new InvalidDynamoConfigurationException(property,
						"it has a profile and keys, and only one of them can be used",
						"Remove the profile, or the keys");
			}
			return ProfileCredentialsProvider.create(credentials.profile());
		}
		if (access != secret || (token && !access)) {
			String missing = access ? "secret-key" : "access-key";
			throw new InvalidDynamoConfigurationException(
					property + "." + missing, "it is not set, but "
							+ (secret ? "the secret key" : token ? "a session token" : "the access key") + " is",
					"Set both access-key and secret-key, or neither to use the AWS default chain");
		}
		if (!access) {
			return null;
		}
		return StaticCredentialsProvider.create(token
				? AwsSessionCredentials.create(credentials.accessKey(), credentials.secretKey(),
						credentials.sessionToken())
				: AwsBasicCredentials.create(credentials.accessKey(), credentials.secretKey()));
	}

}
