package io.dkmio.core.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Indexes over generic key slots.
 */
class IndexPresetUnitTests {

	private static final TableDefinition APP = TableDefinition.of("app");

	@Test
	void everyPresetHasTheSlotsItIsNamedAfter() {
		assertThat(IndexPreset.values()).hasSize(19);
		for (IndexPreset preset : IndexPreset.values()) {
			IndexDefinition index = preset.of(APP);
			if (preset == IndexPreset.INVERTED) {
				assertThat(names(index)).containsExactly("sk", "pk");
				continue;
			}
			List<String> slots = Arrays.stream(preset.name().split("_")).map(IndexPresetUnitTests::slot).toList();
			assertThat(names(index)).as(preset.name()).isEqualTo(slots);
		}
		assertThat(Arrays.stream(IndexPreset.values()).map(IndexPreset::indexName)).doesNotHaveDuplicates()
			.contains("inverted", "partition-g1", "g1-sort", "g3-g2");
	}

	private static List<String> names(IndexDefinition index) {
		return index.keyAttributes().stream().map(KeyAttribute::name).toList();
	}

	private static String slot(String word) {
		return switch (word) {
			case "PARTITION" -> "pk";
			case "SORT" -> "sk";
			default -> word.toLowerCase(Locale.ROOT) + "k";
		};
	}

	@Test
	void typesComposeTheSlotsTheyUse() {
		TableDefinition app = IndexPreset.add(APP, IndexPreset.INVERTED, IndexPreset.G1_SORT, IndexPreset.G1_G2);
		DynamoMappingContext context = DynamoMappingContext.of(List.of(app), Task.class, Note.class);
		assertThat(context.getRequiredPersistentEntity(Task.class).getIndexes())
			.extracting((model) -> model.index().name())
			.contains("g1-sort");
		assertThat(context.getRequiredPersistentEntity(Task.class).getComposedKeys())
			.extracting((key) -> key.attribute().name())
			.contains("pk", "sk", "g1k")
			.doesNotContain("g2k");
	}

	@Test
	void takesTheTypesAndNamesOfTheTablesKeys() {
		TableDefinition visits = TableDefinition.of("visits", "visits", "user").withSortKey("at:N");
		assertThat(IndexPreset.INVERTED.of(visits).keyAttributes()).extracting(KeyAttribute::toString)
			.containsExactly("at:N", "user");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> IndexPreset.G1_SORT.of(TableDefinition.of("plain", "plain", "id")))
			.withMessage("Table 'plain' has no sort key for an index to use; give it one, or use a preset of other"
					+ " slots");
	}

	@Item(pk = "USER#{user}", sk = "TASK#{task}")
	@GlobalIndex(name = "g1-sort", pk = "STATUS#{status}")
	record Task(String user, String task, String status) {
	}

	@Item(pk = "USER#{user}", sk = "NOTE#{note}")
	record Note(String user, String note) {
	}

}
