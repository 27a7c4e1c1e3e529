package io.dkmio.core.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.dkmio.core.client.DynamoOperation;
import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.ExpressionClauses;
import io.dkmio.core.expression.Expressions;
import io.dkmio.core.expression.PathResolver;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.util.Assert;

/**
 * A read of one document.
 */
final class DefaultDocumentLookup implements DocumentLookup {

	private final TableAccess access;

	private final TableKeys keys;

	private final Map<String, AttributeValue> key;

	private final List<AttributePath> select;

	private final boolean consistent;

	DefaultDocumentLookup(TableAccess access, TableKeys keys, Map<String, AttributeValue> key) {
		this(access, keys, key, List.of(), false);
	}

	private DefaultDocumentLookup(TableAccess access, TableKeys keys, Map<String, AttributeValue> key,
			List<AttributePath> select, boolean consistent) {
		this.access = access;
		this.keys = keys;
		this.key = key;
		this.select = select;
		this.consistent = consistent;
	}

	@Override
	public DefaultDocumentLookup consistent() {
		return new DefaultDocumentLookup(this.access, this.keys, this.key, this.select, true);
	}

	@Override
	public DocumentLookup select(String... paths) {
		Assert.notEmpty(paths, "A selection needs a path");
		List<AttributePath> select = new ArrayList<>(this.select);
		Stream.of(paths).map(AttributePath::parse).forEach(select::add);
		return new DefaultDocumentLookup(this.access, this.keys, this.key, List.copyOf(select), this.consistent);
	}

	@Override
	public Optional<Document> optional() {
		Map<String, AttributeValue> item = item("get");
		return (item != null) ? Optional.of(DocumentValues.decode(item, !this.select.isEmpty())) : Optional.empty();
	}

	@Override
	public Document required() {
		return optional().orElseThrow(() -> new EmptyResultDataAccessException(
				"No document with this key in " + this.keys.where() + "; use optional() where it may be absent", 1));
	}

	/**
	 * Reads no more than the key.
	 */
	boolean exists() {
		DefaultDocumentLookup keyOnly = new DefaultDocumentLookup(this.access, this.keys, this.key,
				List.of(AttributePath.of(this.keys.table().partitionKey().name())), this.consistent);
		return keyOnly.item("exists") != null;
	}

	private @Nullable Map<String, AttributeValue> item(String name) {
		GetItemRequest.Builder request = GetItemRequest.builder()
			.tableName(this.keys.table().name())
			.key(this.key)
			.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
		if (!this.select.isEmpty()) {
			Expressions expressions = ExpressionClauses.none()
				.withProjection(this.select)
				.render(PathResolver.identity(), this.access.encoder());
			request.projectionExpression(expressions.projection()).expressionAttributeNames(expressions.names());
		}
		if (this.consistent) {
			request.consistentRead(true);
		}
		GetItemResponse response = this.access.executor()
			.getItem(request.build(),
					DynamoOperation.of(name).withTable(this.keys.table().name(), this.keys.table().logicalName()));
		return response.hasItem() ? response.item() : null;
	}

}
