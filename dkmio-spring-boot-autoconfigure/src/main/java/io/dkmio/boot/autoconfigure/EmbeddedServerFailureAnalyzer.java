package io.dkmio.boot.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says why the embedded server does not start, and how to do without it.
 */
final class EmbeddedServerFailureAnalyzer extends AbstractFailureAnalyzer<EmbeddedServerException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, EmbeddedServerException cause) {
		return new FailureAnalysis(cause.getMessage() + ".",
				"See dkmio.embedded.port and dkmio.embedded.data-directory. To use another DynamoDB, set"
						+ " dkmio.client.endpoint, or dkmio.embedded.enabled=false for that of AWS.",
				cause);
	}

}
