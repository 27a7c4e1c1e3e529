package io.dkmio.benchmarks;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbImmutable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

/**
 * A shipment as the Enhanced Client's documentation shows it: an immutable class with a
 * builder.
 */
@DynamoDbImmutable(builder = EnhancedImmutable.Builder.class)
public final class EnhancedImmutable {

	/** How the Enhanced Client converts it. */
	static final EnhancedModel<EnhancedImmutable> SCHEMA = new EnhancedModel<>(EnhancedImmutable.class,
			TableSchema.fromImmutableClass(EnhancedImmutable.class), EnhancedImmutable::of, EnhancedImmutable::changed);

	private final @Nullable String pk;

	private final @Nullable String sk;

	private final @Nullable String customerId;

	private final @Nullable String shipmentId;

	private final Shipment.@Nullable Status status;

	private final @Nullable Instant placedAt;

	private final @Nullable BigDecimal total;

	private final @Nullable List<Line> lines;

	private final @Nullable Address shipTo;

	private final @Nullable Set<String> tags;

	private final @Nullable String note;

	private final @Nullable Boolean gift;

	private final @Nullable Integer parcels;

	private final @Nullable Long revision;

	private EnhancedImmutable(Builder builder) {
		this.pk = builder.pk;
		this.sk = builder.sk;
		this.customerId = builder.customerId;
		this.shipmentId = builder.shipmentId;
		this.status = builder.status;
		this.placedAt = builder.placedAt;
		this.total = builder.total;
		this.lines = builder.lines;
		this.shipTo = builder.shipTo;
		this.tags = builder.tags;
		this.note = builder.note;
		this.gift = builder.gift;
		this.parcels = builder.parcels;
		this.revision = builder.revision;
	}

	/** Returns a builder. */
	public static Builder builder() {
		return new Builder();
	}

	/** Returns it. */
	@DynamoDbPartitionKey
	public @Nullable String pk() {
		return this.pk;
	}

	/** Returns it. */
	@DynamoDbSortKey
	public @Nullable String sk() {
		return this.sk;
	}

	/** Returns it. */
	public @Nullable String customerId() {
		return this.customerId;
	}

	/** Returns it. */
	public @Nullable String shipmentId() {
		return this.shipmentId;
	}

	/** Returns it. */
	public Shipment.@Nullable Status status() {
		return this.status;
	}

	/** Returns it. */
	public @Nullable Instant placedAt() {
		return this.placedAt;
	}

	/** Returns it. */
	public @Nullable BigDecimal total() {
		return this.total;
	}

	/** Returns it. */
	public @Nullable List<Line> lines() {
		return this.lines;
	}

	/** Returns it. */
	public @Nullable Address shipTo() {
		return this.shipTo;
	}

	/** Returns it. */
	public @Nullable Set<String> tags() {
		return this.tags;
	}

	/** Returns it. */
	public @Nullable String note() {
		return this.note;
	}

	/** Returns it. */
	public @Nullable Boolean gift() {
		return this.gift;
	}

	/** Returns it. */
	public @Nullable Integer parcels() {
		return this.parcels;
	}

	/** Returns it. */
	public @Nullable Long revision() {
		return this.revision;
	}

	private static EnhancedImmutable of(Shipment shipment) {
		return key(shipment).customerId(shipment.customerId())
			.shipmentId(shipment.shipmentId())
			.status(shipment.status())
			.placedAt(shipment.placedAt())
			.total(shipment.total())
			.lines(shipment.lines().stream().map(Line::of).toList())
			.shipTo(Address.of(shipment.shipTo()))
			.tags(shipment.tags())
			.note(shipment.note())
			.gift(shipment.gift())
			.parcels(shipment.parcels())
			.revision(shipment.revision())
			.build();
	}

	private static EnhancedImmutable changed(Shipment shipment) {
		return key(shipment).status(Changed.STATUS).note(Changed.NOTE).total(Changed.TOTAL).build();
	}

	private static Builder key(Shipment shipment) {
		return builder().pk("CUSTOMER#" + shipment.customerId()).sk("SHIPMENT#" + shipment.shipmentId());
	}

	/** Builds one. */
	public static final class Builder {

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

		/** Sets it. */
		public Builder pk(@Nullable String pk) {
			this.pk = pk;
			return this;
		}

		/** Sets it. */
		public Builder sk(@Nullable String sk) {
			this.sk = sk;
			return this;
		}

		/** Sets it. */
		public Builder customerId(@Nullable String customerId) {
			this.customerId = customerId;
			return this;
		}

		/** Sets it. */
		public Builder shipmentId(@Nullable String shipmentId) {
			this.shipmentId = shipmentId;
			return this;
		}

