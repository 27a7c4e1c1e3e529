package io.dkmio.core.mapping;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link TableDefinition}.
 */
class TableDefinitionUnitTests {

	private final TableDefinition shop = TableDefinition.of("shop");

	@Test
	void isTheSingleTableByDefault() {
		assertThat(this.shop.logicalName()).isEqualTo("default");
		assertThat(this.shop.name()).isEqualTo("shop");
		assertThat(this.shop.partitionKey()).isEqualTo(KeyAttribute.parse("pk"));
		assertThat(this.shop.sortKey()).isEqualTo(KeyAttribute.parse("sk"));
		assertThat(this.shop.typeAttribute()).isEqualTo("_type");
		assertThat(this.shop.timeToLiveAttribute()).isEqualTo("expires_at");
		assertThat(this.shop.keySeparator()).isEqualTo('#');
		assertThat(this.shop.indexes()).isEmpty();
		assertThat(this.shop.index("gsi1")).isNull();
	}

	@Test
	void isPlainAsAFurtherTable() {
		TableDefinition table = TableDefinition.of("audit", "audit-log", "user_id:N");
		assertThat(table.logicalName()).isEqualTo("audit");
		assertThat(table.name()).isEqualTo("audit-log");
		assertThat(table.partitionKey()).hasToString("user_id:N");
		assertThat(table.sortKey()).isNull();
		assertThat(table.typeAttribute()).isNull();
		assertThat(table.timeToLiveAttribute()).isNull();
	}

	@Test
	void changesOneThingAtATime() {
		TableDefinition table = this.shop.withLogicalName("main")
			.withName("prod-shop")
			.withPartitionKey("p:B")
			.withSortKey("s:N")
			.withTypeAttribute("kind")
			.withTimeToLive("ttl")
			.withKeySeparator('|');
		assertThat(table.logicalName()).isEqualTo("main");
		assertThat(table.name()).isEqualTo("prod-shop");
		assertThat(table.partitionKey()).hasToString("p:B");
		assertThat(table.sortKey()).hasToString("s:N");
		assertThat(table.typeAttribute()).isEqualTo("kind");
		assertThat(table.timeToLiveAttribute()).isEqualTo("ttl");
		assertThat(table.keySeparator()).isEqualTo('|');
		assertThat(table.withoutSortKey().sortKey()).isNull();
		assertThat(table.withTypeAttribute(null).typeAttribute()).isNull();
		assertThat(table.withTimeToLive(null).timeToLiveAttribute()).isNull();
		assertThat(this.shop).isEqualTo(TableDefinition.of("shop"));
	}

	@Test
	void keepsIndexesInOrderAndReplacesByName() {
		TableDefinition table = this.shop.withIndex(IndexDefinition.global("b").withPartitionKey("x"))
			.withIndex(IndexDefinition.global("a").withPartitionKey("y", "z:N"))
			.withIndex(IndexDefinition.global("b").withPartitionKey("w"));
		assertThat(table.indexes()).extracting(IndexDefinition::name).containsExactly("b", "a");
		assertThat(table.index("b").partitionKey()).extracting(KeyAttribute::name).containsExactly("w");
		assertThat(table.keyAttributeNames()).containsExactly("pk", "sk", "w", "y", "z");
		assertThat(table.withoutSortKey().keyAttributeNames()).containsExactly("pk", "w", "y", "z");
	}

	@Test
	void doesNotChangeThroughItsIndexes() {
		TableDefinition table = this.shop.withIndex(IndexDefinition.global("b").withPartitionKey("x"));
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> table.indexes().clear());
	}

	@Test
	void isAValue() {
		TableDefinition one = this.shop.withIndex(IndexDefinition.global("a").withPartitionKey("x"));
		TableDefinition same = this.shop.withIndex(IndexDefinition.global("a").withPartitionKey("x"));
		assertThat(one).isEqualTo(same).hasSameHashCodeAs(same);
		assertThat(List.of(this.shop, one.withKeySeparator('|'), one.withTypeAttribute(null), one.withName("other"),
				one.withLogicalName("other"), one.withTimeToLive(null), one.withoutSortKey()))
			.doesNotContain(one);
		assertThat(one).isNotEqualTo("shop (pk, sk) with a");
	}

	@Test
	void showsItsKeys() {
		assertThat(this.shop).hasToString("shop (pk, sk)");
		assertThat(TableDefinition.of("audit", "log", "id:N")
			.withIndex(IndexDefinition.global("a"))
			.withIndex(IndexDefinition.global("b"))).hasToString("log (id:N) with a, b");
	}

	@Test
	void refusesASeparatorThatIsNone() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.shop.withKeySeparator('a'))
			.withMessage("Key separator 'a' cannot be used: a separator is a punctuation character of ASCII other "
					+ "than a brace; use '#', '|' or ':'");
	}

	@Test
	void needsNames() {
		assertThatIllegalArgumentException().isThrownBy(() -> TableDefinition.of(" "))
			.withMessage("A table needs a name");
		assertThatIllegalArgumentException().isThrownBy(() -> this.shop.withLogicalName(""))
			.withMessage("A table needs a logical name");
		assertThatIllegalArgumentException().isThrownBy(() -> this.shop.withTypeAttribute(""))
			.withMessage("The type attribute needs a name; null stands for none");
		assertThatIllegalArgumentException().isThrownBy(() -> this.shop.withTimeToLive(" "))
			.withMessage("The time to live attribute needs a name; null stands for none");
		assertThatIllegalArgumentException().isThrownBy(() -> this.shop.withSortKey(""))
			.withMessage("A key attribute needs a name");
		assertThatIllegalArgumentException().isThrownBy(() -> this.shop.withIndex(null))
			.withMessage("IndexDefinition must not be null");
	}

}
