package io.dkmio.benchmarks;

import java.util.List;
import java.util.function.Function;

import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/**
 * A class that the Enhanced Client maps.
 *
 * @param <T> the class
 * @param type the class
 * @param schema how it is mapped
 * @param of makes one of a shipment
 * @param changed makes one that has only what the update changes
 */
record EnhancedModel<T>(Class<T> type, TableSchema<T> schema, Function<Shipment, T> of, Function<Shipment, T> changed) {

	List<T> shipments() {
		return Contestant.SHIPMENTS.stream().map(this.of).toList();
	}

	T change() {
		return this.changed.apply(Contestant.SHIPMENTS.get(1));
	}

	static Key key(int number) {
		return Key.builder()
			.partitionValue("CUSTOMER#customer-" + number)
			.sortValue("SHIPMENT#shipment-" + number)
			.build();
	}

}
