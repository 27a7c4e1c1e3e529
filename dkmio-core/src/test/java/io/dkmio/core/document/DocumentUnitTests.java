package io.dkmio.core.document;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.dkmio.DynamoConversionException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Document}.
 */
class DocumentUnitTests {

	private static final Document ORDER = Document.of("user_id", "u1", "total", 99.5, "paid", true, "note", null,
			"tags", Set.of("urgent"), "address", Map.of("city", "Lima"), "lines",
			List.of(Map.of("sku", "tea", "quantity", 2)), "a.b", "dotted");

	@Test
	void keepsTheOrderOfItsAttributes() {
		assertThat(ORDER.keySet()).containsExactly("user_id", "total", "paid", "note", "tags", "address", "lines",
				"a.b");
	}

	@Test
	void isAMapOfNamesAsTheyAre() {
		assertThat(ORDER).containsEntry("a.b", "dotted").containsEntry("note", null).hasSize(8);
		assertThat(ORDER.get("missing")).isNull();
		assertThat(ORDER.containsKey("note")).isTrue();
		assertThat(ORDER.get("address")).isEqualTo(Map.of("city", "Lima"));
	}

	@Test
	void findsValuesByPaths() {
		assertThat(ORDER.string("address.city")).isEqualTo("Lima");
		assertThat(ORDER.number("lines[0].quantity")).isEqualTo(new BigDecimal("2"));
		assertThat(ORDER.integer("lines[0].quantity")).isEqualTo(2);
		assertThat(ORDER.string("`a.b`")).isEqualTo("dotted");
		assertThat(ORDER.bool("paid")).isTrue();
		assertThat(ORDER.set("tags")).containsExactly("urgent");
		assertThat(ORDER.list("lines")).hasSize(1);
		assertThat(ORDER.document("address")).isEqualTo(Document.of("city", "Lima"));
		assertThat(ORDER.at("lines[0]")).isEqualTo(Document.of("sku", "tea", "quantity", 2));
	}

	@Test
	void findsNothingWhereThereIsNothing() {
		assertThat(ORDER.string("address.street")).isNull();
		assertThat(ORDER.number("lines[7].quantity")).isNull();
		assertThat(ORDER.string("user_id.inside")).isNull();
		assertThat(ORDER.instant("note")).isNull();
		assertThat(ORDER.bytes("note")).isNull();
		assertThat(ORDER.list("note")).isEmpty();
		assertThat(ORDER.set("missing")).isEmpty();
	}

	@Test
	void tellsAnExplicitNullFromNothing() {
		assertThat(ORDER.has("note")).isTrue();
		assertThat(ORDER.has("lines[0]")).isTrue();
		assertThat(ORDER.has("address.city")).isTrue();
		assertThat(ORDER.has("address.street")).isFalse();
		assertThat(ORDER.has("lines[1]")).isFalse();
		assertThat(ORDER.has("lines[1].sku")).isFalse();
	}

	@Test
	void refusesToReadAValueAsAnotherType() {
		assertThatExceptionOfType(DynamoConversionException.class).isThrownBy(() -> ORDER.string("total"))
			.withMessage("Attribute 'total' is a number (N), not a string; read it with number(…)");
		assertThatExceptionOfType(DynamoConversionException.class).isThrownBy(() -> ORDER.number("lines"))
			.withMessage("Attribute 'lines' is a list (L), not a number; read it with list(…)");
		assertThatExceptionOfType(DynamoConversionException.class).isThrownBy(() -> ORDER.list("tags"))
			.withMessage("Attribute 'tags' is a set (SS), not a list; read it with set(…)");
		assertThatExceptionOfType(DynamoConversionException.class).isThrownBy(() -> ORDER.instant("paid"))
			.withMessage("Attribute 'paid' is a boolean (BOOL), not a moment; read it with bool(…)");
		assertThatExceptionOfType(DynamoConversionException.class).isThrownBy(() -> ORDER.integer("total"))
			.withMessage(
					"Attribute 'total' is a number with a fraction, or too large for a long; read it with number(…)");
	}

	@Test
	void readsMomentsFromTextAndFromSeconds() {
		Instant moment = Instant.parse("2026-01-31T10:00:00.5Z");
		Document times = Document.of("text", moment, "seconds", 1_769_853_600L, "fraction",
				new BigDecimal("1769853600.5"), "other", "yesterday");
		assertThat(times.instant("text")).isEqualTo(moment);
		assertThat(times.instant("seconds")).isEqualTo(Instant.ofEpochSecond(1_769_853_600));
		assertThat(times.instant("fraction")).isEqualTo(moment);
		assertThatExceptionOfType(DynamoConversionException.class).isThrownBy(() -> times.instant("other"))
			.withMessage("Attribute 'other' is a string of 9 characters that is no moment such as"
					+ " 2026-01-31T10:00:00Z; read it with string(…)");
	}

