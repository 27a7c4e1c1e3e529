package io.dkmio.core;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Predicate;

import io.dkmio.core.expression.AttributeCriteria;
import io.dkmio.core.expression.Condition;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.domain.Customer;
import io.dkmio.domain.Order;
import io.dkmio.domain.Shop;
import io.dkmio.domain.Status;
import io.dkmio.test.LocalDynamo;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The law of reads: what a planned query returns is what filtering and sorting all items
 * in memory gives, in one go and page by page.
 */
class QueryLawIntegrationTests {

	private static final int CASES = 1800;

	private static final int SCANS = 40;

	private static final Comparator<String> BYTES = (one, other) -> Arrays
		.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

	private static final Comparator<Order> BY_ID = Comparator.comparing(Order::orderId, BYTES);

	private static final Comparator<Order> BY_PLACE_IN_INDEX = Comparator.comparing(Order::placedAt)
		.thenComparing(BY_ID);

	private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

	private static final List<String> CUSTOMERS = List.of("c", "c#", "c#ORDER", "c1");

	private static final List<String> IDS = List.of("", "a", "a#", "a#b", "a$", "a b", "a!", "ab", "b", "o-1", "o-10",
			"o-2", "\uFFFF", "\uD83D\uDE00", "z");

	private final SplittableRandom random = new SplittableRandom(seed());

	private final List<Order> all = new ArrayList<>();

	private DynamoTemplate dynamo;

	private static long seed() {
		long seed = Long.getLong("dkmio.seed", 20261121L);
		System.out.println("QueryLawIntegrationTests: seed " + seed);
		return seed;
	}

	@Test
	void aPlannedQueryIsAFilterInMemory() {
		DynamoDbClient client = LocalDynamo.client(QueryLawIntegrationTests.class);
		new SchemaManager(client).create(Shop.tables());
		this.dynamo = new DynamoTemplate(client, Shop.mappingContext());
		store();
		Map<String, Integer> plans = new TreeMap<>();
		for (int i = 0; i < CASES; i++) {
			Case next = switch (i % 6) {
				case 0, 1 -> byCustomer();
				case 2, 3 -> byStatus();
				case 4 -> byCustomers();
				default -> byIds();
			};
			plans.merge(next.query.explain(), 1, Integer::sum);
			check(next);
		}
		assertThat(plans).hasSizeGreaterThan(20);
		for (int i = 0; i < SCANS; i++) {
			checkScan();
		}
	}

	private void checkScan() {
		BigDecimal total = BigDecimal.valueOf(this.random.nextInt(5));
		int pageSize = 1 + this.random.nextInt(30);
		List<Order> expected = this.all.stream().filter((order) -> order.total().compareTo(total) >= 0).toList();
		ScanOperation<Order> scan = this.dynamo.scan(Order.class)
			.filter(attribute("total").gte(total))
			.pageSize(pageSize);
		assertThat(scan.segments(1 + this.random.nextInt(5)).list()).containsExactlyInAnyOrderElementsOf(expected);
		assertThat(scan.segments(1 + this.random.nextInt(5)).count()).isEqualTo(expected.size());
		ScanOperation<Order> capped = scan.limit(1 + this.random.nextInt(20));
		List<Order> found = new ArrayList<>();
		ScanResult<Order> page = capped.page();
		page.forEach(found::add);
		while (page.cursor().isPresent()) {
			page = capped.after(page.cursor().get()).page();
			page.forEach(found::add);
		}
		assertThat(page.completed()).isTrue();
		assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
	}

	private void store() {
		for (String customer : CUSTOMERS) {
			this.dynamo.insert(Customer.of(customer, "somebody"));
			for (String id : IDS) {
				Order order = Order.of(customer, id)
					.withStatus(pick(List.of(Status.OPEN, Status.PAID)))
					.withPlacedAt(START.plusSeconds(this.random.nextInt(6)))
					.withTotal(BigDecimal.valueOf(this.random.nextInt(4)).setScale(2));
				this.all.add(this.dynamo.insert(order));
			}
		}
	}

	private void check(Case next) {
		List<Order> expected = this.all.stream().filter(next.expected).toList();
		String described = next.query.explain();
		assertThat(next.query.list()).as(described)
			.containsExactlyInAnyOrderElementsOf(expected)
			.isSortedAccordingTo(next.order);
		assertThat(next.query.count()).as(described).isEqualTo(expected.size());
		if (this.random.nextInt(4) == 0) {
			assertThat(pages(next.query)).as(described)
				.containsExactlyInAnyOrderElementsOf(expected)
				.isSortedAccordingTo(next.order);
		}
	}

	private List<Order> pages(QueryOperation<Order> query) {
		QueryOperation<Order> capped = query.pageSize(1 + this.random.nextInt(6)).limit(1 + this.random.nextInt(4));
		List<Order> found = new ArrayList<>();
		Optional<String> cursor = Optional.empty();
		do {
			QueryResult<Order> page = (cursor.isPresent() ? capped.after(cursor.get()) : capped).page();
			found.addAll(page.items());
			cursor = page.cursor();
		}
		while (cursor.isPresent());
		return found;
	}

	private Case byCustomer() {
		String customer = pick(CUSTOMERS);
		QueryOperation<Order> query = this.dynamo.query(Order.class).where(attribute("customerId").eq(customer));
		Case base = new Case(query, (order) -> order.customerId().equals(customer), BY_ID);
		return filtered(sorted(ofIds(base)));
	}

