package io.dkmio.sample;

import java.math.BigDecimal;
import java.util.List;

import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.Item;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.embedded.EmbeddedDynamo;

/**
 * Two types in one table, in a plain Java program.
 */
public final class GettingStarted {

	private GettingStarted() {
	}

	/**
	 * Writes and reads a customer and an order.
	 * @param args not used
	 */
	public static void main(String[] args) {
		TableDefinition shop = TableDefinition.of("shop");
		DynamoMappingContext context = DynamoMappingContext.of(List.of(shop), Customer.class, Order.class);
		try (EmbeddedDynamo database = EmbeddedDynamo.start()) {
			new SchemaManager(database.client()).create(shop);
			DynamoTemplate dynamo = new DynamoTemplate(database.client(), context);
			dynamo.insert(new Customer("c1", "Ada"));
			dynamo.insert(new Order("c1", "o1", new BigDecimal("99.5")));
			System.out.println(dynamo.get(Customer.class, "c1").required());
			System.out.println(dynamo.get(Order.class, new Order.Id("c1", "o1")).required());
		}
	}

	@Item(pk = "CUSTOMER#{customerId}", sk = "PROFILE")
	record Customer(String customerId, String name) {
	}

	@Item(pk = "CUSTOMER#{customerId}", sk = "ORDER#{orderId}")
	record Order(String customerId, String orderId, BigDecimal total) {

		record Id(String customerId, String orderId) {
		}

	}

}
