package io.dkmio.core.mapping;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Transient;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link ItemVerifier}.
 */
class ItemVerifierUnitTests {

	private static final TableDefinition SHOP = Mappings.SHOP;

	@ParameterizedTest
	@MethodSource
	void reports(TableDefinition table, Class<?> type, String fault) {
		assertThat(Mappings.faults(table, type)).extracting(MappingFault::toString)
			.containsExactly(type.getSimpleName() + ": " + fault);
	}

	static Stream<Arguments> reports() {
		return Stream.of(
				arguments(SHOP, OtherTable.class,
						"is in table 'audit', which is not declared; declare it, or name one of default"),
				arguments(SHOP, NoCreator.class,
						"has several constructors, and none of them is chosen; "
								+ "annotate the one to read items with @PersistenceCreator"),
				arguments(SHOP, SameAttribute.class,
						"properties 'status' and 'state' are both stored as 'status'; "
								+ "name another attribute with @Attribute for one of them"),
				arguments(SHOP, HidingChild.class,
						"property 'id' is declared twice, in the class and in one it extends; keep one"),
				arguments(SHOP, SeveralTimesToLive.class,
						"has @TimeToLive on several properties, expiresAt, purgeAt; keep one"),
				arguments(SHOP, SeveralOthers.class, "has @OtherAttributes on several properties, a, b; keep one"),
				arguments(TableDefinition.of("shop").withPartitionKey("a").withSortKey("c"), SeveralPartitionKeys.class,
						"has @PartitionKey on several properties, a, b; keep one"),
				arguments(TableDefinition.of("shop").withPartitionKey("a").withSortKey("c"), SeveralSortKeys.class,
						"has @SortKey on several properties, c, d; keep one"),
				arguments(SHOP, TextVersion.class,
						"property 'version' is a version of type String; use Long, Integer or Short"),
				arguments(SHOP, InstantVersion.class,
						"property 'version' is a version of type Instant; use Long, Integer or Short"),
				arguments(SHOP, TextTimeToLive.class,
						"property 'expiresAt' is a time to live of type String; "
								+ "use Instant, or Long for seconds since the epoch"),
				arguments(SHOP, DurationTimeToLive.class,
						"property 'expiresAt' is a time to live of type Duration; "
								+ "use Instant, or Long for seconds since the epoch"),
				arguments(SHOP, BadAfter.class,
						"property 'expiresAt' has @TimeToLive(after = \"30 days\"); "
								+ "write a positive duration such as 30d, 12h, 90s or PT1H30M"),
				arguments(SHOP, ZeroAfter.class,
						"property 'expiresAt' has @TimeToLive(after = \"0s\"); "
								+ "write a positive duration such as 30d, 12h, 90s or PT1H30M"),
				arguments(SHOP, PrimitiveAfter.class,
						"property 'expiresAt' is a long and never null, so that after = \"30d\" would never count; "
								+ "use Long"),
				arguments(SHOP.withTimeToLive(null), Expiring.class,
						"property 'expiresAt' is a time to live, but table 'shop' declares no time to live attribute; "
								+ "declare one"),
				arguments(SHOP, ExpiringElsewhere.class,
						"property 'expiresAt' is a time to live stored as 'ttl', but table 'shop' expires items by "
								+ "'expires_at'; remove its @Attribute"),
				arguments(SHOP, NotExpiring.class,
						"property 'until' is stored as 'expires_at', by which table 'shop' expires items; "
								+ "annotate it with @TimeToLive, or name another attribute with @Attribute"),
				arguments(SHOP, RawOthers.class,
						"property 'others' holds other attributes; its type must be Map<String, Object>"),
				arguments(SHOP, StringOthers.class,
						"property 'others' holds other attributes; its type must be Map<String, Object>"),
				arguments(SHOP, ListOthers.class,
						"property 'others' holds other attributes; its type must be Map<String, Object>"),
				arguments(SHOP, Scaled.class,
						"property 'total' of type long declares a scale, which only BigDecimal has; "
								+ "remove it, or change the type"),
				arguments(SHOP, StoredAsType.class,
						"property 'type' is stored as '_type', which holds the item's type; "
								+ "name another attribute with @Attribute"),
				arguments(SHOP, StoredAsKey.class,
						"property 'pk' is stored as 'pk', which holds a key composed by a template; "
								+ "name another attribute with @Attribute"),
				arguments(SHOP, StoredAsIndexKey.class,
						"property 'key' is stored as 'gsi1sk', which holds a key composed by a template; "
								+ "name another attribute with @Attribute"),
				arguments(SHOP, EmptyAlias.class,
						"has an empty type alias; name one in @TypeAlias and @Item(aliases = …)"),
				arguments(SHOP, EmptyFurtherAlias.class,
						"has an empty type alias; name one in @TypeAlias and @Item(aliases = …)"));
	}

