package io.dkmio.core.mapping;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link TimeToLiveDuration}.
 */
class TimeToLiveDurationUnitTests {

	@ParameterizedTest
	@CsvSource({ "30d, P30D", "12h, PT12H", "15m, PT15M", "90s, PT90S", "1s, PT1S", "' 30d ', P30D", "P30D, P30D",
			"PT1H30M, PT1H30M", "pt1h, PT1H", "PT1.5S, PT1.5S" })
	void readsADuration(String text, Duration expected) {
		assertThat(TimeToLiveDuration.parse(text)).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  " })
	void readsNoneFromAnEmptyText(String text) {
		assertThat(TimeToLiveDuration.parse(text)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "30", "d", "30 days", "30D", "-5d", "P1Y", "1h30m", "99999999999999999999d",
			"9223372036854775807d", "tomorrow" })
	void refusesWhatIsNoDuration(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> TimeToLiveDuration.parse(text))
			.withMessage("'" + text + "' is no duration")
			.withCauseInstanceOf(RuntimeException.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "0s", "0d", "PT0S", "PT-1H", "PT0.999S" })
	void refusesLessThanASecond(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> TimeToLiveDuration.parse(text))
			.withMessage("'" + text + "' is less than a second");
	}

	@Test
	void hasNoUpperLimitOfItsOwn() {
		assertThat(TimeToLiveDuration.parse("36500d")).isEqualTo(Duration.ofDays(36500));
	}

}
