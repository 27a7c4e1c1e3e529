package io.dkmio.core.expression;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.dao.InvalidDataAccessApiUsageException;

import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class UpdateUnitTests {

	private static final Update NONE = Update.empty();

	private final ExpressionBuilder builder = new ExpressionBuilder(PathResolver.identity(), SimpleEncoder.INSTANCE);

	@Test
	void rendersEverySection() {
		Update update = NONE.remove("note")
			.add("revision", 1)
			.removeFromSet("tags", "old")
			.set("status", "SHIPPED")
			.set("shipTo.city", "Lima")
			.set("lines[0].quantity", 5)
			.addToSet("labels", "urgent")
			.setIfAbsent("firstSeen", 7)
			.remove("lines[1]");
		assertThat(this.builder.update(update))
			.isEqualTo("SET #n3 = :v2, #n4.#n5 = :v3, #n6[0].#n7 = :v4, #n9 = if_not_exists(#n9, :v6)"
					+ " REMOVE #n0, #n6[1] ADD #n1 :v0, #n8 :v5 DELETE #n2 :v1");
		assertThat(this.builder.names()).containsEntry("#n0", "note").containsEntry("#n9", "firstSeen").hasSize(10);
		assertThat(this.builder.values()).isEqualTo(Map.of(":v0", AttributeValue.fromN("1"), ":v1",
				AttributeValue.fromSs(List.of("old")), ":v2", AttributeValue.fromS("SHIPPED"), ":v3",
				AttributeValue.fromS("Lima"), ":v4", AttributeValue.fromN("5"), ":v5",
				AttributeValue.fromSs(List.of("urgent")), ":v6", AttributeValue.fromN("7")));
		assertThat(update).hasToString("SET status = ?, shipTo.city = ?, lines[0].quantity = ?,"
				+ " firstSeen = if_not_exists(firstSeen, ?) REMOVE note, lines[1] ADD revision ?, labels ? DELETE tags ?");
		assertThat(update.paths()).hasSize(9).first().isEqualTo(AttributePath.of("note"));
	}

	@Test
	void rendersArithmeticAndOtherAttributes() {
		Update update = NONE.set("a", attribute("b"))
			.set("b", attribute("a").plus(1))
			.set("c", attribute("c").minus(attribute("d")))
			.set("e", attribute("e").orElse(0).plus(5))
			.set("f", attribute("g").orElse(attribute("h")))
			.setIfAbsent("i", attribute("j"))
			.set("k", UpdateValue.of(10).minus(attribute("l").orElse(3)));
		assertThat(this.builder.update(update))
			.isEqualTo("SET #n0 = #n1, #n1 = #n0 + :v0, #n2 = #n2 - #n3, #n4 = if_not_exists(#n4, :v1) + :v2,"
					+ " #n5 = if_not_exists(#n6, #n7), #n8 = if_not_exists(#n8, #n9),"
					+ " #n10 = :v3 - if_not_exists(#n11, :v4)");
	}

	@Test
	void appendsToListsThatMayBeMissing() {
		Update update = NONE.append("history", "x").prepend("log", List.of("y")).appendAll("more", List.of("a", "b"));
		assertThat(this.builder.update(update)).isEqualTo("SET #n0 = list_append(if_not_exists(#n0, :v0), :v1),"
				+ " #n1 = list_append(:v2, if_not_exists(#n1, :v0)),"
				+ " #n2 = list_append(if_not_exists(#n2, :v0), :v3)");
		AttributeValue y = AttributeValue.fromS("y");
		assertThat(this.builder.values()).containsEntry(":v0", AttributeValue.fromL(List.of()))
			.containsEntry(":v1", AttributeValue.fromL(List.of(AttributeValue.fromS("x"))))
			.containsEntry(":v2", AttributeValue.fromL(List.of(AttributeValue.fromL(List.of(y)))))
			.containsEntry(":v3", AttributeValue.fromL(List.of(AttributeValue.fromS("a"), AttributeValue.fromS("b"))));
	}

	@Test
	void joinsElementsForOneListAndMembersForOneSet() {
		Update update = NONE.append("a", 1)
			.append("a", 2)
			.prepend("b", 2)
			.prepend("b", 1)
			.addToSet("c", "x", "y")
			.addToSet("c", List.of("y", "z"))
			.removeFromSet("d", 1)
			.removeFromSet("d", Set.of(2));
		this.builder.update(update);
		List<AttributeValue> oneTwo = List.of(AttributeValue.fromN("1"), AttributeValue.fromN("2"));
		assertThat(this.builder.values()).containsEntry(":v1", AttributeValue.fromL(oneTwo))
			.containsEntry(":v2", AttributeValue.fromL(oneTwo))
			.containsEntry(":v3", AttributeValue.fromSs(List.of("x", "y", "z")))
			.containsEntry(":v4", AttributeValue.fromNs(List.of("1", "2")));
	}

	@Test
	void keepsNumbersOfASetDistinctByValue() {
		this.builder.update(NONE.addToSet("a", 1, "1.0".length() - 2, 2));
		assertThat(this.builder.values()).containsEntry(":v0", AttributeValue.fromNs(List.of("1", "2")));
	}

	@Test
	void insertsOnlyAtTheStart() {
		assertThat(NONE.insert("a", 0, 1)).isEqualTo(NONE.prepend("a", 1)).hasSameHashCodeAs(NONE.prepend("a", 1));
		refused(() -> NONE.insert("a", 2, 1),
				"DynamoDB cannot insert an element at index 2 of the list at 'a': it can only prepend, append and replace."
						+ " Use prepend, append or set, or read the list and set it as a whole under a condition");
	}

	@Test
	void staysAsItIs() {
		Update one = NONE.set("a", 1);
		one.set("b", 2);
		assertThat(one.actions()).hasSize(1);
		assertThat(NONE.isEmpty()).isTrue();
		assertThat(one.and(NONE.remove("c"))).hasToString("SET a = ? REMOVE c");
	}

	@Test
	void takesPropertiesFromMethodReferences() {
		Update update = NONE.set(Order::status, "x")
			.remove(Order::note)
			.append(Order::lines, 1)
			.add(Order::revision, 1)
			.setIfAbsent(Order::seen, 2);
		assertThat(update).hasToString("SET status = ?, lines = list_append(if_not_exists(lines, ?), ?),"
				+ " seen = if_not_exists(seen, ?) REMOVE note ADD revision ?");
		assertThat(update.paths()).allMatch(AttributePath::isProperty);
		assertThat(NONE.prepend(Order::lines, 1).addToSet(Order::tags, "a"))
			.hasToString("SET lines = list_append(?, if_not_exists(lines, ?)) ADD tags ?");
		assertThat(NONE.removeFromSet(Order::tags, "a")).hasToString("DELETE tags ?");
	}

	@Test
	void fillsParametersOfAPreparedUpdate() {
		PreparedExpressions prepared = ExpressionClauses.none()
			.withUpdate(NONE.set("status", Operand.parameter(1))
				.append("log", Operand.parameter(2))
				.addToSet("tags", Operand.elementsOfParameter(3))
				.add("n", Operand.parameter(4)))
			.withCondition(attribute("status").eq(Operand.parameter(0)))
			.prepare(PathResolver.identity(), SimpleEncoder.INSTANCE);
		assertThat(prepared.isShapeFixed()).isTrue();
		Expressions bound = prepared.bind(List.of("old", "new", "event", List.of("a", "b"), 3));
		assertThat(bound.condition()).isEqualTo("#n0 = :v0");
		assertThat(bound.update())
			.isEqualTo("SET #n0 = :v1, #n1 = list_append(if_not_exists(#n1, :v2), :v3) ADD #n2 :v4, #n3 :v5");
		assertThat(bound.values()).isEqualTo(Map.of(":v0", AttributeValue.fromS("old"), ":v1",
				AttributeValue.fromS("new"), ":v2", AttributeValue.fromL(List.of()), ":v3",
				AttributeValue.fromL(List.of(AttributeValue.fromS("event"))), ":v4",
				AttributeValue.fromSs(List.of("a", "b")), ":v5", AttributeValue.fromN("3")));
		Expressions missing = prepared.bind(Arrays.asList(null, "new", "event", List.of("a"), 3));
		assertThat(missing.condition()).isEqualTo("attribute_not_exists(#n0) OR attribute_type(#n0, :v0)");
		assertThat(missing.update()).isEqualTo(bound.update());
		assertThat(missing.values()).containsEntry(":v1", AttributeValue.fromS("new")).hasSize(6);
		refused(() -> prepared.bind(Arrays.asList("old", null, "event", List.of("a"), 3)),
				"The argument of parameter 1, used for attribute 'status', is null. Only eq, ne and in take a null; an update removes with remove");
		refused(() -> prepared.bind(List.of("old", "new", "event", List.of("a"), "three")),
				"Attribute 'n' cannot be changed by an amount of type S: only numbers are added and subtracted. Use addToSet for sets, append for lists");
		refused(() -> prepared.bind(List.of("old", "new", "event", List.of(), 3)),
				"No members are given for the set at 'tags': leave the call out instead");
	}

	@Test
	void refusesToDoNothing() {
		refused(() -> this.builder.update(NONE),
				"The update is empty: it sets, removes and adds nothing. Add a change, or send no update");
		refused(() -> NONE.appendAll("a", List.of()), "No elements are given for attribute 'a'. Leave the call out");
		refused(() -> NONE.addToSet("a"), "No elements are given for attribute 'a'. Leave the call out");
	}

	@Test
	void refusesOverlappingAndConflictingPaths() {
		refused(() -> NONE.set("a", 1).remove("a"), "The update names 'a' twice. Name it once");
		refused(() -> NONE.append("a", 1).prepend("a", 1), "The update names 'a' twice. Name it once");
		refused(() -> NONE.set("a", 1).add("a.b", 1),
				"The update names 'a' and 'a.b', of which one lies inside the other. Name only one of them");
		refused(() -> NONE.set("a.b[1].c", 1).remove("a.b[1]"),
				"The update names 'a.b[1].c' and 'a.b[1]', of which one lies inside the other. Name only one of them");
		refused(() -> NONE.set("a.b", 1).set("a[0]", 1),
				"The update names 'a.b' and 'a[0]', of which one takes for a map what the other takes for a list. Name only one of them");
	}

	@Test
	void refusesOverlapsThatAppearWhenPropertiesAreResolved() {
		ExpressionBuilder mapped = new ExpressionBuilder((path) -> AttributePath.of("same"), SimpleEncoder.INSTANCE);
		refused(() -> mapped.update(NONE.set("a", 1).set("b", 2)), "The update names 'same' twice. Name it once");
	}

	@Test
	void refusesNulls() {
		refused(() -> NONE.set("a", null),
				"Attribute 'a' cannot be set to null. Use remove to remove it, or pass an explicit NULL attribute value");
		refused(() -> NONE.setIfAbsent("a", null),
				"Attribute 'a' cannot be set to null. Use remove to remove it, or pass an explicit NULL attribute value");
		refused(() -> NONE.add("a", null), "Attribute 'a' cannot be changed by null. Leave the call out");
		String element = "An element for attribute 'a' is null. Leave it out, or pass an explicit NULL attribute value";
		refused(() -> NONE.append("a", null), element);
		refused(() -> NONE.appendAll("a", Collections.singletonList(null)), element);
		refused(() -> NONE.addToSet("a", "x", null), element);
	}

	@Test
	void refusesWhatAnUpdateCannotCompute() {
		refused(() -> NONE.set("a", attribute("b").size()),
				"An update cannot store 'size(b)': DynamoDB knows sizes in conditions only. Read the item, or keep a counter with add");
		refused(() -> attribute("a").plus(1).plus(2),
				"An update adds or subtracts two numbers, not three: DynamoDB has no longer sums. Add up the values first");
		refused(() -> NONE.add("a", attribute("b")),
				"Attribute 'a' cannot be added 'b': ADD takes values only. Use set with attribute(..).plus(..)");
		refused(() -> NONE.append("a", attribute("b")),
				"'b' cannot be an element for attribute 'a': elements are values, not attributes");
		refused(() -> NONE.setIfAbsent("a", attribute("b").plus(1)),
				"Attribute 'a' cannot be set to the result of an expression only if absent. Give a value or another attribute");
		refused(() -> NONE.setIfAbsent("a", attribute("a")),
				"Attribute 'a' cannot be its own fallback. Use another attribute or a value");
		refused(() -> NONE.set("a", Operand.elementsOfParameter(0)),
				"An update takes one value here, not the elements of parameter 0. Use appendAll, addToSet or removeFromSet, or a plain parameter");
		refused(() -> this.builder.update(NONE.add("a", "x")),
				"Attribute 'a' cannot be changed by an amount of type S: only numbers are added and subtracted. Use addToSet for sets, append for lists");
		refused(() -> this.builder.update(NONE.set("a", attribute("b").plus("x"))),
				"Attribute 'a' cannot be changed by an amount of type S: only numbers are added and subtracted. Use addToSet for sets, append for lists");
		refused(() -> this.builder.update(NONE.addToSet("a", "x", 1)),
				"The members given for the set at 'a' are of type S, N: a set holds only strings, only numbers or only binary data");
		refused(() -> this.builder.update(NONE.addToSet("a", true)),
				"The members given for the set at 'a' are of type BOOL: a set holds only strings, only numbers or only binary data");
	}

	@Test
	void refusesUpdatesThatAreTooLarge() {
		Update large = IntStream.range(0, 500)
			.boxed()
			.reduce(NONE, (update, i) -> update.set("a" + i, i), (left, right) -> left.and(right));
		refused(() -> this.builder.update(large),
				"The update is 7282 bytes long; DynamoDB allows 4096 bytes. Use fewer conditions or values, or several requests");
	}

	private static void refused(ThrowingCallable call, String message) {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(call).withMessage(message);
	}

	record Order(String status, String note, List<Integer> lines, int revision, int seen, Set<String> tags) {
	}

}
