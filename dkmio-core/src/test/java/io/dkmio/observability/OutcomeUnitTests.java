package io.dkmio.observability;

import java.util.List;
import java.util.Map;

import io.dkmio.ConditionFailedException;
import io.dkmio.FailedOperation;
import io.dkmio.TableNotFoundException;
import io.dkmio.ThrottledException;
import io.dkmio.WriteTransactionCanceledException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.dao.QueryTimeoutException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link Outcome}.
 */
class OutcomeUnitTests {

	private static final FailedOperation FACTS = new FailedOperation("put", "shop", null, null, "Order", null, null);

	@ParameterizedTest
	@MethodSource
	void namesEveryEnd(Throwable failure, String tag) {
		assertThat(Outcome.of(failure).tag()).isEqualTo(tag);
	}

	static List<Arguments> namesEveryEnd() {
		return List.of(arguments(null, "success"),
				arguments(new ConditionFailedException("", FACTS, null, Map.of(), null), "condition_failed"),
				arguments(new DuplicateKeyException(""), "condition_failed"),
				arguments(new EmptyResultDataAccessException(1), "condition_failed"),
				arguments(new OptimisticLockingFailureException(""), "version_conflict"),
				arguments(new CannotAcquireLockException(""), "conflict"),
				arguments(new WriteTransactionCanceledException("", FACTS, List.of(), null), "cancelled"),
				arguments(new ThrottledException("", FACTS, List.of(), null), "throttled"),
				arguments(new QueryTimeoutException(""), "timeout"),
				arguments(new DataAccessResourceFailureException(""), "unavailable"),
				arguments(new TableNotFoundException("", FACTS, null), "not_found"),
				arguments(new PermissionDeniedDataAccessException("", null), "denied"),
				arguments(new InvalidDataAccessApiUsageException(""), "invalid"),
				arguments(new IllegalStateException(), "error"));
	}

}
