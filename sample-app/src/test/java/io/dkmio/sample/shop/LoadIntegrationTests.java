package io.dkmio.sample.shop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

import io.dkmio.core.DynamoOperations;
import io.dkmio.sample.shop.order.Order;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Mixed traffic with 20 requests in flight, for 10 seconds or
 * {@code -Dshop.load.seconds=60}. Whatever is refused, nothing fails, and nothing is lost
 * from stock.
 */
@ShopTest
class LoadIntegrationTests {

	private static final Log log = LogFactory.getLog(LoadIntegrationTests.class);

	private static final int IN_FLIGHT = 20;

	private static final int PRODUCTS = 12;

	private static final int ON_HAND = 150;

	private static final long SEED = 20260301;

	private final Map<Integer, LongAdder> statuses = new ConcurrentSkipListMap<>();

	private final ConcurrentLinkedQueue<Long> micros = new ConcurrentLinkedQueue<>();

	private final ConcurrentLinkedQueue<String> placed = new ConcurrentLinkedQueue<>();

	private final List<String> skus = new ArrayList<>();

	private final List<String> customers = new ArrayList<>();

	@Autowired
	ShopClient shop;

	@Autowired
	DynamoOperations dynamo;

	@Test
	void losesNothingUnderLoad() throws Exception {
		for (int i = 0; i < PRODUCTS; i++) {
			this.skus.add(this.shop.newProduct("2.50", ON_HAND));
			this.customers.add(this.shop.newCustomer());
		}
		Duration duration = Duration.ofSeconds(Long.getLong("shop.load.seconds", 10));
		run(duration);
		log.info(report(duration));
		assertThat(this.statuses.keySet()).containsOnly(200, 201, 409);
		assertThat(this.skus).allSatisfy((sku) -> assertThat(this.shop.onHand(sku)).isBetween(0, ON_HAND));
		assertThat(inStock() + ordered()).as("seed %d", SEED).isEqualTo(PRODUCTS * ON_HAND);
		assertThat(ordered()).isPositive();
	}

	private void run(Duration duration) throws Exception {
		long end = System.nanoTime() + duration.toNanos();
		ExecutorService threads = Executors.newFixedThreadPool(IN_FLIGHT);
		try {
			List<Future<?>> users = new ArrayList<>();
			for (int user = 0; user < IN_FLIGHT; user++) {
				SplittableRandom random = new SplittableRandom(SEED + user);
				users.add(threads.submit(() -> {
					while (System.nanoTime() < end) {
						measured(random);
					}
				}));
			}
			for (Future<?> user : users) {
				user.get(duration.toSeconds() + 60, TimeUnit.SECONDS);
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	private void measured(SplittableRandom random) {
		long start = System.nanoTime();
		ShopAnswer answer = act(random);
		this.micros.add((System.nanoTime() - start) / 1000);
		this.statuses.computeIfAbsent(answer.status(), (status) -> new LongAdder()).increment();
	}

	private ShopAnswer act(SplittableRandom random) {
		String deed = (random.nextInt(3) == 0) ? "/ship" : "/cancel";
		String order = (random.nextInt(100) < 35) ? this.placed.poll() : null;
		if (order != null) {
			if (random.nextInt(10) == 0) {
				this.placed.add(order); // somebody will try once more
			}
			return this.shop.post(order + deed, null);
		}
		String customer = one(this.customers, random);
		String sku = one(this.skus, random);
		return switch (random.nextInt(10)) {
			case 0 -> read("/customers/" + customer + "/orders?size=5");
			case 1 -> read("/orders?status=PLACED&size=20");
			case 2 -> read("/customers/" + customer + "/overview");
			case 3 -> inStockOf(sku);
			default -> place(customer, sku, 1 + random.nextInt(3));
		};
	}

	private ShopAnswer place(String customer, String sku, int quantity) {
		ShopAnswer answer = this.shop.order(customer, sku, quantity);
		if (answer.status() == 201) {
			this.placed.add(answer.header("Location"));
		}
		return answer;
	}

	private ShopAnswer read(String path) {
		return this.shop.get(path);
	}

	private ShopAnswer inStockOf(String sku) {
		ShopAnswer answer = this.shop.get("/products/" + sku);
		assertThat(answer.json("/onHand").asInt()).isNotNegative();
		return answer;
	}

	private int inStock() {
		return this.skus.stream().mapToInt(this.shop::onHand).sum();
	}

	private int ordered() {
		return this.dynamo.scan(Order.class)
			.stream()
			.filter((order) -> order.status() != Order.Status.CANCELLED)
			.flatMap((order) -> order.lines().stream())
			.filter((line) -> this.skus.contains(line.sku()))
			.mapToInt(Order.Line::quantity)
			.sum();
	}

	private String report(Duration duration) {
		long[] sorted = this.micros.stream().mapToLong(Long::longValue).sorted().toArray();
		return "%d requests in %d s, %d in flight: %d/s, median %.1f ms, 99 %% within %.1f ms, statuses %s".formatted(
				sorted.length, duration.toSeconds(), IN_FLIGHT, sorted.length / duration.toSeconds(),
				sorted[sorted.length / 2] / 1000.0, sorted[sorted.length * 99 / 100] / 1000.0, this.statuses);
	}

	private static String one(List<String> list, SplittableRandom random) {
		return list.get(random.nextInt(list.size()));
	}

}
