package io.dkmio.benchmarks;

import java.util.List;

import io.dkmio.core.DynamoTemplate;
import io.dkmio.repository.support.DynamoRepositoryFactory;

/**
 * A repository of dkmio.
 */
final class RepositoryContestant extends TemplateContestant {

	private final ShipmentRepository getting;

	private final ShipmentRepository querying100;

	private final ShipmentRepository querying1000;

	private final ShipmentRepository saving;

	private final ShipmentRepository changing;

	private final ShipmentRepository savingAll;

	private final ShipmentRepository findingAll;

	RepositoryContestant(Clients clients) {
		super(clients);
		this.getting = over(this.get);
		this.querying100 = over(this.query100);
		this.querying1000 = over(this.query1000);
		this.saving = over(this.put);
		this.changing = over(this.update);
		this.savingAll = over(this.batchWrite);
		this.findingAll = over(this.batchGet);
	}

	private static ShipmentRepository over(DynamoTemplate dynamo) {
		return new DynamoRepositoryFactory(dynamo).getRepository(ShipmentRepository.class);
	}

	@Override
	public Object get() {
		return this.getting.findByCustomerIdAndShipmentId("customer-1", "shipment-1").orElseThrow();
	}

	@Override
	public List<?> query100() {
		return this.querying100.findByCustomerId("customer-1");
	}

	@Override
	public List<?> query1000() {
		return this.querying1000.findByCustomerId("customer-1");
	}

	@Override
	public Object put() {
		return this.saving.save(SHIPMENTS.get(1));
	}

	@Override
	public Object update() {
		return this.changing.change(IDS.get(1), Changed.STATUS, Changed.NOTE, Changed.TOTAL, Changed.FORMER_REVISION);
	}

	@Override
	public List<?> batchGet250() {
		return this.findingAll.findAllById(IDS);
	}

	@Override
	public void batchWrite250() {
		this.savingAll.saveAll(SHIPMENTS);
	}

}
