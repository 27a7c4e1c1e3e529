package io.dkmio.core.mapping;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link IndexResolver} and {@link IndexPropertyVerifier}.
 */
class IndexResolverUnitTests {

	private static final TableDefinition SHOP = Mappings.SHOP;

	private static final TableDefinition REGIONS = TableDefinition.of("shop")
		.withIndex(IndexDefinition.global("by-region")
			.withPartitionKey("region", "city")
			.withSortKey("placedAt", "orderId"));

	private static final TableDefinition AMOUNTS = TableDefinition.of("shop")
		.withIndex(IndexDefinition.local("by-amount").withSortKey("total:N"));

	private static final TableDefinition LOCAL = TableDefinition.of("shop")
		.withIndex(IndexDefinition.local("lsi1").withSortKey("lsi1sk"));

	private static final TableDefinition STATUSES = TableDefinition.of("shop")
		.withIndex(IndexDefinition.global("by-status").withPartitionKey("status").withSortKey("placedAt"));

	@ParameterizedTest
	@MethodSource
	void reports(TableDefinition table, Class<?> type, String fault) {
		assertThat(Mappings.faults(table, type)).extracting(MappingFault::toString)
			.containsExactly(type.getSimpleName() + ": " + fault);
	}

	static Stream<Arguments> reports() {
		return Stream.of(
				arguments(TableDefinition.of("shop"), Composed.class,
						"@GlobalIndex names index 'gsi1', which table 'shop' does not have; "
								+ "it has no indexes: declare it there"),
				arguments(STATUSES, ComposedLocal.class,
						"@LocalIndex names index 'lsi1', which table 'shop' does not have; "
								+ "declare it there, or use one of by-status"),
				arguments(TableDefinition.of("shop").withIndex(IndexDefinition.local("gsi1").withSortKey("lsi1sk")),
						Composed.class, "@GlobalIndex names index 'gsi1', which is declared as local; use @LocalIndex"),
				arguments(TableDefinition.of("shop").withIndex(IndexDefinition.global("lsi1").withPartitionKey("x")),
						ComposedLocal.class,
						"@LocalIndex names index 'lsi1', which is declared as global; use @GlobalIndex"),
				arguments(SHOP, ComposedTwice.class, "has @GlobalIndex for index 'gsi1' twice; keep one of them"),
				arguments(LOCAL, ComposedLocalTwice.class, "has @LocalIndex for index 'lsi1' twice; keep one of them"),
				arguments(REGIONS, ComposedRegion.class,
						"index 'by-region' has several key attributes; they are properties as they are, and are not "
								+ "composed: remove @GlobalIndex, and store properties as region, city, placedAt, orderId"),
				arguments(
						TableDefinition.of("shop").withIndex(IndexDefinition.global("gsi1").withPartitionKey("gsi1pk")),
						Composed.class,
						"@GlobalIndex composes a sort key, but index 'gsi1' has none; remove sk, "
								+ "or declare the sort key of the index"),
				arguments(SHOP, ComposedUnsorted.class,
						"@GlobalIndex for index 'gsi1' has no sk, and no property is stored as 'gsi1sk', the sort key "
								+ "of the index; items without it would not be in the index: add sk"),
				arguments(
						TableDefinition.of("shop")
							.withIndex(IndexDefinition.global("gsi1").withPartitionKey("gsi1pk").withSortKey("at:N")),
						Composed.class,
						"composes its sort key of index 'gsi1' by the template '{id}', but 'at' is declared as N; "
								+ "templates are strings: declare it as S, or use a property as it is"),
				arguments(SHOP, UnknownProperty.class,
						"template 'STATUS#{state}' names 'state', which is no property of UnknownProperty; "
								+ "use one of id, status"),
				arguments(
						SHOP.withIndex(IndexDefinition.global("gsi2").withPartitionKey("gsi1pk").withSortKey("gsi2sk")),
						SharedDifferently.class,
						"composes 'gsi1pk' by two templates, 'STATUS#{status}' and 'OTHER#{status}'; "
								+ "give the partition key of index 'gsi2' an attribute of its own, "
								+ "or write the same template"),
				arguments(
						TableDefinition.of("shop")
							.withIndex(IndexDefinition.global("gsi1").withPartitionKey("sk").withSortKey("gsi1sk")),
						Composed.class,
						"composes 'sk' by two templates, 'A#{id}' and 'STATUS#{status}'; "
								+ "give the partition key of index 'gsi1' an attribute of its own, "
								+ "or write the same template"),
				arguments(AMOUNTS, TextTotal.class,
						"property 'total' of type String is stored as S, but the key attribute of index 'by-amount' "
								+ "'total' is declared as N; change the property's type, or the declaration to 'total'"),
				arguments(REGIONS, NumberRegion.class,
						"property 'region' of type int is stored as N, but the key attribute of index 'by-region' "
								+ "'region' is declared as S; change the property's type, "
								+ "or the declaration to 'region:N'"),
				arguments(STATUSES, ListStatus.class,
						"property 'status' of type List cannot be the key attribute of index 'by-status' 'status', "
								+ "which is a string, a number or binary; change its type, "
								+ "or register a conversion to one of them"),
				arguments(SHOP, UnknownIndexProperty.class,
						"property 'status' has @IndexPartitionKey(\"by-state\"), but table 'shop' has no such index; "
								+ "declare it, or remove the annotation"),
				arguments(AMOUNTS, LocalPartition.class,
						"property 'id' has @IndexPartitionKey(\"by-amount\"), but the index is local and has the "
								+ "partition key of the table; remove the annotation"),
				arguments(STATUSES, OtherAttribute.class,
						"property 'state' has @IndexPartitionKey(\"by-status\"), but is stored as 'state' and that "
								+ "key of the index is 'status'; annotate the property with @Attribute, "
								+ "or change the index"),
				arguments(TableDefinition.of("shop").withIndex(IndexDefinition.global("by-at").withPartitionKey("at")),
						SortedWhereNone.class,
						"property 'placedAt' has @IndexSortKey(\"by-at\"), but is stored as 'placedAt' and that key of "
								+ "the index is missing; annotate the property with @Attribute, or change the index"),
				arguments(REGIONS, HalfRegion.class,
						"property 'region' has @IndexPartitionKey(\"by-region\"), but no property is stored as "
								+ "'placedAt' and 'orderId', so that no item would be in the index; add one, "
								+ "or remove the annotation"));
	}