	@Test
	void reportsATableWhereNoneIsDeclared() {
		assertThat(Mappings.faults(List.of(), OtherTable.class)).extracting(MappingFault::text)
			.containsExactly("is in table 'audit', which is not declared; declare it");
	}

	@ParameterizedTest
	@MethodSource
	void collectsWhatSpringDataReports(Class<?> type, String fault) {
		assertThat(Mappings.faults(SHOP, type, OtherTable.class)).extracting(MappingFault::subject)
			.containsExactly(type.getSimpleName(), "OtherTable");
		assertThat(Mappings.faults(SHOP, type).get(0).text()).startsWith(fault)
			.endsWith(fault.startsWith("Attempt") ? "Check your mapping configuration" : "instances should be created");
	}

	static Stream<Arguments> collectsWhatSpringDataReports() {
		return Stream.of(arguments(TwoVersions.class, "Attempt to add version property"),
				arguments(TwoIds.class, "Attempt to add id property"),
				arguments(TwoCreators.class, "Invalid usage of @Factory and @PersistenceConstructor"));
	}

	@Test
	void acceptsWhatIsRight() {
		assertThat(Mappings.faults(SHOP, Right.class)).isEmpty();
	}

	@Test
	void checksValuesInsideItemsToo() {
		assertThat(Mappings.faults(SHOP, Outer.class)).extracting(MappingFault::toString)
			.containsExactly(
					"Inner: properties 'a' and 'b' are both stored as 'a'; "
							+ "name another attribute with @Attribute for one of them",
					"Inner: property 'others' holds other attributes; its type must be Map<String, Object>",
					"Outer: is in table 'audit', which is not declared; declare it, or name one of default");
	}

	@Item(table = "audit", pk = "A#{id}")
	record OtherTable(String id) {
	}

	@Item(pk = "A#{id}", sk = "A")
	record NoCreator(String id, String status) {

		NoCreator(String id) {
			this(id, "");
		}

	}

	@Item(pk = "A#{id}", sk = "A")
	record SameAttribute(String id, String status, @Attribute("status") String state) {
	}

	@Item(pk = "A#{id}", sk = "A")
	record SeveralTimesToLive(String id, @TimeToLive Instant expiresAt,
			@TimeToLive @Attribute("purge_at") Instant purgeAt) {
	}

	@Item(pk = "A#{id}", sk = "A")
	record SeveralOthers(String id, @OtherAttributes Map<String, Object> a, @OtherAttributes Map<String, Object> b) {
	}

	@Item
	record SeveralPartitionKeys(@PartitionKey String a, @PartitionKey String b, @SortKey String c) {
	}

	@Item
	record SeveralSortKeys(@PartitionKey String a, @SortKey String c, @SortKey String d) {
	}

	@Item(pk = "A#{id}", sk = "A")
	record TextVersion(String id, @Version String version) {
	}

	@Item(pk = "A#{id}", sk = "A")
	record InstantVersion(String id, @Version Instant version) {
	}

	@Item(pk = "A#{id}", sk = "A")
	record TextTimeToLive(String id, @TimeToLive String expiresAt) {
	}

