package io.dkmio.benchmarks;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.repository.Condition;
import io.dkmio.repository.DynamoRepository;
import io.dkmio.repository.Update;
import io.dkmio.repository.support.DynamoRepositoryFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Shipments of customers.
 */
public interface ShipmentRepository extends DynamoRepository<Shipment, Shipment.Id> {

	/**
	 * GetItem.
	 * @param customerId whose shipment it is
	 * @param shipmentId which one
	 * @return the shipment
	 */
	Optional<Shipment> findByCustomerIdAndShipmentId(String customerId, String shipmentId);

	/**
	 * Query.
	 * @param customerId whose shipments
	 * @return the shipments
	 */
	List<Shipment> findByCustomerId(String customerId);

	/**
	 * UpdateItem.
	 * @param id which shipment
	 * @param status the new status
	 * @param note the new note
	 * @param total the new total
	 * @param former the revision it must have
	 * @return the shipment as it is now
	 */
	@Update("SET status = :status, note = :note, total = :total")
	@Condition("revision = :former")
	Shipment change(Shipment.Id id, Shipment.Status status, String note, BigDecimal total, long former);

	/**
	 * A repository whose requests a client answers.
	 * @param client the client
	 * @return the repository
	 */
	static ShipmentRepository over(DynamoDbClient client) {
		DynamoMappingContext context = DynamoMappingContext.of(List.of(TableDefinition.of("shop")), Shipment.class);
		return new DynamoRepositoryFactory(new DynamoTemplate(client, context)).getRepository(ShipmentRepository.class);
	}

}