	@Test
	void composesGlobalIndexes() {
		DynamoPersistentEntity<?> entity = Mappings.entity(SHOP, Composed.class);
		assertThat(entity.getIndexes()).singleElement().satisfies((model) -> {
			assertThat(model.index()).isEqualTo(SHOP.index("gsi1"));
			assertThat(model.partitionKey()).hasSize(1);
			assertThat(model.sortKey()).hasSize(1);
			assertThat(Mappings.names(model.properties())).containsExactly("status", "id");
		});
		assertThat(entity.getComposedKeys()).extracting((composed) -> composed.attribute().name())
			.containsExactly("pk", "sk", "gsi1pk", "gsi1sk");
	}

	@Test
	void composesAnIndexWithoutASortKey() {
		TableDefinition table = TableDefinition.of("shop")
			.withIndex(IndexDefinition.global("gsi1").withPartitionKey("gsi1pk"));
		assertThat(Mappings.entity(table, ComposedUnsorted.class).getIndexes()).singleElement()
			.satisfies((model) -> assertThat(model.sortKey()).isEmpty());
	}

	@Test
	void composesThePartitionKeyAndTakesAPropertyToSortBy() {
		TableDefinition table = TableDefinition.of("shop")
			.withIndex(IndexDefinition.global("gsi1").withPartitionKey("gsi1pk").withSortKey("id"));
		assertThat(Mappings.entity(table, ComposedUnsorted.class).getIndexes()).singleElement().satisfies((model) -> {
			assertThat(model.partitionKey().get(0)).isInstanceOf(KeyComponent.Composed.class);
			assertThat(model.sortKey().get(0)).isInstanceOf(KeyComponent.Plain.class);
		});
	}

	@Test
	void composesLocalIndexes() {
		assertThat(Mappings.entity(LOCAL, ComposedLocal.class).getIndexes()).singleElement().satisfies((model) -> {
			assertThat(model.index().isLocal()).isTrue();
			assertThat(model.partitionKey()).isEmpty();
			assertThat(Mappings.names(model.properties())).containsExactly("status");
		});
	}

	@Test
	void takesAPropertyAsLocalIndex() {
		assertThat(Mappings.entity(AMOUNTS, Amount.class).getIndexes()).singleElement().satisfies((model) -> {
			assertThat(model.components()).hasOnlyElementsOfType(KeyComponent.Plain.class);
			assertThat(Mappings.names(model.properties())).containsExactly("total");
		});
	}

