package io.dkmio.domain;

import io.dkmio.core.mapping.Item;
import io.dkmio.core.mapping.PartitionKey;
import io.dkmio.core.mapping.SortKey;

import org.springframework.data.annotation.Version;

/**
 * How much of a product lies in a warehouse. A bean, for those who like setters.
 */
@Item(table = Stock.TABLE)
public class Stock {

	/** The logical name of the table. */
	public static final String TABLE = "stock";

	@PartitionKey
	private String sku;

	@SortKey
	private String warehouse;

	private int quantity;

	@Version
	private Long version;

	/**
	 * Nothing yet.
	 */
	public Stock() {
	}

	/**
	 * A quantity in a warehouse.
	 */
	public Stock(String sku, String warehouse, int quantity) {
		this.sku = sku;
		this.warehouse = warehouse;
		this.quantity = quantity;
	}

	public String getSku() {
		return this.sku;
	}

	public void setSku(String sku) {
		this.sku = sku;
	}

	public String getWarehouse() {
		return this.warehouse;
	}

	public void setWarehouse(String warehouse) {
		this.warehouse = warehouse;
	}

	public int getQuantity() {
		return this.quantity;
	}

	public void setQuantity(int quantity) {
		this.quantity = quantity;
	}

	public Long getVersion() {
		return this.version;
	}

	public void setVersion(Long version) {
		this.version = version;
	}

}
