package io.dkmio.core.document;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static io.dkmio.core.document.SortKeyCondition.beginsWith;
import static io.dkmio.core.document.SortKeyCondition.between;
import static io.dkmio.core.document.SortKeyCondition.eq;
import static io.dkmio.core.document.SortKeyCondition.gt;
import static io.dkmio.core.document.SortKeyCondition.gte;
import static io.dkmio.core.document.SortKeyCondition.lt;
import static io.dkmio.core.document.SortKeyCondition.lte;
import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What reads of documents come down to.
 */
class DocumentPlanUnitTests {

	private static final Table ORDERS = Orders.withoutDatabase().get("orders");

	@Test
	void namesTheCall() {
		assertThat(ORDERS.query("u1").explain()).hasToString("Query shop-orders user_id = ?");
		assertThat(ORDERS.scan().explain()).hasToString("Scan shop-orders");
		assertThat(ORDERS.scan().segments(4).consistent().explain())
			.hasToString("Scan shop-orders in 4 segments consistent");
		assertThat(ORDERS.index("by-total").scan().explain()).hasToString("Scan shop-orders index by-total");
	}

	@Test
	void knowsAllConditionsOnASortKey() {
		assertThat(where(eq("a"))).endsWith("order_id = ?");
		assertThat(where(lt("a"))).endsWith("order_id < ?");
		assertThat(where(lte("a"))).endsWith("order_id <= ?");
		assertThat(where(gt("a"))).endsWith("order_id > ?");
		assertThat(where(gte("a"))).endsWith("order_id >= ?");
		assertThat(where(between("a", "b"))).endsWith("order_id BETWEEN ? AND ?");
		assertThat(where(beginsWith("a"))).endsWith("begins_with(order_id, ?)");
	}

	private static String where(SortKeyCondition condition) {
		return ORDERS.query("u1").where(condition).explain().toString();
	}

	@Test
	void namesEverythingThatIsAsked() {
		DocumentPlan plan = ORDERS.index("by-status")
			.query("NEW")
			.where(between("2026-01-01", "2026-12-31"))
			.filter(attribute("total").gt(50))
			.filter(attribute("user_id").ne("u1"))
			.select("user_id", "total")
			.descending()
			.explain();
		assertThat(plan).hasToString("Query shop-orders index gsi-status-date status = ? AND created_at BETWEEN ? AND ?"
				+ " filter total > ? AND user_id <> ? select user_id, total backwards");
		assertThat(plan.operation()).isEqualTo("Query");
		assertThat(plan.tableName()).isEqualTo("shop-orders");
		assertThat(plan.indexName()).isEqualTo("gsi-status-date");
		assertThat(plan.names()).containsValues("status", "created_at", "total", "user_id");
		assertThat(plan.values()).hasSize(5);
		assertThat(plan.keyCondition()).isEqualTo("#n0 = :v0 AND #n1 BETWEEN :v1 AND :v2");
	}

	@Test
	void takesTheAttributesOfALongKeyFromLeftToRight() {
		TableIndex places = ORDERS.index("by-place");
		assertThat(places.query("EU", "Lima").explain())
			.hasToString("Query shop-orders index by-place region = ? AND city = ?");
		assertThat(places.query("EU", "Lima").where(beginsWith("2026-")).explain())
			.hasToString("Query shop-orders index by-place region = ? AND city = ? AND begins_with(day, ?)");
		assertThat(places.query("EU", "Lima").where(eq("2026-01-01"), gte(12)).explain())
			.hasToString("Query shop-orders index by-place region = ? AND city = ? AND day = ? AND hour >= ?");
	}

	@Test
	void readsTheKeysTooWhereAPageMayBeCut() {
		DocumentQuery selected = ORDERS.query("u1").select("total");
		assertThat(selected.limit(2).explain()).hasToString("Query shop-orders user_id = ? select total");
		assertThat(selected.limit(2).filter(attribute("total").gt(1)).explain())
			.hasToString("Query shop-orders user_id = ? filter total > ? select total, user_id, order_id");
		assertThat(selected.filter(attribute("total").gt(1)).explain())
			.hasToString("Query shop-orders user_id = ? filter total > ? select total");
	}

	@Test
	void showsNoValues() {
		DocumentQuery query = ORDERS.query("secret-user").filter(attribute("note").eq("secret-note"));
		assertThat(query.explain().toString()).doesNotContain("secret");
		assertThat(query.toString()).doesNotContain("secret");
		assertThat(ORDERS.update("secret-user", "secret-order").set("note", "secret-note").toString())
			.doesNotContain("secret")
			.startsWith("update in table 'orders': ");
		assertThat(gte("secret")).hasToString(">=");
		assertThat(ORDERS).hasToString("table 'orders'");
	}

	@Test
	void replacesNamesWithADotOrOfAPlaceholder() {
		assertThat(ORDERS.scan().filter(attribute("`#n0`.`a.b`").eq(Map.of("x", 1))).explain().names().values())
			.containsExactlyInAnyOrder("#n0", "a.b");
	}

}
