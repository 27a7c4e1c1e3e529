package io.dkmio.core;

import org.junit.jupiter.api.Test;

import org.springframework.dao.InvalidDataAccessApiUsageException;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link HalfReadItems}.
 */
class HalfReadItemsUnitTests {

	private final HalfReadItems items = new HalfReadItems();

	@Test
	void tellsItemsApartByIdentity() {
		Thing half = new Thing("1");
		Thing whole = new Thing("1");
		this.items.mark(half);
		assertThatCode(() -> this.items.refuse(whole, "put")).doesNotThrowAnyException();
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.items.refuse(half, "put"))
			.withMessageStartingWith("Cannot put this Thing: only a part of it was read")
			.withMessageNotContaining(half.toString());
	}

	@Test
	void knowsManyItems() {
		Thing[] things = new Thing[1000];
		for (int i = 0; i < things.length; i++) {
			things[i] = new Thing("same");
			this.items.mark(things[i]);
		}
		for (Thing thing : things) {
			assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
				.isThrownBy(() -> this.items.refuse(thing, "put"));
		}
	}

	record Thing(String id) {
	}

}
