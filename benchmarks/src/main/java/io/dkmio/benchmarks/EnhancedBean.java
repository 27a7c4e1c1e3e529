package io.dkmio.benchmarks;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

/**
 * A shipment as the Enhanced Client's documentation shows it: a bean.
 */
@DynamoDbBean
public final class EnhancedBean {

	/** How the Enhanced Client converts it. */
	static final EnhancedModel<EnhancedBean> SCHEMA = new EnhancedModel<>(EnhancedBean.class,
			TableSchema.fromBean(EnhancedBean.class), EnhancedBean::of, EnhancedBean::changed);

	private @Nullable String pk;

	private @Nullable String sk;

	private @Nullable String customerId;

	private @Nullable String shipmentId;

	private Shipment.@Nullable Status status;

	private @Nullable Instant placedAt;

	private @Nullable BigDecimal total;

	private @Nullable List<Line> lines;

	private @Nullable Address shipTo;

	private @Nullable Set<String> tags;

	private @Nullable String note;

	private @Nullable Boolean gift;

	private @Nullable Integer parcels;

	private @Nullable Long revision;

	/** Returns it. */
	@DynamoDbPartitionKey
	public @Nullable String getPk() {
		return this.pk;
	}

	/** Sets it. */
	public void setPk(@Nullable String pk) {
		this.pk = pk;
	}

	/** Returns it. */
	@DynamoDbSortKey
	public @Nullable String getSk() {
		return this.sk;
	}

	/** Sets it. */
	public void setSk(@Nullable String sk) {
		this.sk = sk;
	}

	/** Returns it. */
	public @Nullable String getCustomerId() {
		return this.customerId;
	}

	/** Sets it. */
	public void setCustomerId(@Nullable String customerId) {
		this.customerId = customerId;
	}

	/** Returns it. */
	public @Nullable String getShipmentId() {
		return this.shipmentId;
	}

	/** Sets it. */
	public void setShipmentId(@Nullable String shipmentId) {
		this.shipmentId = shipmentId;
	}

	/** Returns it. */
	public Shipment.@Nullable Status getStatus() {
		return this.status;
	}

	/** Sets it. */
	public void setStatus(Shipment.@Nullable Status status) {
		this.status = status;
	}

	/** Returns it. */
	public @Nullable Instant getPlacedAt() {
		return this.placedAt;
	}

	/** Sets it. */
	public void setPlacedAt(@Nullable Instant placedAt) {
		this.placedAt = placedAt;
	}

	/** Returns it. */
	public @Nullable BigDecimal getTotal() {
		return this.total;
	}

	/** Sets it. */
	public void setTotal(@Nullable BigDecimal total) {
		this.total = total;
	}

	/** Returns it. */
	public @Nullable List<Line> getLines() {
		return this.lines;
	}

	/** Sets it. */
	public void setLines(@Nullable List<Line> lines) {
		this.lines = lines;
	}

	/** Returns it. */
	public @Nullable Address getShipTo() {
		return this.shipTo;
	}

	/** Sets it. */
	public void setShipTo(@Nullable Address shipTo) {
		this.shipTo = shipTo;
	}

	/** Returns it. */
	public @Nullable Set<String> getTags() {
		return this.tags;
	}

	/** Sets it. */
	public void setTags(@Nullable Set<String> tags) {
		this.tags = tags;
	}

	/** Returns it. */
	public @Nullable String getNote() {
		return this.note;
	}

	/** Sets it. */
	public void setNote(@Nullable String note) {
		this.note = note;
	}

	/** Returns it. */
	public @Nullable Boolean getGift() {
		return this.gift;
	}

	/** Sets it. */
	public void setGift(@Nullable Boolean gift) {
		this.gift = gift;
	}

	/** Returns it. */
	public @Nullable Integer getParcels() {
		return this.parcels;
	}

	/** Sets it. */
	public void setParcels(@Nullable Integer parcels) {
		this.parcels = parcels;
	}

	/** Returns it. */
	public @Nullable Long getRevision() {
		return this.revision;
	}

	/** Sets it. */
	public void setRevision(@Nullable Long revision) {
		this.revision = revision;
	}

	/**
	 * Makes a bean of a shipment.
	 * @param shipment the shipment
	 * @return the bean
	 */
	public static EnhancedBean of(Shipment shipment) {
		EnhancedBean bean = key(shipment);
		bean.setCustomerId(shipment.customerId());
		bean.setShipmentId(shipment.shipmentId());
		bean.setStatus(shipment.status());
		bean.setPlacedAt(shipment.placedAt());
		bean.setTotal(shipment.total());
		bean.setLines(shipment.lines().stream().map(Line::of).toList());
		bean.setShipTo(Address.of(shipment.shipTo()));
		bean.setTags(shipment.tags());
		bean.setNote(shipment.note());
		bean.setGift(shipment.gift());
		bean.setParcels(shipment.parcels());
		bean.setRevision(shipment.revision());
		return bean;
	}

	private static EnhancedBean changed(Shipment shipment) {
		EnhancedBean bean = key(shipment);
		bean.setStatus(Changed.STATUS);
		bean.setNote(Changed.NOTE);
		bean.setTotal(Changed.TOTAL);
		return bean;
	}

	private static EnhancedBean key(Shipment shipment) {
		EnhancedBean bean = new EnhancedBean();
		bean.setPk("CUSTOMER#" + shipment.customerId());
		bean.setSk("SHIPMENT#" + shipment.shipmentId());
		return bean;
	}

	/** What is shipped. */
	@DynamoDbBean
	public static final class Line {

		private @Nullable String sku;

		private @Nullable Integer quantity;

		private @Nullable BigDecimal price;

		/** Returns it. */
		public @Nullable String getSku() {
			return this.sku;
		}

		/** Sets it. */
		public void setSku(@Nullable String sku) {
			this.sku = sku;
		}

		/** Returns it. */
		public @Nullable Integer getQuantity() {
			return this.quantity;
		}

		/** Sets it. */
		public void setQuantity(@Nullable Integer quantity) {
			this.quantity = quantity;
		}

		/** Returns it. */
		public @Nullable BigDecimal getPrice() {
			return this.price;
		}

		/** Sets it. */
		public void setPrice(@Nullable BigDecimal price) {
			this.price = price;
		}

		private static Line of(Shipment.Line line) {
			Line bean = new Line();
			bean.setSku(line.sku());
			bean.setQuantity(line.quantity());
			bean.setPrice(line.price());
			return bean;
		}

	}

	/** Where it is shipped to. */
	@DynamoDbBean
	public static final class Address {

		private @Nullable String street;

		private @Nullable String city;

		private @Nullable String zip;

		private @Nullable String country;

		/** Returns it. */
		public @Nullable String getStreet() {
			return this.street;
		}

		/** Sets it. */
		public void setStreet(@Nullable String street) {
			this.street = street;
		}

		/** Returns it. */
		public @Nullable String getCity() {
			return this.city;
		}

		/** Sets it. */
		public void setCity(@Nullable String city) {
			this.city = city;
		}

		/** Returns it. */
		public @Nullable String getZip() {
			return this.zip;
		}

		/** Sets it. */
		public void setZip(@Nullable String zip) {
			this.zip = zip;
		}

		/** Returns it. */
		public @Nullable String getCountry() {
			return this.country;
		}

		/** Sets it. */
		public void setCountry(@Nullable String country) {
			this.country = country;
		}

		private static Address of(Shipment.Address address) {
			Address bean = new Address();
			bean.setStreet(address.street());
			bean.setCity(address.city());
			bean.setZip(address.zip());
			bean.setCountry(address.country());
			return bean;
		}

	}

}
