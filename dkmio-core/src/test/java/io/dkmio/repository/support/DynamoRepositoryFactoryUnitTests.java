package io.dkmio.repository.support;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.client.DynamoAction;
import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.client.DynamoOperation;
import io.dkmio.core.convert.MappingDynamoConverter;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.domain.CustomerItem;
import io.dkmio.domain.Order;
import io.dkmio.domain.Shop;
import io.dkmio.repository.ConsistentRead;
import io.dkmio.repository.DynamoRepository;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

import org.springframework.dao.InvalidDataAccessApiUsageException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a factory makes repositories of, and what it makes of their annotations.
 */
class DynamoRepositoryFactoryUnitTests {

	private final Requests requests = new Requests();

	private final DynamoMappingContext context = Shop.mappingContext();

	private final DynamoRepositoryFactory factory = new DynamoRepositoryFactory(new DynamoTemplate(this.requests,
			this.context, new MappingDynamoConverter(this.context), Clock.systemUTC()));

	@Test
	void refusesARepositoryOfWhatSeveralItemsExtend() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.factory.getRepository(Items.class))
			.withMessage("Items cannot be a repository of CustomerItem: that has no key of its own, and the items that"
					+ " extend it (Customer, Order) may have different ones. Make it a repository of one of those;"
					+ " methods that read a whole partition may return List<CustomerItem>.");
	}

	@Test
	void asksConsistentlyWhetherAnItemExists() {
		Order.Id id = new Order.Id("c1", "o1");
		assertThat(this.factory.getRepository(Certain.class).existsById(id)).isFalse();
		assertThat(this.factory.getRepository(Plain.class).existsById(id)).isFalse();
		assertThat(this.requests.sent).extracting(GetItemRequest::consistentRead).containsExactly(true, null);
	}

	interface Items extends DynamoRepository<CustomerItem, Map<String, String>> {

	}

	interface Plain extends DynamoRepository<Order, Order.Id> {

	}

	interface Certain extends DynamoRepository<Order, Order.Id> {

		@Override
		@ConsistentRead
		boolean existsById(Order.Id id);

	}

	/**
	 * Finds nothing.
	 */
	private static final class Requests implements DynamoExecutor {

		private final List<GetItemRequest> sent = new ArrayList<>();

		@Override
		@SuppressWarnings("unchecked") // a read of one item is all there is
		public <Q extends DynamoDbRequest, R extends DynamoDbResponse> R execute(DynamoAction<Q, R> action, Q request,
				DynamoOperation operation) {
			this.sent.add((GetItemRequest) request);
			return (R) GetItemResponse.builder().build();
		}

	}

}