	@Item(pk = "A#{id}", sk = "A")
	record DurationTimeToLive(String id, @TimeToLive Duration expiresAt) {
	}

	@Item(pk = "A#{id}", sk = "A")
	record BadAfter(String id, @TimeToLive(after = "30 days") Instant expiresAt) {
	}

	@Item(pk = "A#{id}", sk = "A")
	record ZeroAfter(String id, @TimeToLive(after = "0s") Instant expiresAt) {
	}

	@Item(pk = "A#{id}", sk = "A")
	record PrimitiveAfter(String id, @TimeToLive(after = "30d") long expiresAt) {
	}

	@Item(pk = "A#{id}", sk = "A")
	record Expiring(String id, @TimeToLive Instant expiresAt) {
	}

	@Item(pk = "A#{id}", sk = "A")
	record ExpiringElsewhere(String id, @TimeToLive @Attribute("ttl") Instant expiresAt) {
	}

	@Item(pk = "A#{id}", sk = "A")
	record NotExpiring(String id, @Attribute("expires_at") Instant until) {
	}

	@SuppressWarnings("rawtypes")
	@Item(pk = "A#{id}", sk = "A")
	record RawOthers(String id, @OtherAttributes Map others) {
	}

	@Item(pk = "A#{id}", sk = "A")
	record StringOthers(String id, @OtherAttributes Map<String, String> others) {
	}

	@Item(pk = "A#{id}", sk = "A")
	record ListOthers(String id, @OtherAttributes List<Object> others) {
	}

	@Item(pk = "A#{id}", sk = "A")
	record Scaled(String id, @Attribute(scale = 2) long total) {
	}

	@Item(pk = "A#{id}", sk = "A")
	record StoredAsType(String id, @Attribute("_type") String type) {
	}

	@Item(pk = "A#{id}", sk = "A")
	record StoredAsKey(String id, String pk) {
	}

	@Item(pk = "A#{id}", sk = "A")
	@GlobalIndex(name = "gsi1", pk = "A", sk = "{id}")
	record StoredAsIndexKey(String id, @Attribute("gsi1sk") String key) {
	}

	@TypeAlias("")
	@Item(pk = "A#{id}", sk = "A")
	record EmptyAlias(String id) {
	}

	@Item(pk = "A#{id}", sk = "A", aliases = " ")
	record EmptyFurtherAlias(String id) {
	}

	@Item(pk = "A#{id}", sk = "A")
	record TwoVersions(String id, @Version Long one, @Version Long two) {
	}

	@Item(pk = "A#{one}", sk = "A")
	record TwoIds(@Id String one, @Id String two) {
	}

	@Item(pk = "A#{id}", sk = "A")
	static class TwoCreators {

		final String id;

		@PersistenceCreator
		TwoCreators(String id) {
			this.id = id;
		}

		@PersistenceCreator
		static TwoCreators of(String id) {
			return new TwoCreators(id);
		}

	}

	static class HiddenParent {

		String id;

	}

	@SuppressWarnings("HidingField")
	@Item(pk = "A#{id}", sk = "A")
	static class HidingChild extends HiddenParent {

		String id;

	}

	@Item(pk = "A#{id}", sk = "A")
	record Right(String id, @Version int version, @TimeToLive(after = "30d") Long expiresAt,
			@OtherAttributes Map<String, Object> others, @Attribute(scale = 2) BigDecimal total,
			@Attribute(scale = 2) List<BigDecimal> prices, @Attribute(scale = 2) Optional<BigDecimal> discount,
			@Attribute(scale = 2) Map<String, BigDecimal> rates, @Transient String pk, String gsi1pk) {
	}

	@Item(table = "audit", pk = "A#{id}", sk = "A")
	record Outer(String id, List<Inner> inner) {
	}

	record Inner(String a, @Attribute("a") String b, @OtherAttributes Map<String, String> others) {
	}

}
