package io.dkmio.core.document;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

import io.dkmio.InvalidKeyException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Key}.
 */
class KeyUnitTests {

	@Test
	void comparesByValue() {
		assertThat(Key.of(1000)).isEqualTo(Key.of(new BigDecimal("1E+3"))).hasSameHashCodeAs(Key.of(1000L));
		assertThat(Key.of(new byte[] { 1 })).isEqualTo(Key.of(new byte[] { 1 }));
		assertThat(Key.of("a", 1)).isEqualTo(Key.of("a", 1.0)).isNotEqualTo(Key.of("a"));
		assertThat(Set.of(Key.of("1"), Key.of(1))).hasSize(2);
	}

	@Test
	void takesAKeyForAKey() {
		assertThat(Key.of((Object) Key.of("a", "b"))).isEqualTo(Key.of("a", "b"));
	}

	@Test
	void showsNoValues() {
		assertThat(Key.of("secret", 1)).hasToString("Key[S, N]");
		assertThat(Key.of(new byte[] { 1 })).hasToString("Key[B]");
	}

	@Test
	void refusesWhatIsNoKey() {
		assertThatExceptionOfType(InvalidKeyException.class).isThrownBy(() -> Key.of(List.of("a")))
			.withMessageStartingWith("The partition key has the type")
			.withMessageEndingWith("and keys are strings, numbers or binary data");
		assertThatExceptionOfType(InvalidKeyException.class).isThrownBy(() -> Key.of("a", true))
			.withMessage("The sort key has the type Boolean, and keys are strings, numbers or binary data");
		assertThatExceptionOfType(InvalidKeyException.class).isThrownBy(() -> Key.of("a", null))
			.withMessage("The sort key is null; give a string, a number or binary data");
	}

}
