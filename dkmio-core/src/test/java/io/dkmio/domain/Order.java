package io.dkmio.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import io.dkmio.core.mapping.Attribute;
import io.dkmio.core.mapping.GlobalIndex;
import io.dkmio.core.mapping.Item;
import io.dkmio.core.mapping.TimeToLive;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.CreatedDate;
import org.springframework.data.annotation.LastModifiedDate;
import org.springframework.data.annotation.Version;

/**
 * An order of a customer.
 */
@Item(pk = "CUSTOMER#{customerId}", sk = "ORDER#{orderId}")
@GlobalIndex(name = "gsi1", pk = "STATUS#{status}", sk = "{placedAt}#{orderId}")
public record Order(String customerId, String orderId, @Nullable Status status, @Nullable Instant placedAt,
		@Attribute(scale = 2) @Nullable BigDecimal total, @Nullable List<Line> lines, @Nullable Address shipTo,
		@Nullable Set<String> tags, @Version @Nullable Long version, @CreatedDate @Nullable Instant createdAt,
		@LastModifiedDate @Nullable Instant updatedAt,
		@TimeToLive @Nullable Instant expiresAt) implements CustomerItem {

	/**
	 * What identifies an order.
	 */
	public record Id(String customerId, String orderId) {
	}

	/**
	 * An order of which little is known.
	 */
	public static Order of(String customerId, String orderId) {
		return new Order(customerId, orderId, null, null, null, null, null, Set.of(), null, null, null, null);
	}

	public Order withStatus(@Nullable Status status) {
		return new Order(this.customerId, this.orderId, status, this.placedAt, this.total, this.lines, this.shipTo,
				this.tags, this.version, this.createdAt, this.updatedAt, this.expiresAt);
	}

	public Order withPlacedAt(@Nullable Instant placedAt) {
		return new Order(this.customerId, this.orderId, this.status, placedAt, this.total, this.lines, this.shipTo,
				this.tags, this.version, this.createdAt, this.updatedAt, this.expiresAt);
	}

	public Order withTotal(@Nullable BigDecimal total) {
		return new Order(this.customerId, this.orderId, this.status, this.placedAt, total, this.lines, this.shipTo,
				this.tags, this.version, this.createdAt, this.updatedAt, this.expiresAt);
	}

	public Order withLines(Line... lines) {
		return new Order(this.customerId, this.orderId, this.status, this.placedAt, this.total, List.of(lines),
				this.shipTo, this.tags, this.version, this.createdAt, this.updatedAt, this.expiresAt);
	}

	public Order withShipTo(@Nullable Address shipTo) {
		return new Order(this.customerId, this.orderId, this.status, this.placedAt, this.total, this.lines, shipTo,
				this.tags, this.version, this.createdAt, this.updatedAt, this.expiresAt);
	}

	public Order withTags(String... tags) {
		return new Order(this.customerId, this.orderId, this.status, this.placedAt, this.total, this.lines, this.shipTo,
				Set.of(tags), this.version, this.createdAt, this.updatedAt, this.expiresAt);
	}

	public Order withVersion(@Nullable Long version) {
		return new Order(this.customerId, this.orderId, this.status, this.placedAt, this.total, this.lines, this.shipTo,
				this.tags, version, this.createdAt, this.updatedAt, this.expiresAt);
	}

	public Order withExpiresAt(@Nullable Instant expiresAt) {
		return new Order(this.customerId, this.orderId, this.status, this.placedAt, this.total, this.lines, this.shipTo,
				this.tags, this.version, this.createdAt, this.updatedAt, expiresAt);
	}

}
