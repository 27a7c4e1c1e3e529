package io.dkmio.domain;

import java.util.List;

import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.IndexDefinition;
import io.dkmio.core.mapping.TableDefinition;

/**
 * The online shop all tests share: its tables and the types in them.
 */
public final class Shop {

	/** Customers and their orders. */
	public static final TableDefinition TABLE = TableDefinition.of("shop")
		.withIndex(IndexDefinition.global("gsi1").withPartitionKey("gsi1pk").withSortKey("gsi1sk"));

	/** Products, by their plain key. */
	public static final TableDefinition PRODUCTS = TableDefinition.of(Product.TABLE, "shop-products", "sku");

	/** Stock, by two plain keys. */
	public static final TableDefinition STOCK = TableDefinition.of(Stock.TABLE, "shop-stock", "sku")
		.withSortKey("warehouse");

	private Shop() {
	}

	/**
	 * All tables.
	 */
	public static List<TableDefinition> tables() {
		return List.of(TABLE, PRODUCTS, STOCK);
	}

	/**
	 * A mapping context that knows all tables and types.
	 */
	public static DynamoMappingContext mappingContext() {
		return DynamoMappingContext.of(tables(), Customer.class, Order.class, Product.class, Stock.class);
	}

}
