package io.dkmio.core.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;

import javax.net.ssl.SSLException;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;

/**
 * Names the failures that never reached DynamoDB, or whose answer never came back.
 */
final class ClientFailure {

	/** Of the HTTP client, which is the application's choice and may be another one. */
	private static final Set<String> NO_CONNECTION_LEFT = Set.of("ConnectionRequestTimeoutException",
			"ConnectionPoolTimeoutException");

	private static final Set<String> CONNECT_TIMEOUT = Set.of("ConnectTimeoutException", "HttpConnectTimeoutException");

	private ClientFailure() {
	}

	static DataAccessException toException(Failure failure) {
		Throwable cause = failure.cause();
		if (isInterrupt(cause)) {
			Thread.currentThread().interrupt();
			return new DataAccessResourceFailureException(failure.message("the thread was interrupted",
					"The interrupt flag of the thread is set again; the work was given up and is not repeated"
							+ (failure.isWrite() ? ", though the write may have been done" : "")),
					cause);
		}
		if (cause instanceof ApiCallTimeoutException || cause instanceof ApiCallAttemptTimeoutException) {
			return timeout(failure, (cause instanceof ApiCallTimeoutException)
					? "the time for the whole call was used up" : "the time for one attempt was used up");
		}
		return connection(failure);
	}

	static DataAccessException closed(Failure failure) {
		return new DataAccessResourceFailureException(failure.message("the DynamoDbClient is closed",
				"Use it only while the application runs; a client that is shared must not be closed by one of its users"),
				failure.cause());
	}

	/**
	 * Whether an exception comes of a closed client: the HTTP client's if it is used
	 * without timeouts, the SDK's timer's if with them.
	 */
	static boolean isClosed(Throwable thrown) {
		return (thrown instanceof IllegalStateException && isThrownByHttpClient(thrown))
				|| thrown instanceof RejectedExecutionException;
	}

	private static boolean isThrownByHttpClient(Throwable thrown) {
		StackTraceElement[] stack = thrown.getStackTrace();
		for (int frame = 0; frame < Math.min(stack.length, 3); frame++) {
			String thrower = stack[frame].getClassName();
			if (thrower.startsWith("org.apache.") || thrower.startsWith("software.amazon.awssdk.http.")
					|| thrower.startsWith("io.netty.")) {
				return true;
			}
		}
		return false;
	}

	private static DataAccessException connection(Failure failure) {
		Throwable io = find(failure.cause(), (candidate) -> candidate instanceof IOException);
		Throwable closed = find(failure.cause(), ClientFailure::isClosed);
		if (closed != null) {
			return closed(failure);
		}
		if (find(failure.cause(), (candidate) -> NO_CONNECTION_LEFT.contains(name(candidate))) != null) {
			return new QueryTimeoutException(
					failure.message("no connection of the pool became free in time",
							"Raise dkmio.client.http.max-connections, or use fewer threads at one time"),
					failure.cause());
		}
		if (io == null) {
			return new DataAccessResourceFailureException(
					failure.message("the SDK could not send the request or read the answer",
							"Check that region and credentials are configured; the cause has the SDK's own text"),
					failure.cause());
		}
		if (io instanceof UnknownHostException || io instanceof ConnectException || io instanceof NoRouteToHostException
				|| io instanceof SSLException || CONNECT_TIMEOUT.contains(name(io))) {
			return new DataAccessResourceFailureException(failure.message(
					"DynamoDB cannot be reached (" + name(io) + ")",
					"Nothing was sent; check endpoint, Region, network and proxy, and whether a local DynamoDB is"
							+ " running"),
					failure.cause());
		}
		if (io instanceof SocketTimeoutException || io instanceof InterruptedIOException) {
			return timeout(failure, "no answer came in time");
		}
		return new DataAccessResourceFailureException(
				failure.message("the connection was lost before the answer was read (" + name(io) + ")",
						FailureKind.repeat(failure)),
				failure.cause());
	}

	private static DataAccessException timeout(Failure failure, String found) {
		return new QueryTimeoutException(failure.message(found,
				FailureKind.repeat(failure) + ". Timeouts are set by dkmio.client.api-call-timeout,"
						+ " api-call-attempt-timeout and http.socket-timeout"),
				failure.cause());
	}

	private static boolean isInterrupt(Throwable thrown) {
		return thrown instanceof AbortedException
				|| find(thrown, (candidate) -> candidate instanceof InterruptedException) != null;
	}

	private static @Nullable Throwable find(Throwable thrown, Predicate<Throwable> predicate) {
		Throwable candidate = thrown;
		for (int depth = 0; candidate != null && depth < 20; depth++) {
			if (predicate.test(candidate)) {
				return candidate;
			}
			candidate = candidate.getCause();
		}
		return null;
	}

	private static String name(Throwable thrown) {
		return thrown.getClass().getSimpleName();
	}

}