	/**
	 * Several partitions: each in its order, one after the other as they are asked for.
	 */
	private Case byCustomers() {
		List<String> customers = some(CUSTOMERS);
		QueryOperation<Order> query = this.dynamo.query(Order.class).where(attribute("customerId").in(customers));
		Comparator<Order> order = Comparator.comparingInt((each) -> customers.indexOf(each.customerId()));
		Case base = new Case(query, (each) -> customers.contains(each.customerId()), order.thenComparing(BY_ID));
		return filtered(ofIdRanges(base));
	}

	/**
	 * Several keys: in the order in which they are asked for.
	 */
	private Case byIds() {
		String customer = pick(CUSTOMERS);
		List<String> ids = some(IDS);
		QueryOperation<Order> query = this.dynamo.query(Order.class)
			.where(attribute("customerId").eq(customer).and(attribute("orderId").in(ids)));
		return filtered(new Case(query, (order) -> order.customerId().equals(customer) && ids.contains(order.orderId()),
				Comparator.comparingInt((order) -> ids.indexOf(order.orderId()))));
	}

	private Case ofIdRanges(Case base) {
		String one = pick(IDS);
		return switch (this.random.nextInt(3)) {
			case 0 -> base.where(attribute("orderId").gte(one), (order) -> BYTES.compare(order.orderId(), one) >= 0);
			case 1 -> base.where(attribute("orderId").lt(one), (order) -> BYTES.compare(order.orderId(), one) < 0);
			default -> base;
		};
	}

	private Case ofIds(Case base) {
		AttributeCriteria id = attribute("orderId");
		String one = pick(IDS);
		String other = pick(IDS);
		return switch (this.random.nextInt(8)) {
			case 0 -> base.where(id.eq(one), (order) -> order.orderId().equals(one));
			case 1 -> base.where(id.lt(one), (order) -> BYTES.compare(order.orderId(), one) < 0);
			case 2 -> base.where(id.lte(one), (order) -> BYTES.compare(order.orderId(), one) <= 0);
			case 3 -> base.where(id.gt(one), (order) -> BYTES.compare(order.orderId(), one) > 0);
			case 4 -> base.where(id.gte(one), (order) -> BYTES.compare(order.orderId(), one) >= 0);
			case 5 -> base.where(id.gte(one).and(id.lt(other)),
					(order) -> BYTES.compare(order.orderId(), one) >= 0 && BYTES.compare(order.orderId(), other) < 0);
			case 6 -> one.isEmpty() ? base : base.where(id.beginsWith(one), (order) -> order.orderId().startsWith(one));
			default -> base;
		};
	}

	private Case byStatus() {
		Status status = pick(List.of(Status.OPEN, Status.PAID, Status.SHIPPED));
		QueryOperation<Order> query = this.dynamo.query(Order.class).where(attribute("status").eq(status));
		Case base = new Case(query, (order) -> order.status() == status, BY_PLACE_IN_INDEX);
		return filtered(sorted(ofTimes(base)));
	}

	private Case ofTimes(Case base) {
		AttributeCriteria placedAt = attribute("placedAt");
		Instant one = START.plusSeconds(this.random.nextInt(7) - 1);
		Instant other = START.plusSeconds(this.random.nextInt(7) - 1);
		String id = pick(IDS);
		return switch (this.random.nextInt(8)) {
			case 0 -> base.where(placedAt.eq(one), (order) -> order.placedAt().equals(one));
			case 1 -> base.where(placedAt.lt(one), (order) -> order.placedAt().isBefore(one));
			case 2 -> base.where(placedAt.lte(one), (order) -> !order.placedAt().isAfter(one));
			case 3 -> base.where(placedAt.gt(one), (order) -> order.placedAt().isAfter(one));
			case 4 -> base.where(placedAt.gte(one), (order) -> !order.placedAt().isBefore(one));
			case 5 -> base.where(placedAt.between(one, other),
					(order) -> !order.placedAt().isBefore(one) && !order.placedAt().isAfter(other));
			case 6 -> base.where(placedAt.eq(one).and(attribute("orderId").gt(id)),
					(order) -> order.placedAt().equals(one) && BYTES.compare(order.orderId(), id) > 0);
			default -> base;
		};
	}

	private Case sorted(Case base) {
		return this.random.nextBoolean() ? base
				: new Case(base.query.descending(), base.expected, Collections.reverseOrder(base.order));
	}

	private Case filtered(Case base) {
		BigDecimal total = BigDecimal.valueOf(this.random.nextInt(4));
		return switch (this.random.nextInt(4)) {
			case 0 -> base.filter(attribute("total").gt(total), (order) -> order.total().compareTo(total) > 0);
			case 1 -> base.filter(attribute("total").eq(total).not(), (order) -> order.total().compareTo(total) != 0);
			default -> base;
		};
	}

	/** Some of them, now and then one twice and one nobody has. */
	private List<String> some(List<String> values) {
		List<String> some = new ArrayList<>();
		for (int i = this.random.nextInt(6); i >= 0; i--) {
			some.add((this.random.nextInt(8) == 0) ? "nobody" : pick(values));
		}
		return some;
	}

	private <T> T pick(List<T> values) {
		return values.get(this.random.nextInt(values.size()));
	}

	/**
	 * A query, and what it must return.
	 */
	private record Case(QueryOperation<Order> query, Predicate<Order> expected, Comparator<Order> order) {

		Case where(Condition condition, Predicate<Order> meaning) {
			return new Case(this.query.where(condition), this.expected.and(meaning), this.order);
		}

		Case filter(Condition condition, Predicate<Order> meaning) {
			return new Case(this.query.filter(condition), this.expected.and(meaning), this.order);
		}

	}

}
