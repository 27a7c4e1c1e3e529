package io.dkmio.embedded;

import java.util.Objects;
import java.util.regex.Pattern;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * Names one database of the server. DynamoDB Local answers another kind of key with an
 * error about a missing authentication token, so it is refused here, with the reason.
 */
record AccessKey(String value) {

	private static final Pattern LETTERS_AND_DIGITS = Pattern.compile("[A-Za-z0-9]{1,128}");

	static final AccessKey DEFAULT = new AccessKey("dkmio");

	AccessKey {
		Objects.requireNonNull(value, "Access key must not be null");
		if (!LETTERS_AND_DIGITS.matcher(value).matches()) {
			throw new IllegalArgumentException("The access key that names a database of an EmbeddedDynamo must consist"
					+ " of 1 to 128 letters and digits, but is '" + value
					+ "'. Leave the other characters out, or replace them with letters");
		}
	}

	AwsCredentialsProvider credentials() {
		return StaticCredentialsProvider.create(AwsBasicCredentials.create(this.value, "local"));
	}

}
