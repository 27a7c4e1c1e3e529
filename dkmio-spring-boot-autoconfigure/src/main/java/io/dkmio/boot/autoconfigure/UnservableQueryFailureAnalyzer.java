package io.dkmio.boot.autoconfigure;

import io.dkmio.UnservableQueryException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says what no key or index can serve, what comes nearest, and what to add.
 */
final class UnservableQueryFailureAnalyzer extends AbstractFailureAnalyzer<UnservableQueryException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, UnservableQueryException cause) {
		return new FailureAnalysis(
				cause.getQuery() + " cannot be served by a key or an index:\n\n    " + cause.getReason() + ".",
				cause.getAdvice() + ".", cause);
	}

}
