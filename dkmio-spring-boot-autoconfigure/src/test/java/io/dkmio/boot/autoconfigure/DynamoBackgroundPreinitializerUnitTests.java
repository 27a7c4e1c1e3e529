package io.dkmio.boot.autoconfigure;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.preinitialize.BackgroundPreinitializer;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for {@link DynamoBackgroundPreinitializer}.
 */
class DynamoBackgroundPreinitializerUnitTests {

	@Test
	void isRunBySpringBoot() {
		assertThat(SpringFactoriesLoader.forDefaultResourceLocation().load(BackgroundPreinitializer.class))
			.hasAtLeastOneElementOfType(DynamoBackgroundPreinitializer.class);
	}

	@Test
	void needsNoConfiguration() {
		assertThatNoException().isThrownBy(new DynamoBackgroundPreinitializer()::preinitialize);
	}

}