	@Test
	void takesPropertiesAsIndex() {
		assertThat(Mappings.entity(STATUSES, Status.class).getIndexes()).singleElement()
			.satisfies((model) -> assertThat(Mappings.names(model.properties())).containsExactly("status", "placedAt"));
	}

	@Test
	void takesSeveralPropertiesAsMultiAttributeIndex() {
		assertThat(Mappings.entity(REGIONS, Region.class).getIndexes()).singleElement().satisfies((model) -> {
			assertThat(model.partitionKey()).extracting((key) -> key.attribute().name())
				.containsExactly("region", "city");
			assertThat(model.sortKey()).extracting((key) -> key.attribute().name())
				.containsExactly("placedAt", "orderId");
			assertThat(Mappings.names(model.properties())).containsExactly("region", "town", "placedAt", "orderId");
		});
	}

	@Test
	void leavesOutAnIndexTheItemHasNotAllAttributesOf() {
		assertThat(Mappings.entity(REGIONS, PartOfRegion.class).getIndexes()).isEmpty();
		assertThat(Mappings.entity(SHOP, Plain.class).getIndexes()).isEmpty();
	}

	@Test
	void invertsThePrimaryKey() {
		TableDefinition table = TableDefinition.of("shop")
			.withIndex(IndexDefinition.global("inverted").withPartitionKey("sk").withSortKey("pk"));
		DynamoPersistentEntity<?> entity = Mappings.entity(table, Plain.class);
		assertThat(entity.getIndexes()).singleElement().satisfies((model) -> {
			assertThat(model.partitionKey()).containsExactly(entity.getRequiredKey().sortKey());
			assertThat(model.sortKey()).containsExactly(entity.getRequiredKey().partitionKey());
		});
		assertThat(entity.getComposedKeys()).hasSize(2);
	}

	@Test
	void sharesAComposedAttributeBetweenIndexes() {
		TableDefinition table = TableDefinition.of("shop")
			.withIndex(IndexDefinition.global("gsi0").withPartitionKey("gsi1pk").withSortKey("id"))
			.withIndex(IndexDefinition.global("gsi1").withPartitionKey("gsi1pk").withSortKey("gsi1sk"))
			.withIndex(IndexDefinition.global("gsi2").withPartitionKey("gsi1pk").withSortKey("gsi2sk"));
		DynamoPersistentEntity<?> entity = Mappings.entity(table, Shared.class);
		assertThat(entity.getIndexes()).extracting((model) -> model.index().name())
			.containsExactly("gsi0", "gsi1", "gsi2");
		assertThat(entity.getIndexes()).extracting((model) -> model.partitionKey().get(0))
			.containsOnly(entity.getComposedKeys().get(2));
		assertThat(entity.getComposedKeys()).extracting((composed) -> composed.attribute().name())
			.containsExactly("pk", "sk", "gsi1pk", "gsi1sk", "gsi2sk");
	}

	@Test
	void replacesWhatAParentDeclares() {
		DynamoPersistentEntity<?> parent = Mappings.entity(SHOP, Parent.class);
		assertThat(Mappings.names(parent.getIndexes().get(0).properties())).containsExactly("status", "id");
		DynamoPersistentEntity<?> child = Mappings.entity(SHOP, Child.class);
		assertThat(Mappings.names(child.getIndexes().get(0).properties())).containsExactly("extra", "id");
	}

	@Test
	void keepsTheOrderOfTheTable() {
		TableDefinition table = STATUSES
			.withIndex(IndexDefinition.global("gsi1").withPartitionKey("gsi1pk").withSortKey("gsi1sk"))
			.withIndex(IndexDefinition.local("by-at").withSortKey("placedAt"));
		assertThat(Mappings.entity(table, Everything.class).getIndexes()).extracting((model) -> model.index().name())
			.containsExactly("by-status", "gsi1", "by-at");
	}

	@Item(pk = "A#{id}", sk = "A#{id}")
	@GlobalIndex(name = "gsi1", pk = "STATUS#{status}", sk = "{id}")
	record Composed(String id, String status) {
	}

	@Item(pk = "A#{id}", sk = "A#{id}")
	@GlobalIndex(name = "gsi1", pk = "STATUS#{status}")
	record ComposedUnsorted(String id, String status) {
	}

