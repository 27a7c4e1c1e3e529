package io.dkmio.core.mapping;

import io.dkmio.AttributeType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link KeyAttribute}.
 */
class KeyAttributeUnitTests {

	@ParameterizedTest
	@CsvSource({ "pk, pk, S, pk", "pk:S, pk, S, pk", "total:N, total, N, total:N", "hash:B, hash, B, hash:B",
			"' pk : N ', pk, N, pk:N", "a:b:N, a:b, N, a:b:N" })
	void readsTheShortForm(String specification, String name, AttributeType type, String text) {
		KeyAttribute attribute = KeyAttribute.parse(specification);
		assertThat(attribute).isEqualTo(new KeyAttribute(name, type)).hasToString(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", ":N" })
	void refusesAMissingName(String specification) {
		assertThatIllegalArgumentException().isThrownBy(() -> KeyAttribute.parse(specification))
			.withMessage("A key attribute needs a name");
	}

	@ParameterizedTest
	@CsvSource({ "total:n, n", "total:BOOL, BOOL", "total:, ''" })
	void refusesOtherTypes(String specification, String type) {
		assertThatIllegalArgumentException().isThrownBy(() -> KeyAttribute.parse(specification))
			.withMessage("Key attribute '" + specification + "' has type '" + type
					+ "'; write 'name' for a string, or 'name:N' or 'name:B'");
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = { "S", "N", "B" })
	void isNeverOfATypeKeysCannotHave(AttributeType type) {
		assertThatIllegalArgumentException().isThrownBy(() -> new KeyAttribute("pk", type))
			.withMessage("Key attribute 'pk' has type " + type + "; DynamoDB allows S, N and B");
	}

	@Test
	void refusesNull() {
		assertThatIllegalArgumentException().isThrownBy(() -> KeyAttribute.parse(null))
			.withMessage("A key attribute needs a name");
	}

}
