package io.dkmio.core.mapping;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link TableVerifier}.
 */
class TableVerifierUnitTests {

	private static final TableDefinition SHOP = TableDefinition.of("shop");

	@ParameterizedTest
	@MethodSource
	void reports(TableDefinition table, String fault) {
		assertThat(Mappings.faults(table)).extracting(MappingFault::toString)
			.containsExactly("Table '" + table.name() + "': " + fault);
	}

	static Stream<Arguments> reports() {
		return Stream.of(
				arguments(SHOP.withName("my shop"),
						"DynamoDB allows names of 3 to 255 letters, digits, '_', '-' and '.'; choose such a name"),
				arguments(SHOP.withName("ab"),
						"DynamoDB allows names of 3 to 255 letters, digits, '_', '-' and '.'; choose such a name"),
				arguments(SHOP.withSortKey("pk"), "partition key and sort key are both 'pk'; they need two attributes"),
				arguments(SHOP.withIndex(IndexDefinition.global("gsi1").withPartitionKey("sk:N")),
						"key attribute 'sk' is declared as S and as N; declare one type for it everywhere"),
				arguments(SHOP.withTypeAttribute("sk"),
						"'sk' is a key attribute and cannot hold the type or the time to live as well; "
								+ "name another attribute"),
				arguments(SHOP.withTimeToLive("at").withIndex(IndexDefinition.global("gsi1").withPartitionKey("at:N")),
						"'at' is a key attribute and cannot hold the type or the time to live as well; "
								+ "name another attribute"),
				arguments(SHOP.withTypeAttribute("expires_at"),
						"'expires_at' cannot hold both the type and the time to live; "
								+ "name another attribute for one of them"),
				arguments(SHOP.withIndex(IndexDefinition.global("a b c").withPartitionKey("x")),
						"index 'a b c' has the physical name 'a b c'; "
								+ "DynamoDB allows 3 to 255 letters, digits, '_', '-' and '.': choose such a name"),
				arguments(
						SHOP.withIndex(IndexDefinition.global("one").withPartitionKey("x"))
							.withIndex(IndexDefinition.global("two").withPartitionKey("y").withPhysicalName("one")),
						"indexes 'one' and 'two' both have the physical name 'one'; give one another"),
				arguments(SHOP.withIndex(IndexDefinition.global("gsi1")),
						"index 'gsi1' has no partition key; a global index needs one: declare it"),
				arguments(SHOP.withIndex(IndexDefinition.global("gsi1").withPartitionKey("a", "b", "c", "d", "e")),
						"index 'gsi1' has 5 partition and 0 sort key attributes; DynamoDB allows 4 of each; name fewer"),
				arguments(SHOP.withIndex(
						IndexDefinition.global("gsi1").withPartitionKey("x").withSortKey("a", "b", "c", "d", "e")),
						"index 'gsi1' has 1 partition and 5 sort key attributes; DynamoDB allows 4 of each; name fewer"),
				arguments(SHOP.withIndex(IndexDefinition.global("gsi1").withPartitionKey("a").withSortKey("b", "a")),
						"index 'gsi1' names the key attribute 'a' twice; name it once"),
				arguments(SHOP.withIndex(IndexDefinition.local("lsi1").withPartitionKey("x").withSortKey("y")),
						"index 'lsi1' is local and declares a partition key; a local index has the table's, 'pk': "
								+ "remove it, or make the index global"),
				arguments(SHOP.withIndex(IndexDefinition.local("lsi1")),
						"index 'lsi1' is local and has 0 sort key attributes; "
								+ "a local index has exactly one: declare that"),
				arguments(SHOP.withIndex(IndexDefinition.local("lsi1").withSortKey("a", "b")),
						"index 'lsi1' is local and has 2 sort key attributes; "
								+ "a local index has exactly one: declare that"),
				arguments(SHOP.withoutSortKey().withIndex(IndexDefinition.local("lsi1").withSortKey("a")),
						"index 'lsi1' is local, but the table has no sort key; "
								+ "give the table one, or make the index global"),
				arguments(localIndexes(6), "it has 6 local indexes; DynamoDB allows 5, make the others global"));
	}

	private static TableDefinition localIndexes(int count) {
		TableDefinition table = SHOP;
		for (int i = 1; i <= count; i++) {
			table = table.withIndex(IndexDefinition.local("lsi" + i).withSortKey("a" + i));
		}
		return table;
	}

	@Test
	void reportsATableDeclaredTwice() {
		assertThat(Mappings.faults(List.of(SHOP, SHOP.withLogicalName("other")))).extracting(MappingFault::toString)
			.containsExactly("Table 'shop': is declared twice, as 'default' and as 'other'; declare it once");
	}

	@Test
	void reportsEverythingAtOnce() {
		TableDefinition table = SHOP.withName("a b")
			.withTypeAttribute("pk")
			.withIndex(IndexDefinition.global("gsi1"))
			.withIndex(IndexDefinition.local("lsi1").withPartitionKey("x"));
		assertThat(Mappings.faults(List.of(table, TableDefinition.of("c d").withLogicalName("other")))).hasSize(6);
	}

	@Test
	void acceptsWhatDynamoDbAllows() {
		TableDefinition table = localIndexes(5).withName("a-Z_0.9")
			.withIndex(IndexDefinition.global("multi").withPartitionKey("a", "b", "c", "d").withSortKey("e", "f:N"))
			.withIndex(IndexDefinition.global("inverted").withPartitionKey("sk").withSortKey("pk"));
		assertThat(Mappings.faults(table)).isEmpty();
	}

}