	@Test
	void storesMomentsAsItemTypesDo() {
		assertThat(Document.of("at", Instant.parse("2026-01-31T10:00:00Z")).string("at"))
			.isEqualTo("2026-01-31T10:00:00.000000000Z");
	}

	@Test
	void takesTheTypesOfJavaForThoseOfDynamo() {
		UUID id = UUID.fromString("00000000-0000-0001-0000-000000000002");
		Document document = Document.of("id", id, "state", Thread.State.NEW, "letter", 'x', "int", 1, "long", 1L, "big",
				BigInteger.TEN, "double", 0.1, "bytes", new byte[] { 1, 2 }, "sdk",
				SdkBytes.fromByteArray(new byte[] { 3 }), "raw", AttributeValue.fromNs(List.of("1", "2.0")));
		assertThat(document).containsEntry("id", id.toString())
			.containsEntry("state", "NEW")
			.containsEntry("letter", "x")
			.containsEntry("int", BigDecimal.ONE)
			.containsEntry("long", BigDecimal.ONE)
			.containsEntry("big", new BigDecimal("10"))
			.containsEntry("double", new BigDecimal("0.1"))
			.containsEntry("bytes", ByteBuffer.wrap(new byte[] { 1, 2 }))
			.containsEntry("sdk", ByteBuffer.wrap(new byte[] { 3 }))
			.containsEntry("raw", Set.of(BigDecimal.ONE, new BigDecimal("2")));
		assertThat(document.bytes("bytes")).containsExactly(1, 2);
	}

	@Test
	void comparesNumbersByValue() {
		assertThat(Document.of("n", new BigDecimal("1.10"))).isEqualTo(Document.of("n", 1.1))
			.hasSameHashCodeAs(Document.of("n", 1.1));
		assertThat(Document.of("n", new BigDecimal("1E+3"))).isEqualTo(Document.of("n", 1000));
		assertThat(Document.of("n", new BigDecimal("0.00"))).isEqualTo(Document.of("n", 0));
		assertThat(Document.of("n", 1000).number("n")).hasToString("1000");
	}

	@Test
	void comparesBinaryDataByContent() {
		assertThat(Document.of("b", new byte[] { 1 })).isEqualTo(Document.of("b", new byte[] { 1 }))
			.isNotEqualTo(Document.of("b", new byte[] { 2 }));
	}

	@Test
	void equalsAPlainMapOfTheSameValues() {
		assertThat(ORDER).isEqualTo(new LinkedHashMap<>(ORDER));
		assertThat(Document.of("a", List.of(1))).isNotEqualTo(Document.of("a", Set.of(1)));
	}

	@Test
	void changesIntoAnotherDocument() {
		Document paid = ORDER.with("status", "PAID").without("note", "lines");
		assertThat(paid).containsEntry("status", "PAID").doesNotContainKeys("note", "lines");
		assertThat(ORDER).doesNotContainKey("status").containsKey("note");
		assertThat(Document.empty().with("a", 1)).isEqualTo(Document.of("a", 1));
	}

