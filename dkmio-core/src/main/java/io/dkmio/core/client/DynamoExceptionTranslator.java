package io.dkmio.core.client;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.RequestLimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingException;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingReason;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.support.PersistenceExceptionTranslator;
import org.springframework.util.Assert;

/**
 * Makes Spring's exceptions of the SDK's, by the code of the error and never by its text.
 *
 * @since 1.0
 */
public final class DynamoExceptionTranslator implements PersistenceExceptionTranslator {

	private static final int TOO_MANY_REQUESTS = 429;

	private static final DynamoOperation UNKNOWN_OPERATION = DynamoOperation.of(Failure.UNKNOWN);

	@Override
	public @Nullable DataAccessException translateExceptionIfPossible(RuntimeException ex) {
		Throwable thrown = unwrapped(ex);
		return (thrown instanceof SdkException) ? translated(thrown, null, UNKNOWN_OPERATION) : null;
	}

	/**
	 * Translates what a call has thrown.
	 * @param thrown what it threw; a {@link CompletionException} is looked into
	 * @param action the call
	 * @param operation what the application asked for
	 * @return a {@link DataAccessException}; or what was thrown itself, if neither
	 * DynamoDB nor the SDK nor the HTTP client failed
	 */
	public RuntimeException translate(Throwable thrown, DynamoAction<?, ?> action, DynamoOperation operation) {
		Assert.notNull(thrown, "Throwable must not be null");
		Assert.notNull(action, "DynamoAction must not be null");
		Assert.notNull(operation, "DynamoOperation must not be null");
		Throwable root = unwrapped(thrown);
		DataAccessException translated = translated(root, action, operation);
		if (translated != null) {
			return translated;
		}
		if (root instanceof Error error) {
			throw error;
		}
		return (root instanceof RuntimeException runtime) ? runtime : new CompletionException(root);
	}

	/**
	 * Finds the code DynamoDB has given an error.
	 * @param thrown an exception, translated or not
	 * @return the code without namespace, such as {@code ResourceInUseException}, or
	 * {@code null} if there is none
	 */
	public static @Nullable String errorCode(Throwable thrown) {
		Throwable candidate = thrown;
		for (int depth = 0; candidate != null && depth < 20; depth++) {
			if (candidate instanceof SdkServiceException service) {
				return ErrorCode.of(service);
			}
			candidate = candidate.getCause();
		}
		return null;
	}

	private static @Nullable DataAccessException translated(Throwable thrown, @Nullable DynamoAction<?, ?> action,
			DynamoOperation operation) {
		if (thrown instanceof DataAccessException translated) {
			return translated;
		}
		Failure failure = Failure.of(operation, action, thrown);
		if (thrown instanceof SdkServiceException service) {
			return answered(failure, service);
		}
		if (thrown instanceof SdkException) {
			return ClientFailure.toException(failure);
		}
		return ClientFailure.isClosed(thrown) ? ClientFailure.closed(failure) : null;
	}

	private static DataAccessException answered(Failure unanswered, SdkServiceException ex) {
		String code = ErrorCode.of(ex);
		Failure failure = unanswered.withAnswer(code, ex.requestId(), text(ex))
			.withThrottlingReasons(throttlingReasons(ex))
			.withItem(item(ex));
		if (code != null && code.startsWith(CanceledTransaction.CODE)) {
			return new CanceledTransaction(failure).toException();
		}
		FailureKind kind = (code != null) ? FailureKind.of(code) : null;
		return ((kind != null) ? kind : byStatus(ex)).toException(failure);
	}

	private static FailureKind byStatus(SdkServiceException ex) {
		int status = ex.statusCode();
		if (status == TOO_MANY_REQUESTS || ex.isThrottlingException()) {
			return FailureKind.THROTTLED;
		}
		if (status >= 500) {
			return FailureKind.SERVER;
		}
		return switch (status) {
			case 401 -> FailureKind.CREDENTIALS;
			case 403 -> FailureKind.DENIED;
			case 413 -> FailureKind.INVALID;
			default -> FailureKind.UNKNOWN;
		};
	}

	private static @Nullable String text(SdkServiceException ex) {
		return (ex instanceof software.amazon.awssdk.awscore.exception.AwsServiceException aws
				&& aws.awsErrorDetails() != null) ? aws.awsErrorDetails().errorMessage() : null;
	}

	private static Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> item(
			SdkServiceException ex) {
		return (ex instanceof ConditionalCheckFailedException refused && refused.hasItem()) ? refused.item() : Map.of();
	}

	private static List<String> throttlingReasons(SdkServiceException ex) {
		List<ThrottlingReason> reasons = List.of();
		if (ex instanceof ProvisionedThroughputExceededException exceeded) {
			reasons = exceeded.throttlingReasons();
		}
		else if (ex instanceof RequestLimitExceededException exceeded) {
			reasons = exceeded.throttlingReasons();
		}
		else if (ex instanceof ThrottlingException throttled) {
			reasons = throttled.throttlingReasons();
		}
		return reasons.stream()
			.filter(Objects::nonNull)
			.map(ThrottlingReason::reason)
			.filter(Objects::nonNull)
			.distinct()
			.toList();
	}

	private static Throwable unwrapped(Throwable thrown) {
		Throwable inner = thrown;
		while ((inner instanceof CompletionException || inner instanceof ExecutionException)
				&& inner.getCause() != null) {
			inner = inner.getCause();
		}
		return inner;
	}

}
