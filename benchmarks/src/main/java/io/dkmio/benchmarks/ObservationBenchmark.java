package io.dkmio.benchmarks;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.client.ClientDynamoExecutor;
import io.dkmio.core.client.DynamoAction;
import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.client.DynamoOperation;
import io.dkmio.core.convert.MappingDynamoConverter;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.observability.ObservingDynamoExecutor;
import io.dkmio.repository.support.DynamoRepositoryFactory;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/**
 * What observations and meters add to a GetItem by a repository. The answers are canned.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 10, time = 2)
@Fork(3)
public class ObservationBenchmark {

	private final ShipmentRepository plain = repository(executor());

	private final ShipmentRepository off = repository(
			ObservingDynamoExecutor.observe(executor(), ObservationRegistry.NOOP, null, null));

	private final ShipmentRepository on = repository(observed(executor()));

	private final DynamoExecutor alone = observed(new AnsweringExecutor());

	private final GetItemRequest request = GetItemRequest.builder().tableName("shop").build();

	private final DynamoOperation operation = DynamoOperation.of("findByCustomerIdAndShipmentId");

	/**
	 * Without dkmio's observations.
	 * @return the item
	 */
	@Benchmark
	public Shipment getWithoutObservations() {
		return get(this.plain);
	}

	/**
	 * With observations nobody looks at.
	 * @return the item
	 */
	@Benchmark
	public Shipment getWithObservationsOff() {
		return get(this.off);
	}

	/**
	 * With a timer for each observation, and counters.
	 * @return the item
	 */
	@Benchmark
	public Shipment getWithObservationsOn() {
		return get(this.on);
	}

	/**
	 * The observation alone, of a request that is answered at once.
	 * @return the answer
	 */
	@Benchmark
	public Object observationAlone() {
		return this.alone.getItem(this.request, this.operation);
	}

	static Shipment get(ShipmentRepository repository) {
		return repository.findByCustomerIdAndShipmentId("customer-1", "shipment-1").orElseThrow();
	}

	private static DynamoExecutor observed(DynamoExecutor executor) {
		MeterRegistry meters = new SimpleMeterRegistry();
		ObservationRegistry observations = ObservationRegistry.create();
		observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
		return ObservingDynamoExecutor.observe(executor, observations, meters, null);
	}

	static DynamoExecutor executor() {
		return new ClientDynamoExecutor(StubHttpClient.wired(Answers.item()));
	}

	static ShipmentRepository repository(DynamoExecutor executor) {
		DynamoMappingContext context = DynamoMappingContext.of(List.of(TableDefinition.of("shop")), Shipment.class);
		DynamoTemplate template = new DynamoTemplate(executor, context, new MappingDynamoConverter(context),
				Clock.systemUTC());
		return new DynamoRepositoryFactory(template).getRepository(ShipmentRepository.class);
	}

	/**
	 * Answers every GetItem at once.
	 */
	private static final class AnsweringExecutor implements DynamoExecutor {

		private final GetItemResponse response = GetItemResponse.builder()
			.item(Contestant.ITEMS.get(1))
			.consumedCapacity((capacity) -> capacity.capacityUnits(0.5))
			.build();

		@Override
		@SuppressWarnings("unchecked") // only asked for GetItems
		public <Q extends DynamoDbRequest, R extends DynamoDbResponse> R execute(DynamoAction<Q, R> action, Q request,
				DynamoOperation operation) {
			return (R) this.response;
		}

	}

}