		/** Sets it. */
		public Builder status(Shipment.@Nullable Status status) {
			this.status = status;
			return this;
		}

		/** Sets it. */
		public Builder placedAt(@Nullable Instant placedAt) {
			this.placedAt = placedAt;
			return this;
		}

		/** Sets it. */
		public Builder total(@Nullable BigDecimal total) {
			this.total = total;
			return this;
		}

		/** Sets it. */
		public Builder lines(@Nullable List<Line> lines) {
			this.lines = lines;
			return this;
		}

		/** Sets it. */
		public Builder shipTo(@Nullable Address shipTo) {
			this.shipTo = shipTo;
			return this;
		}

		/** Sets it. */
		public Builder tags(@Nullable Set<String> tags) {
			this.tags = tags;
			return this;
		}

		/** Sets it. */
		public Builder note(@Nullable String note) {
			this.note = note;
			return this;
		}

		/** Sets it. */
		public Builder gift(@Nullable Boolean gift) {
			this.gift = gift;
			return this;
		}

		/** Sets it. */
		public Builder parcels(@Nullable Integer parcels) {
			this.parcels = parcels;
			return this;
		}

		/** Sets it. */
		public Builder revision(@Nullable Long revision) {
			this.revision = revision;
			return this;
		}

		/** Builds it. */
		public EnhancedImmutable build() {
			return new EnhancedImmutable(this);
		}

	}

	/** What is shipped. */
	@DynamoDbImmutable(builder = Line.Builder.class)
	public static final class Line {

		private final @Nullable String sku;

		private final @Nullable Integer quantity;

		private final @Nullable BigDecimal price;

		private Line(Builder builder) {
			this.sku = builder.sku;
			this.quantity = builder.quantity;
			this.price = builder.price;
		}

		/** Returns a builder. */
		public static Builder builder() {
			return new Builder();
		}

		/** Returns it. */
		public @Nullable String sku() {
			return this.sku;
		}

		/** Returns it. */
		public @Nullable Integer quantity() {
			return this.quantity;
		}

		/** Returns it. */
		public @Nullable BigDecimal price() {
			return this.price;
		}

		private static Line of(Shipment.Line line) {
			return builder().sku(line.sku()).quantity(line.quantity()).price(line.price()).build();
		}

		/** Builds one. */
		public static final class Builder {

			private @Nullable String sku;

			private @Nullable Integer quantity;

			private @Nullable BigDecimal price;

			/** Sets it. */
			public Builder sku(@Nullable String sku) {
				this.sku = sku;
				return this;
			}

			/** Sets it. */
			public Builder quantity(@Nullable Integer quantity) {
				this.quantity = quantity;
				return this;
			}

			/** Sets it. */
			public Builder price(@Nullable BigDecimal price) {
				this.price = price;
				return this;
			}

			/** Builds it. */
			public Line build() {
				return new Line(this);
			}

		}

	}

	/** Where it is shipped to. */
	@DynamoDbImmutable(builder = Address.Builder.class)
	public static final class Address {

		private final @Nullable String street;

		private final @Nullable String city;

		private final @Nullable String zip;

		private final @Nullable String country;

		private Address(Builder builder) {
			this.street = builder.street;
			this.city = builder.city;
			this.zip = builder.zip;
			this.country = builder.country;
		}

		/** Returns a builder. */
		public static Builder builder() {
			return new Builder();
		}

		/** Returns it. */
		public @Nullable String street() {
			return this.street;
		}

		/** Returns it. */
		public @Nullable String city() {
			return this.city;
		}

		/** Returns it. */
		public @Nullable String zip() {
			return this.zip;
		}

		/** Returns it. */
		public @Nullable String country() {
			return this.country;
		}

		private static Address of(Shipment.Address address) {
			return builder().street(address.street())
				.city(address.city())
				.zip(address.zip())
				.country(address.country())
				.build();
		}

		/** Builds one. */
		public static final class Builder {

			private @Nullable String street;

			private @Nullable String city;

			private @Nullable String zip;

			private @Nullable String country;

			/** Sets it. */
			public Builder street(@Nullable String street) {
				this.street = street;
				return this;
			}

			/** Sets it. */
			public Builder city(@Nullable String city) {
				this.city = city;
				return this;
			}

			/** Sets it. */
			public Builder zip(@Nullable String zip) {
				this.zip = zip;
				return this;
			}

			/** Sets it. */
			public Builder country(@Nullable String country) {
				this.country = country;
				return this;
			}

			/** Builds it. */
			public Address build() {
				return new Address(this);
			}

		}

	}

}
