package io.dkmio.core.document;

import java.util.List;

import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.convert.MappingDynamoConverter;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.IndexDefinition;
import io.dkmio.core.mapping.Projection;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.core.query.CursorCodec;

/**
 * Orders without an item type, and two tables with other keys.
 */
final class Orders {

	static final TableDefinition TABLE = TableDefinition.of("orders", "shop-orders", "user_id")
		.withSortKey("order_id")
		.withTimeToLive("expires_at")
		.withIndex(IndexDefinition.global("by-status")
			.withPhysicalName("gsi-status-date")
			.withPartitionKey("status")
			.withSortKey("created_at")
			.withProjection(Projection.include("total")))
		.withIndex(IndexDefinition.global("by-place").withPartitionKey("region", "city").withSortKey("day", "hour:N"))
		.withIndex(IndexDefinition.local("by-total").withSortKey("total:N").withProjection(Projection.KEYS_ONLY));

	static final TableDefinition READINGS = TableDefinition.of("readings", "shop-readings", "sensor:N")
		.withSortKey("at:N");

	static final TableDefinition BLOBS = TableDefinition.of("blobs", "shop-blobs", "hash:B");

	private static final CursorCodec CURSORS = CursorCodec.random();

	private Orders() {
	}

	static Tables tables(DynamoExecutor executor) {
		DynamoMappingContext context = DynamoMappingContext.of(List.of(TABLE, READINGS, BLOBS));
		return new Tables(executor, context, new MappingDynamoConverter(context), () -> CURSORS,
				DocumentTransactions.none());
	}

	/**
	 * Tables no request may be sent to.
	 */
	static Tables withoutDatabase() {
		return tables(new NoRequests());
	}

	static Document order(String userId, String orderId) {
		return Document.of("user_id", userId, "order_id", orderId);
	}

}
