package io.dkmio.domain;

import java.math.BigDecimal;

import io.dkmio.core.mapping.Attribute;

/**
 * A line of an order.
 */
public record Line(String sku, int quantity, @Attribute(scale = 2) BigDecimal price) {
}
