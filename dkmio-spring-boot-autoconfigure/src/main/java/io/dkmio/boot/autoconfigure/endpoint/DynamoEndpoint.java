package io.dkmio.boot.autoconfigure.endpoint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.schema.AccessPattern;
import io.dkmio.core.schema.SchemaExport;
import io.dkmio.repository.MethodPlan;
import io.dkmio.repository.support.DynamoRepositoryPlans;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.Producible;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
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

	@ReadOperation(produces = "text/html;charset=UTF-8")
	String html() {
		return HtmlReport.of(json());
	}

	/**
	 * The tables in the form of another tool, or as a description.
	 * @param form the form
	 * @return the text
	 */
	@ReadOperation(produces = "text/plain;charset=UTF-8")
	String export(@Selector String form) {
		SchemaExport export = SchemaExport.of(this.context);
		return switch (form) {
			case "cloudformation" -> export.toCloudFormation();
			case "terraform" -> export.toTerraform();
			case "workbench" -> export.toWorkbench("dkmio");
			case "markdown" -> export.withAccessPatterns(accessPatterns()).toMarkdown();
			default -> throw new InvalidEndpointRequestException("There is no export '" + form + "'",
					"There is no such export; use cloudformation, terraform, workbench or markdown");
		};
	}

	private List<AccessPattern> accessPatterns() {
		DynamoRepositoryPlans plans = this.plans.getIfAvailable();
		return (plans == null) ? List.of()
				: plans.all()
					.values()
					.stream()
					.flatMap(List::stream)
					.filter((plan) -> !plan.table().isEmpty())
					.map((plan) -> new AccessPattern(plan.method(), plan.table(), plan.index(), plan.description()))
					.toList();
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
