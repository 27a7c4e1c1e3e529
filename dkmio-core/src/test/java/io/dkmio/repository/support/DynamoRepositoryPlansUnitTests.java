package io.dkmio.repository.support;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.convert.MappingDynamoConverter;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.domain.Customer;
import io.dkmio.domain.Order;
import io.dkmio.domain.Shop;
import io.dkmio.repository.CouponRepository;
import io.dkmio.repository.CouponRepository.Coupon;
import io.dkmio.repository.MethodPlan;
import io.dkmio.repository.MethodPlan.Cost;
import io.dkmio.repository.NoRequests;
import io.dkmio.repository.OrderRepository;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How each method of a repository over a table of three types is served.
 */
class DynamoRepositoryPlansUnitTests {

	private static final String BY_CUSTOMER = "Query shop pk = ? AND begins_with(sk, ?)";

	private final DynamoMappingContext context = DynamoMappingContext.of(List.of(Shop.TABLE), Customer.class,
			Order.class, Coupon.class);

	private final DynamoRepositoryFactory factory = new DynamoRepositoryFactory(new DynamoTemplate(new NoRequests(),
			this.context, new MappingDynamoConverter(this.context), Clock.systemUTC()));

	private Map<String, MethodPlan> plans(Class<?> repository) {
		this.factory.getRepository(repository);
		return this.factory.plans(repository)
			.stream()
			.collect(Collectors.toMap((plan) -> plan.method().substring(plan.method().indexOf('.') + 1),
					Function.identity()));
	}

	private static void is(MethodPlan plan, Cost cost, String description, String... warnings) {
		assertThat(plan).isNotNull();
		assertThat(plan.description()).as(plan.method()).isEqualTo(description);
		assertThat(plan.cost()).as(plan.method()).isEqualTo(cost);
		assertThat(plan.warnings()).as(plan.method()).containsExactly(warnings);
	}

	@Test
	void plansReadsByKey() {
		Map<String, MethodPlan> plans = plans(OrderRepository.class);
		is(plans.get("findByCustomerIdAndOrderId(String, String)"), Cost.ITEM, "GetItem shop pk = ? AND sk = ?");
		is(plans.get("getByCustomerIdAndOrderId(String, String)"), Cost.ITEM, "GetItem shop pk = ? AND sk = ?");
		is(plans.get("findByCustomerIdAndOrderIdAndStatus(String, String, Status)"), Cost.ITEM,
				"GetItem shop pk = ? AND sk = ? consistent then check status = ?2", "reads what the filter leaves out");
		is(plans.get("findByCustomerIdAndOrderIdIn(String, Collection)"), Cost.ITEMS,
				"BatchGetItem shop for each orderId");
	}

	@Test
	void plansReadsOfAPartition() {
		Map<String, MethodPlan> plans = plans(OrderRepository.class);
		is(plans.get("findByCustomerId(String)"), Cost.PARTITION, BY_CUSTOMER);
		is(plans.get("findByCustomerId(String, Sort)"), Cost.PARTITION, BY_CUSTOMER);
		is(plans.get("streamByCustomerId(String)"), Cost.PARTITION, BY_CUSTOMER);
		is(plans.get("readByCustomerId(String, Pageable)"), Cost.LIMITED, BY_CUSTOMER);
		is(plans.get("findTop3ByCustomerIdOrderByOrderIdDesc(String)"), Cost.LIMITED, BY_CUSTOMER + " backwards");
		is(plans.get("findByCustomerIdAndOrderIdGreaterThanEqual(String, String, Limit)"), Cost.LIMITED,
				"Query shop pk = ? AND sk BETWEEN ? AND ?");
		is(plans.get("findByCustomerIdAndOrderIdStartingWith(String, String)"), Cost.PARTITION, BY_CUSTOMER);
		is(plans.get("searchByCustomerId(String)"), Cost.PARTITION, BY_CUSTOMER);
	}

	@Test
	void plansReadsOfAnIndex() {
		Map<String, MethodPlan> plans = plans(OrderRepository.class);
		is(plans.get("findByStatusOrderByPlacedAtDesc(Status, ScrollPosition, Limit)"), Cost.LIMITED,
				"Query shop index gsi1 gsi1pk = ? backwards");
		is(plans.get("findByStatusAndPlacedAtBetween(Status, Instant, Instant)"), Cost.PARTITION,
				"Query shop index gsi1 gsi1pk = ? AND gsi1sk BETWEEN ? AND ?");
		is(plans.get("findFirstByStatusOrderByPlacedAtAsc(Status)"), Cost.LIMITED, "Query shop index gsi1 gsi1pk = ?");
		is(plans.get("findByStatus(Status)"), Cost.LIMITED, "Query shop index gsi1 gsi1pk = ?");
		is(plans.get("findByStatusIn(Collection)"), Cost.PARTITION, "Query shop index gsi1 gsi1pk = ? for each status",
				"sends a request for each value");
		assertThat(plans.get("findByStatus(Status)").index()).isEqualTo("gsi1");
		assertThat(plans.get("findByStatus(Status)").keyCondition()).isEqualTo("gsi1pk = ?");
	}

