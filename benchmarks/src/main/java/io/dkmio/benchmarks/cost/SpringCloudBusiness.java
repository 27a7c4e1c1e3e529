package io.dkmio.benchmarks.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.awspring.cloud.dynamodb.DefaultDynamoDbTableSchemaResolver;
import io.awspring.cloud.dynamodb.DynamoDbTableNameResolver;
import io.awspring.cloud.dynamodb.DynamoDbTemplate;
import io.dkmio.benchmarks.EnhancedBean;
import io.dkmio.benchmarks.Shipment;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * With the template of Spring Cloud AWS, as its documentation shows it.
 */
final class SpringCloudBusiness implements Business {

	private static final Class<EnhancedBean> TYPE = EnhancedBean.class;

	private final DynamoDbTemplate template;

	SpringCloudBusiness(DynamoDbClient client, String table) {
		this.template = new DynamoDbTemplate(DynamoDbEnhancedClient.builder().dynamoDbClient(client).build(),
				new DefaultDynamoDbTableSchemaResolver(), new DynamoDbTableNameResolver() {

					@Override
					public <T> String resolve(Class<T> type) {
						return table;
					}

				});
	}

	private Stream<EnhancedBean> query(QueryEnhancedRequest request) {
		return this.template.query(request, TYPE).items().stream();
	}

	private Stream<EnhancedBean> query(String customer, String prefix) {
		return query(QueryEnhancedRequest.builder().queryConditional(EnhancedBusiness.under(customer, prefix)).build());
	}

	@Override
	public Object one() {
		return Objects.requireNonNull(this.template.load(EnhancedBusiness.key(BIG, "SHIPMENT#00100"), TYPE));
	}

	@Override
	public List<?> latest20() {
		return query(EnhancedBusiness.latest(20)).limit(20).toList();
	}

	@Override
	public boolean any() {
		return query(EnhancedBusiness.latest(1)).findFirst().isPresent();
	}

	@Override
	public long count() {
		return query(BIG, "SHIPMENT#").count();
	}

	@Override
	public List<?> three() {
		List<Object> found = new ArrayList<>();
		for (String id : List.of("00001", "00500", "01000")) {
			found.add(this.template.load(EnhancedBusiness.key(BIG, "SHIPMENT#" + id), TYPE));
		}
		return found;
	}

	@Override
	public int overview() {
		Object profile = this.template.load(EnhancedBusiness.key(SMALL, "PROFILE"), TYPE);
		long others = query(SMALL, "ADDRESS#").count() + query(SMALL, "SHIPMENT#").count();
		return (int) others + ((profile != null) ? 1 : 0);
	}

	@Override
	public void ship() {
		this.template.update(EnhancedBusiness.shipping());
	}

	@Override
	public void saveAll(List<Shipment> toSave) {
		toSave.forEach((shipment) -> this.template.save(EnhancedBean.of(shipment)));
	}

	@Override
	public void deleteAll() {
		query(OTHER, "SHIPMENT#").toList().forEach(this.template::delete);
	}

	@Override
	public boolean together(List<Shipment> toSave) {
		return false;
	}

}
