package io.dkmio.core.expression;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Updates made of objects that leave out what they do not change.
 */
class PatchUnitTests {

	@Test
	void setsAndRemovesWhatAMapNames() {
		Map<String, @Nullable Object> changes = new LinkedHashMap<>();
		changes.put("name", "Ada");
		changes.put("note", null);
		changes.put("tag", Patch.DELETE);
		changes.put("size", Optional.of(3));
		changes.put("color", Optional.empty());
		assertThat(Patch.of(changes))
			.isEqualTo(Update.empty().set("name", "Ada").remove("note").remove("tag").set("size", 3).remove("color"));
	}

	@Test
	void leavesNullsOfRecordsAndOtherObjectsAsTheyAre() {
		assertThat(Patch.of(new CustomerPatch("Ada", Optional.empty(), null)))
			.isEqualTo(Update.empty().set("name", "Ada").remove("note"));
		assertThat(Patch.of(new CustomerPatch(null, Optional.of("x"), null)))
			.isEqualTo(Update.empty().set("note", "x"));
		assertThat(Patch.of(new CustomerBean())).isEqualTo(Update.empty().set("city", "Lima"));
	}

	@Test
	void takesNamesAsTheyAre() {
		assertThat(Patch.of(Map.of("a.b[0]", 1))).isEqualTo(Update.empty().set(AttributePath.of("a.b[0]"), 1));
	}

	@Test
	void changesNothingForNothing() {
		assertThat(Patch.of(Map.of()).isEmpty()).isTrue();
		assertThat(Patch.of(new CustomerPatch(null, null, null)).isEmpty()).isTrue();
	}

	@Test
	void refusesWhatHasNoProperties() {
		assertThatIllegalArgumentException().isThrownBy(() -> Patch.of("text"))
			.withMessage("A patch is a map, a record, or an object with getters, and no String");
		assertThatIllegalArgumentException().isThrownBy(() -> Patch.of(Map.of(1, 2)))
			.withMessageContaining("The keys of a patch are the names of properties");
		assertThat(Patch.DELETE).hasToString("DELETE");
	}

	@SuppressWarnings("NullableOptional") // null leaves alone, empty removes
	record CustomerPatch(@Nullable String name, @Nullable Optional<String> note, @Nullable Integer size) {
	}

	static final class CustomerBean {

		public String getCity() {
			return "Lima";
		}

		public @Nullable String getStreet() {
			return null;
		}

	}

}
