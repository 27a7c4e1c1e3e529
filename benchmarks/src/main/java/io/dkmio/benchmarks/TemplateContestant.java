package io.dkmio.benchmarks;

import java.util.List;

import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.ReturnedItem;
import io.dkmio.core.WriteTransactionTemplate;
import io.dkmio.core.client.BatchOptions;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.TableDefinition;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import static io.dkmio.core.expression.Conditions.attribute;

/**
 * The template of dkmio.
 */
class TemplateContestant implements Contestant {

	static final List<Shipment.Id> IDS = SHIPMENTS.stream()
		.map((shipment) -> new Shipment.Id(shipment.customerId(), shipment.shipmentId()))
		.toList();

	private static final Shipment.Id ID = IDS.get(1);

	final DynamoTemplate get;

	final DynamoTemplate query100;

	final DynamoTemplate query1000;

	final DynamoTemplate put;

	final DynamoTemplate update;

	final DynamoTemplate batchGet;

	final DynamoTemplate batchWrite;

	private final WriteTransactionTemplate transaction;

	TemplateContestant(Clients clients) {
		this.get = template(clients.answering(Answers.item()));
		this.query100 = template(clients.answering(Answers.page(100)));
		this.query1000 = template(clients.answering(Answers.pages(10, 100)));
		this.put = template(clients.answering(Answers.written()));
		this.update = template(clients.answering(Answers.updated()));
		this.batchGet = template(clients.answering(Answers.batches(BATCH)));
		this.batchWrite = template(clients.answering(Answers.allWritten()));
		this.transaction = new WriteTransactionTemplate(template(clients.answering(Answers.transacted())));
	}

	/** It sends the requests of a batch one after the other, as the others do. */
	private static DynamoTemplate template(DynamoDbClient client) {
		DynamoTemplate template = new DynamoTemplate(client,
				DynamoMappingContext.of(List.of(TableDefinition.of(TABLE)), Shipment.class));
		template.setBatchOptions(BatchOptions.defaults().withParallelism(1));
		return template;
	}

	@Override
	public Object toItem(int number) {
		return this.get.getConverter().toItem(SHIPMENTS.get(number));
	}

	@Override
	public Object fromItem(int number) {
		return this.get.getConverter().fromItem(Shipment.class, ITEMS.get(number));
	}

	@Override
	public Object get() {
		return this.get.get(Shipment.class, ID).required();
	}

	@Override
	public List<?> query100() {
		return query(this.query100);
	}

	@Override
	public List<?> query1000() {
		return query(this.query1000);
	}

	private static List<Shipment> query(DynamoTemplate dynamo) {
		return dynamo.query(Shipment.class).where(attribute("customerId").eq("customer-1")).list();
	}

	@Override
	public Object put() {
		return this.put.put(SHIPMENTS.get(1));
	}

	@Override
	public Object update() {
		return this.update.update(Shipment.class, ID)
			.set("status", Changed.STATUS)
			.set("note", Changed.NOTE)
			.set("total", Changed.TOTAL)
			.when(attribute("revision").eq(Changed.FORMER_REVISION))
			.returning(ReturnedItem.ALL_NEW);
	}

	@Override
	public List<?> batchGet250() {
		return this.batchGet.batchGet(Shipment.class, IDS).list();
	}

	@Override
	public void batchWrite250() {
		this.batchWrite.putAll(SHIPMENTS);
	}

	@Override
	public void transaction5() {
		this.transaction.write((tx) -> SHIPMENTS.subList(0, TRANSACTION).forEach(tx::put));
	}

}
