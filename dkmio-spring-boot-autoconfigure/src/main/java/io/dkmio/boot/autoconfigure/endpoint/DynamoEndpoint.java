package io.dkmio.boot.autoconfigure.endpoint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.repository.MethodPlan;
import io.dkmio.repository.support.DynamoRepositoryPlans;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.Producible;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.util.MimeType;

/**
 * The endpoint {@code dkmio}: what is in the tables, and what every method of a
 * repository asks DynamoDB. It shows names and templates, never items.
 */
@Endpoint(id = "dkmio")
final class DynamoEndpoint {

	private final DynamoMappingContext context;

	private final ObjectProvider<DynamoRepositoryPlans> plans;

	DynamoEndpoint(DynamoMappingContext context, ObjectProvider<DynamoRepositoryPlans> plans) {
		this.context = context;
		this.plans = plans;
	}

	@ReadOperation
	DynamoReport json() {
		Map<String, List<MethodPlan>> repositories = new LinkedHashMap<>();
		DynamoRepositoryPlans plans = this.plans.getIfAvailable();
		if (plans != null) {
			plans.all().forEach((repository, methods) -> repositories.put(repository.getSimpleName(), methods));
		}
		return DynamoReport.of(this.context, repositories);
	}

	@ReadOperation(producesFrom = Markdown.class)
	String markdown() {
		return MarkdownReport.of(json());
	}

	/**
	 * The type of the report for reading.
	 */
	enum Markdown implements Producible<Markdown> {

		/** Markdown. */
		TEXT;

		private static final MimeType MARKDOWN = MimeType.valueOf("text/markdown");

		@Override
		public MimeType getProducedMimeType() {
			return MARKDOWN;
		}

	}

}
