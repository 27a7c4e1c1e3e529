package io.dkmio.core.mapping;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Projection}.
 */
class ProjectionUnitTests {

	@Test
	void keepsTheOrderOfTheAttributes() {
		assertThat(Projection.include("status", "total", "note", "a", "b").attributes()).containsExactly("status",
				"total", "note", "a", "b");
		assertThat(Projection.include(List.of("b", "a")).attributes()).containsExactly("b", "a");
	}

	@Test
	void takesAnAttributeNamedTwiceOnce() {
		assertThat(Projection.include("status", "status").attributes()).containsExactly("status");
	}

	@Test
	void doesNotChange() {
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> Projection.include("status").attributes().add("total"));
	}

	@Test
	void includesSomething() {
		assertThatIllegalArgumentException().isThrownBy(() -> Projection.include())
			.withMessage("A projection of kind INCLUDE names no attribute; name some, or use KEYS_ONLY");
	}

	@Test
	void namesAttributesOnlyToIncludeThem() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Projection(Projection.Kind.KEYS_ONLY, Set.of("status")))
			.withMessage("A projection of kind KEYS_ONLY names attributes, which only INCLUDE does; use include(…)");
	}

}
