package io.dkmio.core.client;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Backoff}.
 */
class BackoffUnitTests {

	@Test
	void pausesAtRandomBelowABoundThatDoubles() {
		BatchOptions options = BatchOptions.defaults()
			.withMaxAttempts(100)
			.withDelay(Duration.ofMillis(2), Duration.ofMillis(16));
		Set<Long> pauses = new TreeSet<>();
		long shortest = Long.MAX_VALUE;
		for (int i = 0; i < 30; i++) {
			Backoff backoff = new Backoff(options, Backoff.deadline(options));
			long begin = System.nanoTime();
			assertThat(backoff.pause(false)).isEqualTo(Backoff.Outcome.GO_ON);
			shortest = Math.min(shortest, System.nanoTime() - begin);
		}
		Backoff growing = new Backoff(options, Backoff.deadline(options));
		for (int i = 0; i < 30; i++) {
			long begin = System.nanoTime();
			assertThat(growing.pause(false)).isEqualTo(Backoff.Outcome.GO_ON);
			pauses.add(Duration.ofNanos(System.nanoTime() - begin).toMillis());
		}
		assertThat(Duration.ofNanos(shortest)).isLessThan(Duration.ofMillis(3));
		assertThat(pauses).as("full jitter").hasSizeGreaterThan(3);
	}

	@Test
	void endsWhenAttemptsOrTimeAreUsedUp() {
		BatchOptions options = BatchOptions.defaults()
			.withMaxAttempts(2)
			.withDelay(Duration.ofNanos(1), Duration.ofNanos(1));
		Backoff backoff = new Backoff(options, Backoff.deadline(options));
		assertThat(backoff.pause(false)).isEqualTo(Backoff.Outcome.GO_ON);
		assertThat(backoff.pause(true)).isEqualTo(Backoff.Outcome.GO_ON);
		assertThat(backoff.pause(false)).isEqualTo(Backoff.Outcome.ATTEMPTS_USED);
		assertThat(new Backoff(options, System.nanoTime()).pause(true)).isEqualTo(Backoff.Outcome.TIME_USED);
	}

}
