package io.dkmio.sample.shop.web;

import org.junit.jupiter.api.Test;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ProblemAdvice}: failures nobody can ask for over HTTP.
 */
class ProblemAdviceUnitTests {

	private final ProblemAdvice advice = new ProblemAdvice();

	@Test
	void asksToTryAgainWhenTheDatabaseIsBusy() {
		ResponseEntity<ProblemDetail> answer = this.advice.busy(new CannotAcquireLockException("secret"));
		assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
		assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("1");
		assertThat(answer.getBody()).isNotNull()
			.satisfies((problem) -> assertThat(problem.getDetail())
				.isEqualTo("The database is busy or cannot be reached: try again"));
	}

	@Test
	void tellsNothingOfAFailureInside() {
		ProblemDetail problem = this.advice.unexpected(new IllegalStateException("secret"));
		assertThat(problem.getStatus()).isEqualTo(500);
		assertThat(problem.toString()).doesNotContain("secret", "IllegalState");
	}

}
