package io.dkmio.core.schema;

import java.util.List;
import java.util.stream.IntStream;

import io.dkmio.core.mapping.IndexDefinition;
import io.dkmio.core.mapping.Projection;
import io.dkmio.core.mapping.TableDefinition;
import org.junit.jupiter.api.Test;

import org.springframework.dao.InvalidDataAccessApiUsageException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class DefinitionVerifierUnitTests {

	private final TableDefinition shop = TableDefinition.of("shop");

	@Test
	void acceptsATableWithEveryKindOfIndex() {
		TableDefinition table = this.shop
			.withIndex(IndexDefinition.global("gsi1").withPartitionKey("gsi1pk").withSortKey("gsi1sk"))
			.withIndex(
					IndexDefinition.global("wide").withPartitionKey("a", "b", "c", "d").withSortKey("e", "f", "g", "h"))
			.withIndex(IndexDefinition.local("by-total").withSortKey("total:N"));
		assertThatNoException().isThrownBy(() -> DefinitionVerifier.verify(List.of(table)));
	}

	@Test
	void refusesTwoTypesOfOneAttribute() {
		assertThat(faults(this.shop.withIndex(IndexDefinition.global("gsi1").withPartitionKey("total"))
			.withIndex(IndexDefinition.global("gsi2").withPartitionKey("status").withSortKey("total:N"))
			.withIndex(IndexDefinition.global("gsi3").withPartitionKey("pk:B"))))
			.isEqualTo("DynamoDB cannot have the tables that are declared:\n"
					+ "  - Table 'shop': key attribute 'total' has type S in index 'gsi1' and type N in index 'gsi2'; an"
					+ " attribute has one type in a table: agree on one, or use two attributes.\n"
					+ "  - Table 'shop': key attribute 'pk' has type S in the table's partition key and type B in index"
					+ " 'gsi3'; an attribute has one type in a table: agree on one, or use two attributes.");
	}

	@Test
	void refusesALocalIndexThatCannotBe() {
		assertThat(faults(this.shop.withoutSortKey()
			.withIndex(IndexDefinition.local("one").withPartitionKey("other").withSortKey("total:N"))
			.withIndex(IndexDefinition.local("two").withSortKey("a", "b"))))
			.contains("Table 'shop': index 'one' is local and has a partition key of its own; leave it out, it is the"
					+ " table's, or make the index global.")
			.contains(
					"Table 'shop': index 'one' is local, and the table has no sort key; declare one, or make the index"
							+ " global.")
			.contains(
					"Table 'shop': index 'two' is local and has 2 sort key attributes; a local index has exactly one.");
	}

	@Test
	void refusesAGlobalIndexWithoutOrWithTooManyKeys() {
		assertThat(faults(this.shop.withIndex(IndexDefinition.global("none").withSortKey("x"))
			.withIndex(IndexDefinition.global("many").withPartitionKey("a", "b", "c", "d", "e"))
			.withIndex(IndexDefinition.global("twice").withPartitionKey("a").withSortKey("a"))))
			.contains(
					"Table 'shop': index 'none' has 0 partition key and 1 sort key attributes; a global index has 1 to"
							+ " 4 and 0 to 4.")
			.contains(
					"Table 'shop': index 'many' has 5 partition key and 0 sort key attributes; a global index has 1 to"
							+ " 4 and 0 to 4.")
			.contains("Table 'shop': index 'twice' names a key attribute twice; name each once.");
	}

	@Test
	void refusesNamesDynamoDbDoesNotAllow() {
		assertThat(faults(TableDefinition.of("a b").withIndex(IndexDefinition.global("x").withPartitionKey("p"))))
			.contains(
					"Table 'a b': its name has 3 characters; DynamoDB allows 3 to 255 of letters, digits, '_', '-' and"
							+ " '.'.")
			.contains("Table 'a b': the name of index 'x' has 1 characters;");
	}

	@Test
	void refusesOneAttributeAsBothKeys() {
		assertThat(faults(this.shop.withSortKey("pk")))
			.contains("Table 'shop': 'pk' is both its partition key and its sort key; use two attributes.");
	}

	@Test
	void refusesTwoOfOneName() {
		assertThat(faults(this.shop, this.shop))
			.contains("Table 'shop': it is declared twice; give each table a name of its own.");
		assertThat(faults(this.shop.withIndex(IndexDefinition.global("one").withPartitionKey("a"))
			.withIndex(IndexDefinition.global("two").withPartitionKey("b").withPhysicalName("one"))))
			.contains("Table 'shop': two indexes have the name 'one'; give each its own.");
	}

	@Test
	void refusesMoreThanDynamoDbAllows() {
		TableDefinition table = this.shop;
		for (int i = 0; i < 6; i++) {
			table = table.withIndex(IndexDefinition.local("local" + i).withSortKey("l" + i));
		}
		for (int i = 0; i < 21; i++) {
			table = table.withIndex(IndexDefinition.global("global" + i).withPartitionKey("g" + i));
		}
		table = table.withIndex(IndexDefinition.global("include")
			.withPartitionKey("i")
			.withProjection(Projection.include(IntStream.range(0, 101).mapToObj((i) -> "a" + i).toList())));
		assertThat(faults(table)).contains("Table 'shop': it has 6 local indexes; DynamoDB allows 5.")
			.contains("Table 'shop': it has 22 global indexes; DynamoDB allows 20 unless AWS has raised the quota.")
			.contains("Table 'shop': its indexes name 101 attributes in their projections; DynamoDB allows 100 in all:"
					+ " project ALL where many are needed.");
	}

	private static String faults(TableDefinition... definitions) {
		return catchThrowableOfType(InvalidDataAccessApiUsageException.class,
				() -> DefinitionVerifier.verify(List.of(definitions)))
			.getMessage();
	}

}
