package io.dkmio.benchmarks.cost;

import java.util.List;
import java.util.Optional;

import io.dkmio.benchmarks.Shipment;
import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.WriteTransactionTemplate;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.Item;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.repository.DynamoRepository;
import io.dkmio.repository.support.DynamoRepositoryFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.data.domain.Limit;

import static io.dkmio.core.expression.Conditions.attribute;

/**
 * With repositories of dkmio.
 */
final class DkmioBusiness implements Business {

	private final DynamoTemplate dynamo;

	private final Shipments shipments;

	private final Customers customers;

	DkmioBusiness(DynamoDbClient client, TableDefinition table) {
		this.dynamo = new DynamoTemplate(client,
				DynamoMappingContext.of(List.of(table), Shipment.class, Customer.class, Address.class));
		DynamoRepositoryFactory factory = new DynamoRepositoryFactory(this.dynamo);
		this.shipments = factory.getRepository(Shipments.class);
		this.customers = factory.getRepository(Customers.class);
	}

	@Override
	public Object one() {
		return this.shipments.findByCustomerIdAndShipmentId(BIG, "00100").orElseThrow();
	}

	@Override
	public List<?> latest20() {
		return this.shipments.findByCustomerIdOrderByShipmentIdDesc(BIG, Limit.of(20));
	}

	@Override
	public boolean any() {
		return this.shipments.existsByCustomerId(BIG);
	}

	@Override
	public long count() {
		return this.shipments.countByCustomerId(BIG);
	}

	@Override
	public List<?> three() {
		return this.shipments.findByCustomerIdAndShipmentIdIn(BIG, List.of("00001", "00500", "01000"));
	}

	@Override
	public int overview() {
		Overview overview = this.customers.findOverviewByCustomerId(SMALL).orElseThrow();
		return overview.shipments().size() + overview.addresses().size() + 1;
	}

	@Override
	public void ship() {
		this.dynamo.update(Shipment.class, new Shipment.Id(SMALL, "00001"))
			.set("status", Shipment.Status.SHIPPED)
			.when(attribute("status").eq(Shipment.Status.PENDING), "pending")
			.execute();
	}

	@Override
	public void saveAll(List<Shipment> toSave) {
		this.shipments.saveAll(toSave);
	}

	@Override
	public void deleteAll() {
		this.shipments.deleteByCustomerId(OTHER);
	}

	@Override
	public boolean together(List<Shipment> toSave) {
		new WriteTransactionTemplate(this.dynamo).write((tx) -> toSave.forEach(tx::put));
		return true;
	}

	void store(Object item) {
		this.dynamo.put(item);
	}

	interface Shipments extends DynamoRepository<Shipment, Shipment.Id> {

		Optional<Shipment> findByCustomerIdAndShipmentId(String customerId, String shipmentId);

		List<Shipment> findByCustomerIdOrderByShipmentIdDesc(String customerId, Limit limit);

		boolean existsByCustomerId(String customerId);

		long countByCustomerId(String customerId);

		List<Shipment> findByCustomerIdAndShipmentIdIn(String customerId, List<String> shipmentIds);

		void deleteByCustomerId(String customerId);

	}

	interface Customers extends DynamoRepository<Customer, String> {

		Optional<Overview> findOverviewByCustomerId(String customerId);

	}

	/** A customer with everything of theirs. */
	record Overview(Customer customer, List<Shipment> shipments, List<Address> addresses) {
	}

	/** A customer. */
	@Item(pk = "CUSTOMER#{customerId}", sk = "PROFILE")
	record Customer(String customerId, String name) {
	}

	/** An address of a customer. */
	@Item(pk = "CUSTOMER#{customerId}", sk = "ADDRESS#{kind}")
	record Address(String customerId, String kind, String city) {
	}

}
