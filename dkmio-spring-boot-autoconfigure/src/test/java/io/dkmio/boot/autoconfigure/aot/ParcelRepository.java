package io.dkmio.boot.autoconfigure.aot;

import java.util.List;

import io.dkmio.repository.ConsistentRead;
import io.dkmio.repository.DynamoRepository;

interface ParcelRepository extends DynamoRepository<Parcel, ParcelId> {

	@ConsistentRead
	List<Parcel> findByCustomerIdAndNumberGreaterThan(String customerId, long number);

	List<ParcelSummary> findSummariesByCity(String city);

	List<ParcelView> findViewsByCity(String city);

}
