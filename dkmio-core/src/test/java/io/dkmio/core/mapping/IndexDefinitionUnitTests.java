package io.dkmio.core.mapping;

import java.util.List;

import io.dkmio.AttributeType;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link IndexDefinition}.
 */
class IndexDefinitionUnitTests {

	@Test
	void startsWithAllAttributesAndNoKeys() {
		assertThat(IndexDefinition.global("gsi1")).isEqualTo(
				new IndexDefinition("gsi1", "gsi1", IndexDefinition.Kind.GLOBAL, List.of(), List.of(), Projection.ALL));
		assertThat(IndexDefinition.local("lsi1").isLocal()).isTrue();
		assertThat(IndexDefinition.global("gsi1").isLocal()).isFalse();
	}

	@Test
	void changesOneThingAtATime() {
		IndexDefinition index = IndexDefinition.global("by-region")
			.withPartitionKey("region", "city")
			.withSortKey("placedAt", "total:N")
			.withProjection(Projection.KEYS_ONLY)
			.withPhysicalName("gsi-7");
		assertThat(index.name()).isEqualTo("by-region");
		assertThat(index.physicalName()).isEqualTo("gsi-7");
		assertThat(index.projection()).isEqualTo(Projection.KEYS_ONLY);
		assertThat(index.keyAttributes()).extracting(KeyAttribute::toString)
			.containsExactly("region", "city", "placedAt", "total:N");
		assertThat(index.sortKey().get(1).type()).isEqualTo(AttributeType.N);
	}

	@Test
	void doesNotChange() {
		IndexDefinition index = IndexDefinition.global("gsi1").withPartitionKey("status");
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> index.partitionKey().add(KeyAttribute.parse("other")));
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> index.keyAttributes().clear());
	}

	@Test
	void needsNames() {
		assertThatIllegalArgumentException().isThrownBy(() -> IndexDefinition.global(" "))
			.withMessage("An index needs a name");
		assertThatIllegalArgumentException().isThrownBy(() -> IndexDefinition.local("a").withPhysicalName(""))
			.withMessage("An index needs a physical name");
	}

	@Test
	void refusesABadKey() {
		assertThatIllegalArgumentException().isThrownBy(() -> IndexDefinition.global("a").withPartitionKey("b:X"))
			.withMessage("Key attribute 'b:X' has type 'X'; write 'name' for a string, or 'name:N' or 'name:B'");
	}

}
