package io.dkmio.embedded;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AccessKeyUnitTests {

	@Test
	void signsWithTheKeyThatNamesTheDatabase() {
		assertThat(new AccessKey("OrderTests1").credentials().resolveCredentials().accessKeyId())
			.isEqualTo("OrderTests1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "order-tests", "order_tests", "a/b", "é", "a\n" })
	void refusesOtherCharactersThanLettersAndDigits(String value) {
		assertThatIllegalArgumentException().isThrownBy(() -> new AccessKey(value))
			.withMessage(
					"The access key that names a database of an EmbeddedDynamo must consist of 1 to 128 letters and"
							+ " digits, but is '" + value
							+ "'. Leave the other characters out, or replace them with letters");
	}

	@Test
	void refusesAKeyThatIsTooLong() {
		assertThat(new AccessKey("a".repeat(128)).value()).hasSize(128);
		assertThatIllegalArgumentException().isThrownBy(() -> new AccessKey("a".repeat(129)));
	}

	@Test
	void refusesNull() {
		assertThatExceptionOfType(NullPointerException.class).isThrownBy(() -> new AccessKey(null))
			.withMessage("Access key must not be null");
	}

}
