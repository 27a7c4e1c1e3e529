package io.dkmio.core.mapping;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.data.annotation.TypeAlias;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ItemsVerifier}.
 */
class ItemsVerifierUnitTests {

	private static final TableDefinition TYPED = TableDefinition.of("shop");

	private static final TableDefinition UNTYPED = TYPED.withTypeAttribute(null);

	@Test
	void reportsItemsNothingTellsApart() {
		assertThat(Mappings.faults(UNTYPED, User.class, Account.class)).extracting(MappingFault::toString)
			.containsExactly("Account: has keys of the same shape as User in table 'shop', and nothing tells their "
					+ "items apart; begin one of their templates with a literal of its own, "
					+ "or declare a type attribute for the table");
	}

	@Test
	void reportsPlainKeysNothingTellsApart() {
		TableDefinition table = UNTYPED.withPartitionKey("id").withoutSortKey();
		assertThat(Mappings.faults(table, PlainUser.class, PlainAccount.class)).extracting(MappingFault::subject)
			.containsExactly("PlainAccount");
		assertThat(Mappings.faults(table, PlainUser.class)).isEmpty();
	}

	@Test
	void tellsItemsApartByTheTypeAttribute() {
		assertThat(Mappings.faults(TYPED, User.class, Account.class)).isEmpty();
	}

	@Test
	void tellsItemsApartByTheLengthOfTheirKeys() {
		assertThat(Mappings.faults(UNTYPED, User.class, Order.class)).isEmpty();
	}

	@Test
	void comparesItemsOfOneTableAlone() {
		TableDefinition audit = UNTYPED.withLogicalName("audit").withName("audit-log");
		assertThat(Mappings.faults(List.of(UNTYPED, audit), User.class, AuditUser.class)).isEmpty();
	}

	@Test
	void reportsAnAliasOfTwoItems() {
		assertThat(Mappings.faults(TYPED, User.class, Renamed.class)).extracting(MappingFault::toString)
			.containsExactly("User: is known as 'User' in table 'shop', and so is "
					+ "io.dkmio.core.mapping.ItemsVerifierUnitTests$Renamed; give one another @TypeAlias");
	}

	@Test
	void reportsAnAliasStillReadByAnother() {
		assertThat(Mappings.faults(TYPED, User.class, Successor.class)).extracting(MappingFault::text)
			.containsExactly("is known as 'User' in table 'shop', and so is "
					+ "io.dkmio.core.mapping.ItemsVerifierUnitTests$Successor; give one another @TypeAlias");
	}

	@Test
	void reportsAnAliasInherited() {
		assertThat(Mappings.faults(TYPED, Base.class, Special.class)).extracting(MappingFault::text)
			.containsExactly("is known as 'base' in table 'shop', and so is "
					+ "io.dkmio.core.mapping.ItemsVerifierUnitTests$Base; give one another @TypeAlias");
	}

	@Test
	void doesNotCareForAliasesThatAreNotWritten() {
		assertThat(Mappings.faults(UNTYPED, Order.class, RenamedOrder.class)).isEmpty();
	}

	@Test
	void reportsAnAliasOfTwoValuesOfOneProperty() {
		assertThat(Mappings.faults(TYPED, Drawing.class)).extracting(MappingFault::toString)
			.containsExactly("Square: is known as 'circle' as Shape, and so is "
					+ "io.dkmio.core.mapping.ItemsVerifierUnitTests$Circle; give one another @TypeAlias");
	}

	@Item(pk = "USER#{id}", sk = "USER")
	record User(String id) {
	}

	@Item(pk = "USER#{name}", sk = "USER")
	record Account(String name) {
	}

	@Item(pk = "USER#{user}#ORDER", sk = "{id}")
	record Order(String user, String id) {
	}

	@TypeAlias("Order")
	@Item(pk = "ORDER", sk = "{id}#{user}")
	record RenamedOrder(String user, String id) {
	}

	@Item(table = "audit", pk = "USER#{id}", sk = "USER")
	record AuditUser(String id) {
	}

	@TypeAlias("User")
	@Item(pk = "ACCOUNT#{id}", sk = "ACCOUNT")
	record Renamed(String id) {
	}

	@Item(pk = "ACCOUNT#{id}", sk = "ACCOUNT", aliases = { "User", "Customer" })
	record Successor(String id) {
	}

	@Item
	record PlainUser(@PartitionKey String id) {
	}

	@Item
	record PlainAccount(@PartitionKey String id) {
	}

	@TypeAlias("base")
	@Item(pk = "BASE#{id}", sk = "BASE")
	static class Base {

		String id;

	}

	@Item(pk = "SPECIAL#{id}", sk = "SPECIAL")
	static class Special extends Base {

	}

	@Item(pk = "DRAWING#{id}", sk = "DRAWING")
	record Drawing(String id, List<Shape> shapes) {
	}

	sealed interface Shape permits Circle, Square {

	}

	@TypeAlias("circle")
	record Circle(double radius) implements Shape {
	}

	@TypeAlias("circle")
	record Square(double side) implements Shape {
	}

}