	@Item(pk = "A#{id}", sk = "A#{id}")
	@GlobalIndex(name = "gsi1", pk = "STATUS#{status}", sk = "{id}")
	@GlobalIndex(name = "gsi1", pk = "OTHER#{status}", sk = "{id}")
	record ComposedTwice(String id, String status) {
	}

	@Item(pk = "A#{id}", sk = "A#{id}")
	@LocalIndex(name = "lsi1", sk = "STATUS#{status}")
	record ComposedLocal(String id, String status) {
	}

	@Item(pk = "A#{id}", sk = "A#{id}")
	@LocalIndex(name = "lsi1", sk = "STATUS#{status}")
	@LocalIndex(name = "lsi1", sk = "OTHER#{status}")
	record ComposedLocalTwice(String id, String status) {
	}

	@Item(pk = "A#{id}", sk = "A#{id}")
	@GlobalIndex(name = "by-region", pk = "R#{id}")
	record ComposedRegion(String id) {
	}

	@Item(pk = "A#{id}", sk = "A#{id}")
	@GlobalIndex(name = "gsi1", pk = "STATUS#{state}", sk = "{id}")
	record UnknownProperty(String id, String status) {
	}

	@Item(pk = "A#{id}", sk = "A#{id}")
	@GlobalIndex(name = "gsi1", pk = "STATUS#{status}", sk = "{id}")
	@GlobalIndex(name = "gsi2", pk = "OTHER#{status}", sk = "{id}")
	record SharedDifferently(String id, String status) {
	}

	@Item(pk = "A#{id}", sk = "A#{id}")
	@GlobalIndex(name = "gsi1", pk = "STATUS#{status}", sk = "{id}")
	@GlobalIndex(name = "gsi2", pk = "STATUS#{status}", sk = "{status}#{id}")
	record Shared(String id, String status) {
	}

	@Item(pk = "A#{id}", sk = "A#{id}")
	record Plain(String id) {
	}

	@Item(pk = "A#{id}", sk = "A#{id}")
	record Amount(String id, long total) {
	}

	@Item(pk = "A#{id}", sk = "A#{id}")
	record TextTotal(String id, String total) {
	}

	@Item(pk = "A#{id}", sk = "A#{id}")
	record NumberRegion(String id, int region) {
	}

	@Item(pk = "A#{id}", sk = "A#{id}")
	record ListStatus(String id, List<String> status) {
	}

	@Item(pk = "A#{id}", sk = "A#{id}")
	record UnknownIndexProperty(String id, @IndexPartitionKey("by-state") String status) {
	}

	@Item(pk = "A#{id}", sk = "A#{id}")
	record LocalPartition(@IndexPartitionKey("by-amount") String id, @IndexSortKey("by-amount") long total) {
	}

	@Item(pk = "A#{id}", sk = "A#{id}")
	record OtherAttribute(String id, @IndexPartitionKey("by-status") String state) {
	}

	@Item(pk = "A#{id}", sk = "A#{id}")
	record SortedWhereNone(String id, @IndexPartitionKey("by-at") String at, @IndexSortKey("by-at") Instant placedAt) {
	}

	@Item(pk = "A#{id}", sk = "A#{id}")
	record HalfRegion(String id, @IndexPartitionKey("by-region") String region, String city) {
	}

	@Item(pk = "A#{id}", sk = "A#{id}")
	record PartOfRegion(String id, String region, String city, Instant placedAt) {
	}

	@Item(pk = "A#{id}", sk = "A#{id}")
	record Region(String id, @IndexPartitionKey("by-region") String region,
			@IndexPartitionKey("by-region") @Attribute("city") String town, @IndexSortKey("by-region") Instant placedAt,
			@IndexSortKey("by-region") String orderId) {
	}

	@Item(pk = "A#{id}", sk = "A#{id}")
	record Status(String id, @IndexPartitionKey("by-status") String status,
			@IndexSortKey("by-status") Instant placedAt) {
	}

	@Item(pk = "A#{id}", sk = "A#{id}")
	@GlobalIndex(name = "gsi1", pk = "STATUS#{status}", sk = "{id}")
	record Everything(String id, String status, Instant placedAt) {
	}

	@Item(pk = "A#{id}", sk = "A#{id}")
	@GlobalIndex(name = "gsi1", pk = "STATUS#{status}", sk = "{id}")
	static class Parent {

		String id;

		String status;

	}

	@GlobalIndex(name = "gsi1", pk = "EXTRA#{extra}", sk = "{id}")
	static class Child extends Parent {

		String extra;

	}

}
