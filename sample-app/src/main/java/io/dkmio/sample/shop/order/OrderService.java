package io.dkmio.sample.shop.order;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.dkmio.core.WriteTransactionTemplate;
import io.dkmio.sample.shop.customer.Customer;
import io.dkmio.sample.shop.product.Product;
import io.dkmio.sample.shop.product.ProductRepository;
import io.dkmio.sample.shop.web.Problem;

import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

import static io.dkmio.core.expression.Conditions.attribute;

/**
 * What is done with orders. Each deed is one write transaction, so that stock, order and
 * event always agree.
 */
@Service
final class OrderService {

	private final OrderRepository orders;

	private final ProductRepository products;

	private final WriteTransactionTemplate transactions;

	private final Clock clock;

	OrderService(OrderRepository orders, ProductRepository products, WriteTransactionTemplate transactions,
			Clock clock) {
		this.orders = orders;
		this.products = products;
		this.transactions = transactions;
		this.clock = clock;
	}

	Order place(NewOrder wanted) {
		Instant now = now();
		Order.Id id = new Order.Id(wanted.customerId(), OrderIds.at(now, ThreadLocalRandom.current()));
		Order order = Order.place(id, now, lines(wanted));
		try {
			this.transactions.write((tx) -> {
				tx.check(Customer.class, order.customerId())
					.when(attribute(Customer::status).eq(Customer.Status.ACTIVE), "customer-active");
				for (Order.Line line : order.lines()) {
					tx.update(Product.class, line.sku())
						.add(Product::onHand, -line.quantity())
						.when(attribute(Product::onHand).gte(line.quantity()), "in-stock");
				}
				tx.insert(order);
				tx.insert(new OrderEvent(order.orderId(), now, order.status()));
			});
		}
		catch (DataAccessException ex) {
			throw OrderRefusals.placing(ex);
		}
		return order;
	}

	Order ship(Order.Id id) {
		return change(id, Order.Status.SHIPPED);
	}

	/**
	 * Cancels an order, and gives back what it took from stock.
	 */
	Order cancel(Order.Id id) {
		return change(id, Order.Status.CANCELLED);
	}

	private Order change(Order.Id id, Order.Status next) {
		Order order = this.orders.findByCustomerIdAndOrderId(id.customerId(), id.orderId())
			.orElseThrow(OrderRefusals::unknown);
		try {
			this.transactions.write((tx) -> {
				tx.update(Order.class, id)
					.set(Order::status, next)
					.when(attribute(Order::status).eq(Order.Status.PLACED), "still-placed");
				tx.insert(new OrderEvent(id.orderId(), now(), next));
				if (next == Order.Status.CANCELLED) {
					order.lines()
						.forEach((line) -> tx.update(Product.class, line.sku()).add(Product::onHand, line.quantity()));
				}
			});
		}
		catch (DataAccessException ex) {
			throw OrderRefusals.changing(ex);
		}
		return order.with(next);
	}

	private List<Order.Line> lines(NewOrder wanted) {
		Map<String, Product> products = this.products.findBySkuIn(wanted.skus())
			.stream()
			.collect(Collectors.toMap(Product::sku, Function.identity()));
		Map<String, Order.Line> lines = new LinkedHashMap<>();
		for (NewOrder.Line line : wanted.lines()) {
			String property = "lines[" + lines.size() + "].sku";
			Product product = products.get(line.sku());
			if (product == null) {
				throw Problem.unknown(property, "There is no product with this sku", null).with("sku", line.sku());
			}
			Order.Line priced = new Order.Line(product.sku(), product.name(), line.quantity(), product.price());
			if (lines.putIfAbsent(product.sku(), priced) != null) {
				throw Problem.of(HttpStatus.BAD_REQUEST, "Name each sku once", null).with("property", property);
			}
		}
		return List.copyOf(lines.values());
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
