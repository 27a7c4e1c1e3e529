package io.dkmio.core.query;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.dkmio.core.convert.DynamoConverter;
import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.Condition;
import io.dkmio.core.expression.Expressions;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.mapping.KeyComponent;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

import org.springframework.util.Assert;

/**
 * A read of one item by its whole primary key: GetItem.
 *
 * @since 1.0
 */
public final class KeyLookup implements AccessPath {

	private final DynamoPersistentEntity<?> type;

	private final String table;

	private final Map<String, String> keyNames;

	/**
	 * Plans the look-up of items of a type.
	 * @param type the type
	 */
	public KeyLookup(DynamoPersistentEntity<?> type) {
		this.type = type;
		this.table = type.getRequiredTable().name();
		this.keyNames = Map.of("#n0", type.getRequiredTable().partitionKey().name());
	}

	@Override
	public DynamoPersistentEntity<?> type() {
		return this.type;
	}

	/**
	 * The request for one item.
	 * @param key the item's primary key
	 * @param consistent whether to read what was written last
	 * @return the request, to be built
	 */
	public GetItemRequest.Builder read(Map<String, AttributeValue> key, boolean consistent) {
		GetItemRequest.Builder request = GetItemRequest.builder()
			.tableName(this.table)
			.key(key)
			.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
		return consistent ? request.consistentRead(true) : request;
	}

	/**
	 * The request for a part of one item.
	 * @param key the item's primary key
	 * @param consistent whether to read what was written last
	 * @param projection the attributes to read, as {@link #projection} gave them
	 * @return the request, to be built
	 */
	public GetItemRequest.Builder read(Map<String, AttributeValue> key, boolean consistent, Expressions projection) {
		return read(key, consistent).projectionExpression(projection.projection())
			.expressionAttributeNames(projection.names());
	}

	/**
	 * The projection of some attributes, the key and the type among them.
	 * @param select the paths, at least one
	 * @param converter knows the types
	 * @return the projection and its names
	 * @throws io.dkmio.UnservableQueryException if a path is none of the type
	 */
	public Expressions projection(List<AttributePath> select, DynamoConverter converter) {
		QueryShape shape = QueryShape.of(this.type).withSelect(select);
		SelectCheck.check(converter.getMappingContext(), shape,
				ItemFamily.of(converter.getMappingContext(), this.type));
		Expressions projection = Selection.of(shape, KeyPath.of(this.type).get(0), Condition.always(),
				new PropertyPaths(this.type, converter));
		Assert.state(projection != null, "Nothing is selected");
		return projection;
	}

	/**
	 * The request that tells whether an item exists, and returns its key at most.
	 * @param key the item's primary key
	 * @return the request
	 */
	public GetItemRequest probe(Map<String, AttributeValue> key) {
		return GetItemRequest.builder()
			.tableName(this.table)
			.key(key)
			.projectionExpression("#n0")
			.expressionAttributeNames(this.keyNames)
			.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
			.build();
	}

	@Override
	public String describe() {
		return "GetItem " + this.table + " "
				+ this.type.getRequiredKey()
					.components()
					.stream()
					.map(KeyComponent::attribute)
					.map((attribute) -> attribute.name() + " = ?")
					.collect(Collectors.joining(" AND "));
	}

}
