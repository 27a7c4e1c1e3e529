package io.dkmio.sample.shop.demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import io.dkmio.sample.shop.cart.Cart;
import io.dkmio.sample.shop.customer.Address;
import io.dkmio.sample.shop.customer.Customer;
import io.dkmio.sample.shop.order.Order;
import io.dkmio.sample.shop.order.OrderEvent;
import io.dkmio.sample.shop.order.OrderIds;
import io.dkmio.sample.shop.product.Product;

/**
 * The items the shop starts with: the same each time, but for the carts, which expire.
 *
 * @param customers the customers
 * @param items everything else
 */
record DemoShop(List<Customer> customers, List<Object> items) {

	private static final int CUSTOMERS = 50;

	private static final int PRODUCTS = 200;

	private static final int ORDERS = 2000;

	private static final int CARTS = 12;

	private static final Instant OPENED = Instant.parse("2026-01-02T08:00:00Z");

	private static final Duration BETWEEN_ORDERS = Duration.ofMinutes(97);

	static DemoShop generate(Instant now) {
		Generator generator = new Generator(new SplittableRandom(2026));
		List<Customer> customers = IntStream.range(0, CUSTOMERS).mapToObj(generator::customer).toList();
		List<Product> products = IntStream.range(0, PRODUCTS).mapToObj(generator::product).toList();
		List<Object> items = new ArrayList<>(products);
		customers.forEach((customer) -> items.addAll(generator.addresses(customer)));
		for (int i = 0; i < ORDERS; i++) {
			Order order = generator.order(i, customers, products);
			items.add(order);
			items.addAll(generator.events(order));
		}
		for (int i = 0; i < CARTS; i++) {
			items.add(generator.cart(customers.get(i * 4), products, now.plus(Duration.ofMinutes(10L * (i + 1)))));
		}
		return new DemoShop(customers, List.copyOf(items));
	}

	/**
	 * Makes items out of a few words.
	 */
	private record Generator(SplittableRandom random) {

		private Customer customer(int number) {
			String first = Words.FIRST_NAMES.get(number % Words.FIRST_NAMES.size());
			String last = Words.LAST_NAMES.get(this.random.nextInt(Words.LAST_NAMES.size()));
			String email = (first + "." + last + number + "@example.org").toLowerCase(Locale.ROOT);
			Customer customer = Customer.register("c%03d".formatted(number + 1), email, first + " " + last);
			return (number % 10 != 9) ? customer : customer.deactivated();
		}

		private List<Address> addresses(Customer customer) {
			return Words.LABELS.subList(0, 1 + this.random.nextInt(Words.LABELS.size()))
				.stream()
				.map((label) -> address(customer, label))
				.toList();
		}

		private Address address(Customer customer, String label) {
			Words.City city = one(Words.CITIES);
			return new Address(customer.customerId(), label.toLowerCase(Locale.ROOT), label,
					one(Words.STREETS) + " " + (1 + this.random.nextInt(120)), city.postalCode(), city.name(),
					city.country());
		}

		private Product product(int number) {
			String name = Words.MATERIALS.get(number % Words.MATERIALS.size()) + " "
					+ Words.THINGS.get(number / Words.MATERIALS.size());
			int onHand = (number % 20 == 7) ? 1 : 20 + this.random.nextInt(180);
			return new Product("P-%03d".formatted(number + 1), name, price(), onHand);
		}

		private BigDecimal price() {
			return BigDecimal.valueOf(4 + this.random.nextInt(150)).add(new BigDecimal("0.90"));
		}

		private Order order(int number, List<Customer> customers, List<Product> products) {
			Instant placedAt = OPENED.plus(BETWEEN_ORDERS.multipliedBy(number)).plusSeconds(this.random.nextInt(5000));
			Order.Id id = new Order.Id(one(customers).customerId(), OrderIds.at(placedAt, this.random));
			List<Order.Line> lines = some(products).stream()
				.map((product) -> new Order.Line(product.sku(), product.name(), 1 + this.random.nextInt(4),
						product.price()))
				.toList();
			return Order.place(id, placedAt, lines).with(status(number));
		}

		private Order.Status status(int number) {
			if (this.random.nextInt(12) == 0) {
				return Order.Status.CANCELLED;
			}
			return (number < ORDERS - 240) ? Order.Status.SHIPPED : Order.Status.PLACED;
		}

		private List<OrderEvent> events(Order order) {
			OrderEvent placed = new OrderEvent(order.orderId(), order.placedAt(), Order.Status.PLACED);
			if (order.status() == Order.Status.PLACED) {
				return List.of(placed);
			}
			Instant later = order.placedAt().plusSeconds(600 + this.random.nextInt(100_000));
			return List.of(placed, new OrderEvent(order.orderId(), later, order.status()));
		}

		private Cart cart(Customer customer, List<Product> products, Instant expiresAt) {
			List<Cart.Line> lines = some(products).stream()
				.map((product) -> new Cart.Line(product.sku(), 1 + this.random.nextInt(3)))
				.toList();
			return new Cart(customer.customerId(), lines, expiresAt);
		}

		private List<Product> some(List<Product> products) {
			return this.random.ints(1 + this.random.nextInt(4), 0, products.size())
				.distinct()
				.mapToObj(products::get)
				.toList();
		}

		private <T> T one(List<T> list) {
			return list.get(this.random.nextInt(list.size()));
		}

	}

}
