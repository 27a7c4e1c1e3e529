package io.dkmio.sample.shop.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

import io.dkmio.core.client.DynamoOperation;
import io.dkmio.observability.DynamoObservationContext;

/**
 * A call to DynamoDB, as one element of the header {@code DynamoDB-Calls}.
 *
 * @param text such as
 * {@code Query;by="OrderRepository.findByStatus";index="gsi1";evaluated=20;returned=20;units=2.5}
 */
record DynamoCall(String text) {

	static DynamoCall of(DynamoObservationContext context) {
		DynamoOperation operation = context.getOperation();
		StringBuilder text = new StringBuilder(context.getAction().name());
		text.append(";by=\"").append(asked(operation)).append('"');
		if (operation.indexName() != null) {
			text.append(";index=\"").append(operation.indexName()).append('"');
		}
		context.getItemsEvaluated().ifPresent((items) -> text.append(";evaluated=").append(items));
		context.getItemsReturned().ifPresent((items) -> text.append(";returned=").append(items));
		context.getConsumedCapacity()
			.ifPresent((units) -> text.append(";units=").append(String.format(Locale.ROOT, "%.1f", units)));
		return new DynamoCall(text.append(";outcome=").append(context.getOutcome().tag()).toString());
	}

	/**
	 * What the application asked for: a method of a repository, the writes of a
	 * transaction, or an operation of the template.
	 */
	private static String asked(DynamoOperation operation) {
		if (operation.repositoryMethod() != null) {
			return operation.repositoryMethod();
		}
		List<DynamoOperation> parts = operation.parts().isEmpty() ? List.of(operation) : operation.parts();
		return parts.stream()
			.map((part) -> part.name() + " " + Objects.requireNonNullElse(part.itemType(), ""))
			.map(String::trim)
			.collect(Collectors.joining(" + "));
	}

}