	@Test
	void cannotBeChanged() {
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> ORDER.put("a", 1));
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(ORDER::clear);
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> ORDER.entrySet().iterator().next().setValue(1));
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> ORDER.list("lines").clear());
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> ORDER.set("tags").clear());
	}

	@Test
	void isNotChangedThroughWhatItWasMadeOf() {
		byte[] bytes = { 1 };
		Map<String, Object> map = new LinkedHashMap<>(Map.of("bytes", bytes));
		Document document = Document.of(map);
		bytes[0] = 2;
		map.clear();
		assertThat(document.bytes("bytes")).containsExactly(1);
	}

	@Test
	void givesACopyThatCanBeChanged() {
		Map<String, Object> map = ORDER.toMap();
		assertThat(map).isEqualTo(ORDER);
		((List<?>) map.get("lines")).clear();
		((Map<?, ?>) map.get("address")).clear();
		((Set<?>) map.get("tags")).clear();
		assertThat(ORDER.list("lines")).hasSize(1);
		assertThat(ORDER.string("address.city")).isEqualTo("Lima");
	}

	@Test
	void leavesEmptySetsOut() {
		assertThat(Document.of("tags", Set.of(), "inside", Map.of("tags", Set.of())))
			.isEqualTo(Document.of("inside", Map.of()));
		assertThat(ORDER.with("tags", Set.of())).doesNotContainKey("tags");
		assertThatExceptionOfType(DynamoConversionException.class)
			.isThrownBy(() -> Document.of("list", List.of(Set.of())))
			.withMessage("Attribute 'list[0]': An empty set cannot be stored, and cannot be left out of a list");
	}

	@Test
	void joinsMembersOfOneNumber() {
		Set<Object> numbers = new LinkedHashSet<>(List.of(1, new BigDecimal("1.0"), 2L));
		assertThat(Document.of("n", numbers).set("n")).containsExactly(BigDecimal.ONE, new BigDecimal("2"));
	}

	@Test
	void refusesASetOfSeveralTypes() {
		assertThatExceptionOfType(DynamoConversionException.class)
			.isThrownBy(() -> Document.of("a", Map.of("tags", new LinkedHashSet<>(Arrays.asList("x", 1)))))
			.withMessage(
					"Attribute 'a.tags': A set has members of type S, N: a set of DynamoDB holds only strings, only"
							+ " numbers or only binary data. Use a list");
	}

	@Test
	void refusesWhatItDoesNotKnow() {
		assertThatExceptionOfType(DynamoConversionException.class)
			.isThrownBy(() -> Document.of("lines", List.of("ok", new Line("tea"))))
			.withMessage("Attribute 'lines[1]': A value of type io.dkmio.core.document.DocumentUnitTests$Line cannot be"
					+ " stored in a document: turn it into a map first, or map it as an item type")
			.satisfies((ex) -> assertThat(ex.getAttribute()).isEqualTo("lines[1]"));
		assertThatExceptionOfType(DynamoConversionException.class)
			.isThrownBy(() -> Document.of("t", Thread.currentThread()))
			.withMessageStartingWith("Attribute 't': A value of type java.lang.Thread cannot be stored in a document");
		assertThatExceptionOfType(DynamoConversionException.class).isThrownBy(() -> Document.of("m", Map.of(1, "one")))
			.withMessage("Attribute 'm': A map in a document has a key that is no String; convert the keys first");
	}

	@Test
	void refusesNumbersDynamoDoesNotKeep() {
		assertThatExceptionOfType(DynamoConversionException.class)
			.isThrownBy(() -> Document.of("n", new BigDecimal("1".repeat(39))))
			.withMessageStartingWith("Attribute 'n': A number of 39 significant digits cannot be stored");
		assertThatExceptionOfType(DynamoConversionException.class)
			.isThrownBy(() -> Document.of("n", new BigDecimal("1E126")));
		assertThatExceptionOfType(DynamoConversionException.class).isThrownBy(() -> Document.of("n", Double.NaN));
		assertThat(Document.of("n", new BigDecimal("1E125")).number("n")).isEqualByComparingTo("1E125");
	}

	@Test
	void refusesNamesWithoutValues() {
		assertThatIllegalArgumentException().isThrownBy(() -> Document.of("a", 1, "b"))
			.withMessage(
					"A document is made of names and values in turn, and 3 were given: the last name has no value");
		assertThatIllegalArgumentException().isThrownBy(() -> Document.of("a", 1, 2, 3))
			.withMessageStartingWith("A document is made of names and values in turn, and number 3 should be a name");
		assertThatIllegalArgumentException().isThrownBy(() -> Document.of("a", 1, "a", 2))
			.withMessage("Attribute 'a' is given twice");
		assertThatIllegalArgumentException().isThrownBy(() -> Document.of("", 1))
			.withMessage("The name of an attribute must not be empty");
	}

	@Test
	void showsNoValues() {
		assertThat(ORDER)
			.hasToString("Document[user_id:S, total:N, paid:BOOL, note:NULL, tags:SS, address:M, lines:L, a.b:S]");
		assertThat(DocumentValues.decode(ORDER.toItem(), true).toString()).endsWith("a.b:S, …]");
	}

	@Test
	void becomesAnEnhancedDocumentAndComesBack() {
		EnhancedDocument enhanced = EnhancedDocument.fromAttributeValueMap(ORDER.toItem());
		assertThat(enhanced.getString("user_id")).isEqualTo("u1");
		assertThat(enhanced.getNumber("total")).hasToString("99.5");
		assertThat(Document.ofItem(enhanced.toMap())).isEqualTo(ORDER);
	}

	@Test
	void keepsThatItWasReadInPart() {
		Document part = DocumentValues.decode(ORDER.toItem(), true);
		assertThat(part.isPartial()).isTrue();
		assertThat(part).isEqualTo(ORDER);
		assertThat(part.with("a", 1).isPartial()).isTrue();
		assertThat(part.without("a").isPartial()).isTrue();
		assertThat(Document.of(part).isPartial()).isFalse();
	}

	record Line(String sku) {

	}

}
