package io.dkmio.core.client;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Requests that the application changes before they are sent.
 */
class RequestCustomizerUnitTests {

	private final List<DynamoDbRequest> sent = new ArrayList<>();

	private final DynamoExecutor executor = new DynamoExecutor() {

		@Override
		@SuppressWarnings("unchecked") // the response of the action
		public <Q extends DynamoDbRequest, R extends DynamoDbResponse> R execute(DynamoAction<Q, R> action, Q request,
				DynamoOperation operation) {
			RequestCustomizerUnitTests.this.sent.add(request);
			return (R) ((request instanceof QueryRequest) ? QueryResponse.builder().build()
					: GetItemResponse.builder().build());
		}

	};

	@Test
	void changesTheRequestsOfItsTypeAlone() {
		DynamoExecutor customized = RequestCustomizer
			.customize(this.executor, List.of(RequestCustomizer.of(QueryRequest.class,
					(request) -> request.toBuilder().returnConsumedCapacity(ReturnConsumedCapacity.INDEXES).build())));
		GetItemRequest get = GetItemRequest.builder().tableName("shop").build();
		customized.getItem(get, DynamoOperation.of("get"));
		customized.query(QueryRequest.builder().tableName("shop").build(), DynamoOperation.of("query"));
		assertThat(this.sent.get(0)).isSameAs(get);
		assertThat(((QueryRequest) this.sent.get(1)).returnConsumedCapacityAsString()).isEqualTo("INDEXES");
	}

	@Test
	void isToldTheOperationAndAppliedInOrder() {
		List<String> seen = new ArrayList<>();
		RequestCustomizer first = (request, operation) -> {
			seen.add("first " + operation.name());
			return request;
		};
		RequestCustomizer second = (request, operation) -> {
			seen.add("second " + operation.name());
			return request;
		};
		RequestCustomizer.customize(this.executor, List.of(first, second))
			.query(QueryRequest.builder().build(), DynamoOperation.of("count"));
		assertThat(seen).containsExactly("first count", "second count");
	}

	@Test
	void refusesAnotherTypeOfRequest() {
		DynamoExecutor customized = RequestCustomizer.customize(this.executor,
				List.of((request, operation) -> GetItemRequest.builder().build()));
		assertThatIllegalStateException().isThrownBy(
				() -> customized.query(QueryRequest.builder().build(), DynamoOperation.of("query").withTable("shop")))
			.withMessageStartingWith("A request customizer made a GetItemRequest of a QueryRequest for ")
			.withMessageEndingWith("return a request of the same type, such as request.toBuilder()….build()");
		assertThat(this.sent).isEmpty();
	}

	@Test
	void costsNothingIfThereIsNone() {
		assertThat(RequestCustomizer.customize(this.executor, List.of())).isSameAs(this.executor);
	}

}
