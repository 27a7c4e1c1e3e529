package io.dkmio.observability;

import io.dkmio.core.client.DynamoAction;
import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.client.DynamoOperation;
import io.dkmio.core.client.WireSupport;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;

import org.springframework.util.Assert;

/**
 * Observes requests, and counts what they cost and return. A span nests under that of the
 * caller.
 *
 * @since 1.0
 */
public final class ObservingDynamoExecutor implements DynamoExecutor {

	private static final DynamoObservationConvention DEFAULT = new DefaultDynamoObservationConvention();

	private final DynamoExecutor executor;

	private final ObservationRegistry observations;

	private final @Nullable DynamoMeters meters;

	private final @Nullable DynamoObservationConvention convention;

	private ObservingDynamoExecutor(DynamoExecutor executor, ObservationRegistry observations,
			@Nullable DynamoMeters meters, @Nullable DynamoObservationConvention convention) {
		this.executor = executor;
		this.observations = observations;
		this.meters = meters;
		this.convention = convention;
	}

	/**
	 * Observes an executor. With neither observations nor meters it is given back as it
	 * is: nothing is paid for what nobody looks at.
	 * @param executor sends the requests
	 * @param observations takes the observations
	 * @param meters takes the counters, or {@code null}
	 * @param convention names the observations, or {@code null} for
	 * {@link DefaultDynamoObservationConvention}
	 * @return the executor to use
	 */
	public static DynamoExecutor observe(DynamoExecutor executor, ObservationRegistry observations,
			@Nullable MeterRegistry meters, @Nullable DynamoObservationConvention convention) {
		Assert.notNull(executor, "DynamoExecutor must not be null");
		Assert.notNull(observations, "ObservationRegistry must not be null");
		if (observations.isNoop() && meters == null) {
			return executor;
		}
		return new ObservingDynamoExecutor(executor, observations,
				(meters != null) ? new DynamoMeters(meters, executor.wire() != null) : null, convention);
	}

	@Override
	public @Nullable WireSupport wire() {
		return this.executor.wire();
	}

	@Override
	public <Q extends DynamoDbRequest, R extends DynamoDbResponse> R execute(DynamoAction<Q, R> action, Q request,
			DynamoOperation operation) {
		if (this.observations.isNoop()) {
			return measured(action, request, operation, null);
		}
		DynamoObservationContext context = new DynamoObservationContext(action, operation);
		Observation observation = Observation.createNotStarted(this.convention, DEFAULT, () -> context,
				this.observations);
		observation.start();
		Observation.Scope scope = observation.openScope();
		try {
			return measured(action, request, operation, context);
		}
		catch (RuntimeException | Error ex) {
			observation.error(ex);
			throw ex;
		}
		finally {
			scope.close();
			observation.stop();
		}
	}

	private <Q extends DynamoDbRequest, R extends DynamoDbResponse> R measured(DynamoAction<Q, R> action, Q request,
			DynamoOperation operation, @Nullable DynamoObservationContext context) {
		DynamoMeters meters = this.meters;
		try {
			R response = this.executor.execute(action, request, operation);
			if (action.kind() != DynamoAction.Kind.CONTROL) {
				ResponseFacts facts = ResponseFacts.of(request, response);
				if (meters != null) {
					meters.answered(action, operation, facts);
				}
				if (context != null) {
					context.answered(facts);
				}
			}
			return response;
		}
		catch (RuntimeException ex) {
			if (meters != null) {
				meters.failed(operation, ex);
			}
			throw ex;
		}
	}

}
