package io.dkmio.sample.shop.web;

import java.util.ArrayList;
import java.util.List;

import io.dkmio.observability.DynamoObservationContext;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;

import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Remembers what the current request has asked of DynamoDB, from dkmio's observations.
 */
@Component
final class CallLog implements ObservationHandler<DynamoObservationContext> {

	private static final String ATTRIBUTE = CallLog.class.getName();

	/** A header has not room for more. */
	private static final int MOST_CALLS = 25;

	/**
	 * The calls of the current request so far.
	 */
	static List<DynamoCall> current() {
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		return (request != null) ? calls(request) : List.of();
	}

	@Override
	public void onStop(DynamoObservationContext context) {
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		if (request != null && calls(request).size() < MOST_CALLS) {
			calls(request).add(DynamoCall.of(context));
		}
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return context instanceof DynamoObservationContext;
	}

	@SuppressWarnings("unchecked") // the attribute is set here and nowhere else
	private static List<DynamoCall> calls(RequestAttributes request) {
		Object calls = request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
		if (calls == null) {
			calls = new ArrayList<DynamoCall>();
			request.setAttribute(ATTRIBUTE, calls, RequestAttributes.SCOPE_REQUEST);
		}
		return (List<DynamoCall>) calls;
	}

}
