package io.dkmio.core.expression;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.dkmio.AttributeType;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import static io.dkmio.core.expression.Conditions.attribute;
import static io.dkmio.core.expression.Conditions.size;
import static org.assertj.core.api.Assertions.assertThat;

class ConditionEvaluatorUnitTests {

	private static final Map<String, AttributeValue> ITEM = item();

	@Test
	void comparesNumbersByValue() {
		holds(attribute("n").eq(AttributeValue.fromN("1.50")));
		holds(attribute("n").lt(10));
		holds(attribute("ns").eq(AttributeValue.fromNs(List.of("2.0", "1"))));
		holds(attribute("ns").contains(AttributeValue.fromN("2.00")));
	}

	@Test
	void ordersTextByItsBytesAndBinaryUnsigned() {
		holds(attribute("s").lt("\uD83D\uDE00"));
		holds(attribute("b").gt(new byte[] { 127 }));
		holds(attribute("b").beginsWith(new byte[] { (byte) 200 }));
		holds(attribute("b").contains(new byte[] { 1, 2 }));
	}

	@Test
	void isFalseForMissingAttributesAndOtherTypes() {
		fails(attribute("missing").eq(1));
		fails(attribute("missing").lt(1));
		fails(attribute("missing").in(1, 2));
		fails(attribute("missing").between(1, 2));
		fails(attribute("missing").eq(attribute("absent")));
		fails(attribute("n").lt("x"));
		fails(attribute("n").beginsWith("1"));
		fails(attribute("m").contains("k"));
		fails(size("n").gt(0));
	}

	@Test
	void isTrueForAnInequalityWithNothing() {
		holds(attribute("missing").ne(1));
		holds(attribute("missing").ne(attribute("absent")));
		holds(attribute("n").ne("1.5"));
		holds(size("n").ne(0));
		holds(attribute("missing").lt(1).not());
	}

	@Test
	void tellsNullFromMissing() {
		holds(attribute("null").exists());
		holds(attribute("null").eq(null));
		holds(attribute("missing").eq(null));
		fails(attribute("null").ne(null));
		fails(attribute("missing").ne(null));
		holds(attribute("n").ne(null));
		holds(attribute("null").type(AttributeType.NULL));
	}

	@Test
	void followsPathsIntoMapsAndLists() {
		holds(attribute("m.k[1]").eq("x"));
		fails(attribute("m.k[2]").exists());
		fails(attribute("m[0]").exists());
		fails(attribute("n.k").exists());
		holds(size("m.k").eq(2));
		holds(attribute("m.k").eq(List.of(AttributeValue.fromN("1.0"), "x")));
		fails(attribute("m.k").eq(List.of("x", 1)));
	}

	private static void holds(Condition condition) {
		assertThat(test(condition)).as(condition.toString()).isTrue();
	}

	private static void fails(Condition condition) {
		assertThat(test(condition)).as(condition.toString()).isFalse();
	}

	private static boolean test(Condition condition) {
		return ConditionEvaluator.of(condition, PathResolver.identity(), SimpleEncoder.INSTANCE).test(ITEM);
	}

	private static Map<String, AttributeValue> item() {
		Map<String, AttributeValue> item = new HashMap<>();
		item.put("n", AttributeValue.fromN("1.5"));
		item.put("s", AttributeValue.fromS("\uFFFD"));
		item.put("b", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] { (byte) 200, 1, 2 })));
		item.put("ns", AttributeValue.fromNs(List.of("1", "2")));
		item.put("null", AttributeValue.fromNul(true));
		item.put("m", AttributeValue
			.fromM(Map.of("k", AttributeValue.fromL(List.of(AttributeValue.fromN("1"), AttributeValue.fromS("x"))))));
		return item;
	}

}
