package io.dkmio.core.client;

import java.lang.reflect.Modifier;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/**
 * Finds the code of an error, however it was sent: {@code Code}, {@code namespace#Code},
 * {@code Code:http://…}, or only as the class the SDK made of it.
 */
final class ErrorCode {

	private ErrorCode() {
	}

	static @Nullable String of(SdkServiceException ex) {
		if (ex instanceof AwsServiceException aws && aws.awsErrorDetails() != null
				&& aws.awsErrorDetails().errorCode() != null && !aws.awsErrorDetails().errorCode().isBlank()) {
			return normalized(aws.awsErrorDetails().errorCode());
		}
		return (ex instanceof DynamoDbException && Modifier.isFinal(ex.getClass().getModifiers()))
				? ex.getClass().getSimpleName() : null;
	}

	static String normalized(String code) {
		String bare = code.substring(code.indexOf('#') + 1).strip();
		int colon = bare.indexOf(':');
		return (colon > 0) ? bare.substring(0, colon) : bare;
	}

}
