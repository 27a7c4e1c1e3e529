package io.dkmio.benchmarks;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The floor: conversion as a careful developer writes it by hand.
 */
final class HandWritten {

	private HandWritten() {
	}

	static Map<String, AttributeValue> key(int number) {
		return Map.of("pk", AttributeValue.fromS("CUSTOMER#customer-" + number), "sk",
				AttributeValue.fromS("SHIPMENT#shipment-" + number));
	}

	static Map<String, AttributeValue> write(Shipment shipment) {
		Map<String, AttributeValue> item = new HashMap<>(32);
		item.put("pk", AttributeValue.fromS("CUSTOMER#" + shipment.customerId()));
		item.put("sk", AttributeValue.fromS("SHIPMENT#" + shipment.shipmentId()));
		item.put("_type", AttributeValue.fromS("Shipment"));
		item.put("customerId", AttributeValue.fromS(shipment.customerId()));
		item.put("shipmentId", AttributeValue.fromS(shipment.shipmentId()));
		item.put("status", AttributeValue.fromS(shipment.status().name()));
		item.put("placedAt", AttributeValue.fromS(shipment.placedAt().toString()));
		item.put("total", AttributeValue.fromN(shipment.total().toString()));
		List<AttributeValue> lines = new ArrayList<>(shipment.lines().size());
		for (Shipment.Line line : shipment.lines()) {
			Map<String, AttributeValue> map = new HashMap<>(8);
			map.put("sku", AttributeValue.fromS(line.sku()));
			map.put("quantity", AttributeValue.fromN(Integer.toString(line.quantity())));
			map.put("price", AttributeValue.fromN(line.price().toString()));
			lines.add(AttributeValue.fromM(map));
		}
		item.put("lines", AttributeValue.fromL(lines));
		Map<String, AttributeValue> address = new HashMap<>(8);
		address.put("street", AttributeValue.fromS(shipment.shipTo().street()));
		address.put("city", AttributeValue.fromS(shipment.shipTo().city()));
		address.put("zip", AttributeValue.fromS(shipment.shipTo().zip()));
		address.put("country", AttributeValue.fromS(shipment.shipTo().country()));
		item.put("shipTo", AttributeValue.fromM(address));
		item.put("tags", AttributeValue.fromSs(new ArrayList<>(shipment.tags())));
		item.put("note", AttributeValue.fromS(shipment.note()));
		item.put("gift", AttributeValue.fromBool(shipment.gift()));
		item.put("parcels", AttributeValue.fromN(Integer.toString(shipment.parcels())));
		item.put("revision", AttributeValue.fromN(Long.toString(shipment.revision())));
		return item;
	}

	static Shipment read(Map<String, AttributeValue> item) {
		List<AttributeValue> values = get(item, "lines").l();
		List<Shipment.Line> lines = new ArrayList<>(values.size());
		for (AttributeValue value : values) {
			Map<String, AttributeValue> map = value.m();
			lines.add(new Shipment.Line(get(map, "sku").s(), Integer.parseInt(get(map, "quantity").n()),
					new BigDecimal(get(map, "price").n())));
		}
		Map<String, AttributeValue> address = get(item, "shipTo").m();
		return new Shipment(get(item, "customerId").s(), get(item, "shipmentId").s(),
				Shipment.Status.valueOf(get(item, "status").s()), Instant.parse(get(item, "placedAt").s()),
				new BigDecimal(get(item, "total").n()), lines,
				new Shipment.Address(get(address, "street").s(), get(address, "city").s(), get(address, "zip").s(),
						get(address, "country").s()),
				new HashSet<>(get(item, "tags").ss()), get(item, "note").s(), get(item, "gift").bool(),
				Integer.parseInt(get(item, "parcels").n()), Long.parseLong(get(item, "revision").n()));
	}

	private static AttributeValue get(Map<String, AttributeValue> item, String name) {
		return Objects.requireNonNull(item.get(name), name);
	}

}
