package io.dkmio.core.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import io.dkmio.core.expression.Condition;
import io.dkmio.core.expression.Conditions;
import io.dkmio.core.expression.Operand;
import io.dkmio.core.mapping.Attribute;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.GlobalIndex;
import io.dkmio.core.mapping.IndexDefinition;
import io.dkmio.core.mapping.Item;
import io.dkmio.core.mapping.PartitionKey;
import io.dkmio.core.mapping.Projection;
import io.dkmio.core.mapping.SortKey;
import io.dkmio.core.mapping.TableDefinition;

/**
 * Tables and items to plan reads for: a shop in one table, visits in a plain one.
 */
final class Shop {

	static final TableDefinition SHOP = TableDefinition.of("shop")
		.withIndex(IndexDefinition.global("gsi1").withPartitionKey("gsi1pk").withSortKey("gsi1sk"))
		.withIndex(IndexDefinition.global("by-region")
			.withPartitionKey("region", "city")
			.withSortKey("placedAt", "shipmentId")
			.withProjection(Projection.include("weight")))
		.withIndex(
				IndexDefinition.global("by-carrier").withPartitionKey("carrier").withProjection(Projection.KEYS_ONLY))
		.withIndex(IndexDefinition.local("by-placed").withSortKey("placedAt"))
		.withIndex(IndexDefinition.local("by-total").withSortKey("total:N").withProjection(Projection.KEYS_ONLY));

	static final TableDefinition VISITS = TableDefinition.of("visits", "visits-prod", "userId")
		.withSortKey("at:N")
		.withIndex(IndexDefinition.global("by-page").withPartitionKey("page").withSortKey("at:N"));

	static final TableDefinition PARCELS = TableDefinition.of("parcels", "parcels", "depot")
		.withSortKey("parcelId")
		.withIndex(IndexDefinition.local("by-weight").withSortKey("weight:N"));

	static final DynamoMappingContext CONTEXT = DynamoMappingContext.of(List.of(SHOP, VISITS, PARCELS), Customer.class,
			Order.class, Invoice.class, Address.class, Product.class, Shipment.class, Visit.class, Parcel.class);

	private static final ReadPlanner PLANNER = new ReadPlanner(CONTEXT);

	private Shop() {
	}

	static QueryShape ask(Class<?> type, Condition... where) {
		return QueryShape.of(CONTEXT.getRequiredPersistentEntity(type)).withWhere(Condition.allOf(List.of(where)));
	}

	static AccessPath plan(QueryShape shape) {
		return PLANNER.plan(shape);
	}

	static String call(QueryShape shape) {
		return plan(shape).describe();
	}

	static Condition eq(String property) {
		return Conditions.attribute(property).eq(Operand.parameter(0));
	}

	static Condition gt(String property) {
		return Conditions.attribute(property).gt(Operand.parameter(1));
	}

	static Condition gte(String property) {
		return Conditions.attribute(property).gte(Operand.parameter(1));
	}

	static Condition lt(String property) {
		return Conditions.attribute(property).lt(Operand.parameter(2));
	}

	static Condition between(String property) {
		return Conditions.attribute(property).between(Operand.parameter(1), Operand.parameter(2));
	}

	static Condition startsWith(String property) {
		return Conditions.attribute(property).beginsWith(Operand.parameter(1));
	}

	static Condition in(String property) {
		return Conditions.attribute(property).in(Operand.elementsOfParameter(1));
	}

	enum Status {

		OPEN, SHIPPED

	}

	@Item(pk = "CUSTOMER#{customerId}", sk = "PROFILE")
	record Customer(String customerId, @Attribute("e_mail") String email) {
	}

	@Item(pk = "CUSTOMER#{customerId}", sk = "ORDER#{orderId}")
	@GlobalIndex(name = "gsi1", pk = "STATUS#{status}", sk = "{placedAt}#{orderId}")
	record Order(String customerId, String orderId, Status status, Instant placedAt,
			@Attribute(scale = 2) BigDecimal total, String carrier, String note) {
	}

	@Item(pk = "CUSTOMER#{customerId}", sk = "INVOICE#{year}#{status}#{invoiceId}")
	@GlobalIndex(name = "gsi1", pk = "STATUS#{status}", sk = "{placedAt}#{invoiceId}")
	record Invoice(String customerId, int year, Status status, String invoiceId, Instant placedAt) {
	}

	@Item(pk = "CUSTOMER#{customerId}", sk = "ADDRESS#{addressId}")
	record Address(String customerId, String addressId, String city) {
	}

	@Item(pk = "PRODUCT", sk = "{productId}")
	@GlobalIndex(name = "gsi1", pk = "CATEGORY#{category}", sk = "{name}")
	record Product(String productId, String category, String name, BigDecimal price) {
	}

	@Item(pk = "SHIPMENT#{shipmentId}", sk = "SHIPMENT")
	record Shipment(String shipmentId, String region, String city, Instant placedAt, String carrier, int weight) {
	}

	@Item(table = "parcels")
	record Parcel(@PartitionKey String depot, @SortKey String parcelId, Integer weight) {
	}

	@Item(table = "visits")
	record Visit(@PartitionKey String userId, @SortKey long at, String page, String agent) {
	}

}
