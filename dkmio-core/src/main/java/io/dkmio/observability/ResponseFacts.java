package io.dkmio.observability;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.dkmio.core.client.WireCall;
import io.dkmio.core.client.WireItems;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * What a response says about its cost and size.
 *
 * @param capacity the capacity units
 * @param evaluated how many items DynamoDB has looked at, or -1 for a call that reads
 * none
 * @param returned how many items it has returned, likewise
 */
record ResponseFacts(double capacity, int evaluated, int returned) {

	/**
	 * What an answer says. Items that stayed JSON are not in the SDK's response, but went
	 * along with the request.
	 */
	static ResponseFacts of(DynamoDbRequest request, DynamoDbResponse response) {
		if (response instanceof GetItemResponse get) {
			return found(units(get.consumedCapacity()), get.hasItem() ? 1 : 0);
		}
		if (response instanceof QueryResponse query) {
			return read(units(query.consumedCapacity()), query.scannedCount(), query.count());
		}
		if (response instanceof ScanResponse scan) {
			return read(units(scan.consumedCapacity()), scan.scannedCount(), scan.count());
		}
		if (response instanceof BatchGetItemResponse batch) {
			return found(units(batch.consumedCapacity()),
					wireItems(request).orElseGet(() -> batch.responses().values().stream().mapToInt(List::size).sum()));
		}
		if (response instanceof TransactGetItemsResponse transaction) {
			return found(units(transaction.consumedCapacity()), wireItems(request)
				.orElseGet(() -> (int) transaction.responses().stream().filter((item) -> item.hasItem()).count()));
		}
		return new ResponseFacts(writeUnits(response), -1, -1);
	}

	private static Optional<Integer> wireItems(DynamoDbRequest request) {
		return WireCall.of(request).map(WireCall::items).map(WireItems::present);
	}

	private static double writeUnits(DynamoDbResponse response) {
		if (response instanceof PutItemResponse put) {
			return units(put.consumedCapacity());
		}
		if (response instanceof UpdateItemResponse update) {
			return units(update.consumedCapacity());
		}
		if (response instanceof DeleteItemResponse delete) {
			return units(delete.consumedCapacity());
		}
		if (response instanceof BatchWriteItemResponse batch) {
			return units(batch.consumedCapacity());
		}
		return (response instanceof TransactWriteItemsResponse transaction) ? units(transaction.consumedCapacity()) : 0;
	}

	private static ResponseFacts found(double capacity, int items) {
		return new ResponseFacts(capacity, items, items);
	}

	private static ResponseFacts read(double capacity, @Nullable Integer evaluated, @Nullable Integer returned) {
		return new ResponseFacts(capacity, Objects.requireNonNullElse(evaluated, 0),
				Objects.requireNonNullElse(returned, 0));
	}

	private static double units(List<ConsumedCapacity> capacities) {
		double units = 0;
		for (ConsumedCapacity capacity : capacities) {
			units += units(capacity);
		}
		return units;
	}

	private static double units(@Nullable ConsumedCapacity capacity) {
		return (capacity != null && capacity.capacityUnits() != null) ? capacity.capacityUnits() : 0;
	}

}
