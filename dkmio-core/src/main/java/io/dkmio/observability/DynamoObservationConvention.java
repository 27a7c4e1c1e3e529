package io.dkmio.observability;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * Names the observation of a request and its key values. A bean of this type replaces
 * {@link DefaultDynamoObservationConvention}.
 *
 * @since 1.0
 */
public interface DynamoObservationConvention extends ObservationConvention<DynamoObservationContext> {

	@Override
	default boolean supportsContext(Observation.Context context) {
		return context instanceof DynamoObservationContext;
	}

}