	@Test
	void warnsOfFilters() {
		Map<String, MethodPlan> plans = plans(OrderRepository.class);
		String warning = "reads what the filter leaves out";
		is(plans.get("findByCustomerIdAndTotalGreaterThan(String, BigDecimal, Pageable)"), Cost.PARTITION,
				BY_CUSTOMER + " filter total > ?1", warning);
		is(plans.get("findByCustomerIdAndShipToCity(String, String)"), Cost.PARTITION,
				BY_CUSTOMER + " filter shipTo.city = ?1", warning);
		is(plans.get("findByCustomerIdAndTagsContaining(String, String)"), Cost.PARTITION,
				BY_CUSTOMER + " filter contains(tags, ?1)", warning);
		is(plans.get("findByCustomerIdAndTotalIsNull(String)"), Cost.PARTITION,
				BY_CUSTOMER + " filter attribute_not_exists(total) OR attribute_type(total, NULL)", warning);
		is(plans.get("bigOrders(String, String, String, int)"), Cost.PARTITION,
				"Query shop pk = ? AND sk BETWEEN ? AND ? filter size(lines) > ?3", warning);
		is(plans.get("findByTotalGreaterThan(BigDecimal)"), Cost.TABLE, "Scan shop filter total > ?0 AND _type = ?",
				"reads the whole table", "reads what the filter leaves out");
	}

	@Test
	void plansCountsAndProbes() {
		Map<String, MethodPlan> plans = plans(OrderRepository.class);
		is(plans.get("countByStatus(Status)"), Cost.PARTITION, "Query shop index gsi1 gsi1pk = ? count");
		is(plans.get("countByCustomerId(String)"), Cost.PARTITION, BY_CUSTOMER + " count");
		is(plans.get("countByCustomerIdAndTotalGreaterThan(String, BigDecimal)"), Cost.PARTITION,
				BY_CUSTOMER + " filter total > ?1 count", "reads what the filter leaves out");
		is(plans.get("existsByCustomerId(String)"), Cost.LIMITED, BY_CUSTOMER + " exists");
		is(plans.get("findByCustomerIdAndStatus(String, Status, Pageable)"), Cost.PARTITION,
				BY_CUSTOMER + " filter status = ?1", "reads what the filter leaves out",
				"counts all items to give the total (" + BY_CUSTOMER + " filter status = ?1 count)");
	}

	@Test
	void plansProjections() {
		Map<String, MethodPlan> plans = plans(OrderRepository.class);
		is(plans.get("findSummariesByCustomerId(String)"), Cost.PARTITION,
				BY_CUSTOMER + " select orderId, total, status");
		assertThat(plans.get("findSummariesByCustomerId(String)").projection()).containsExactly("orderId", "total",
				"status");
		assertThat(plans.get("findViewsByCustomerId(String)").projection()).containsExactlyInAnyOrder("orderId",
				"placedAt");
		is(plans.get("findOpenViewsByCustomerId(String)"), Cost.PARTITION, BY_CUSTOMER,
				"an open projection reads whole items");
		is(plans.get("queryByCustomerId(String, Class)"), Cost.PARTITION, BY_CUSTOMER);
	}

	@Test
	void plansDeletes() {
		Map<String, MethodPlan> plans = plans(CouponRepository.class);
		is(plans.get("deleteByPercentGreaterThan(int)"), Cost.PARTITION,
				"Query shop pk = ? filter percent > ?0 select code", "reads what the filter leaves out",
				"reads keys, and deletes them in batches");
		is(plans.get("deleteByActiveFalse()"), Cost.PARTITION, "Query shop pk = ? filter active = ?",
				"reads what the filter leaves out", "reads items, and deletes them in batches");
		is(plans.get("removeByCode(String)"), Cost.ITEM, "DeleteItem shop pk = ? AND sk = ?");
	}

	@Test
	void plansTheMethodsOfAllRepositories() {
		Map<String, MethodPlan> plans = plans(CouponRepository.class);
		is(plans.get("findById(ID)"), Cost.ITEM, "GetItem shop pk = ? AND sk = ?");
		is(plans.get("findAll()"), Cost.PARTITION, "Query shop pk = ?");
		is(plans.get("count()"), Cost.PARTITION, "Query shop pk = ? count");
		is(plans.get("saveAll(Iterable)"), Cost.ITEMS, "BatchWriteItem shop");
		assertThat(plans(OrderRepository.class).get("findAll()")).satisfies((plan) -> {
			assertThat(plan.cost()).isEqualTo(Cost.REFUSED);
			assertThat(plan.operation()).isEqualTo("none");
			assertThat(plan.warnings()).singleElement().asString().startsWith("Order cannot be served");
		});
	}

}
