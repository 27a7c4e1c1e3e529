package io.dkmio.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.awspring.cloud.dynamodb.DefaultDynamoDbTableSchemaResolver;
import io.awspring.cloud.dynamodb.DynamoDbTableNameResolver;
import io.awspring.cloud.dynamodb.DynamoDbTemplate;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryEnhancedRequest;

/**
 * The template of Spring Cloud AWS. It has neither batches nor transactions.
 */
final class SpringCloudContestant implements Contestant {

	private static final EnhancedModel<EnhancedBean> MODEL = EnhancedBean.SCHEMA;

	private static final EnhancedBean SHIPMENT = MODEL.shipments().get(1);

	private final DynamoDbTemplate get;

	private final DynamoDbTemplate query100;

	private final DynamoDbTemplate query1000;

	private final DynamoDbTemplate put;

	private final DynamoDbTemplate update;

	SpringCloudContestant(Clients clients) {
		this.get = template(clients, Answers.item());
		this.query100 = template(clients, Answers.page(100));
		this.query1000 = template(clients, Answers.pages(10, 100));
		this.put = template(clients, Answers.written());
		this.update = template(clients, Answers.updated());
	}

	private static DynamoDbTemplate template(Clients clients, byte[]... bodies) {
		return new DynamoDbTemplate(EnhancedContestant.client(clients, bodies),
				new DefaultDynamoDbTableSchemaResolver(List.of(MODEL.schema())), new DynamoDbTableNameResolver() {

					@Override
					public <T> String resolve(Class<T> type) {
						return TABLE;
					}

				});
	}

	@Override
	public Object toItem(int number) {
		return MODEL.schema().itemToMap(SHIPMENT, true);
	}

	@Override
	public Object fromItem(int number) {
		return MODEL.schema().mapToItem(ITEMS.get(number));
	}

	@Override
	public Object get() {
		return Objects.requireNonNull(this.get.load(EnhancedModel.key(1), EnhancedBean.class));
	}

	@Override
	public List<?> query100() {
		return query(this.query100);
	}

	@Override
	public List<?> query1000() {
		return query(this.query1000);
	}

	private static List<EnhancedBean> query(DynamoDbTemplate template) {
		List<EnhancedBean> items = new ArrayList<>();
		template
			.query(QueryEnhancedRequest.builder().queryConditional(EnhancedContestant.condition()).build(),
					EnhancedBean.class)
			.items()
			.forEach(items::add);
		return items;
	}

	@Override
	public Object put() {
		return this.put.save(SHIPMENT);
	}

	@Override
	public Object update() {
		return this.update.update(EnhancedContestant.update(MODEL));
	}

	@Override
	public List<?> batchGet250() {
		throw new UnsupportedOperationException("DynamoDbTemplate has no batches");
	}

	@Override
	public void batchWrite250() {
		throw new UnsupportedOperationException("DynamoDbTemplate has no batches");
	}

	@Override
	public void transaction5() {
		throw new UnsupportedOperationException("DynamoDbTemplate has no transactions");
	}

}
