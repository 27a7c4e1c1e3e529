package io.dkmio.resilience;

import io.dkmio.ThrottledException;
import software.amazon.awssdk.core.exception.SdkServiceException;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;

/**
 * Tells failures of the infrastructure from answers the application does not like.
 */
final class Infrastructure {

	private static final int FIRST_SERVER_ERROR = 500;

	private Infrastructure() {
	}

	/**
	 * Whether DynamoDB did not answer, or answered that it cannot.
	 */
	static boolean isToBlame(Throwable failure) {
		if (failure instanceof ThrottledException) {
			return false;
		}
		if (failure.getCause() instanceof SdkServiceException answer && answer.statusCode() > 0
				&& answer.statusCode() < FIRST_SERVER_ERROR) {
			return false;
		}
		return failure instanceof DataAccessResourceFailureException || failure instanceof QueryTimeoutException
				|| failure instanceof TransientDataAccessResourceException;
	}

}
