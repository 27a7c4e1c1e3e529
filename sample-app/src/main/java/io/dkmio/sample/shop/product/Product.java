package io.dkmio.sample.shop.product;

import java.math.BigDecimal;

import io.dkmio.core.mapping.Attribute;
import io.dkmio.core.mapping.GlobalIndex;
import io.dkmio.core.mapping.Item;

/**
 * A product, and how many of it are on hand.
 */
@Item(pk = "PRODUCT#{sku}", sk = "PRODUCT")
@GlobalIndex(name = "gsi1", pk = "PRODUCTS", sk = "{name}#{sku}")
public record Product(String sku, String name, @Attribute(scale = 2) BigDecimal price, int onHand) {
}
