package io.dkmio.domain;

import java.math.BigDecimal;
import java.util.Set;

import io.dkmio.core.mapping.Attribute;
import io.dkmio.core.mapping.Item;
import io.dkmio.core.mapping.PartitionKey;
import org.jspecify.annotations.Nullable;

/**
 * A product, in a table of its own whose key is not composed.
 */
@Item(table = Product.TABLE)
public record Product(@PartitionKey String sku, String name, @Attribute(scale = 2) BigDecimal price,
		@Nullable Set<String> categories) {

	/** The logical name of the table. */
	public static final String TABLE = "products";

}
