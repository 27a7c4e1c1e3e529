package io.dkmio.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;

import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.client.DynamoOperation;
import io.dkmio.core.query.PreparedQuery;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Reads the pages of one query, each when it is needed.
 */
final class QueryRunner {

	private final DynamoExecutor executor;

	private final DynamoOperation operation;

	private final QueryRequest request;

	private final PreparedQuery query;

	private final int maxPages;

	private Map<String, AttributeValue> position;

	private int pages;

	private int scanned;

	private double capacity;

	QueryRunner(DynamoExecutor executor, DynamoOperation operation, PreparedQuery query, QueryRequest request,
			int maxPages) {
		this.executor = executor;
		this.operation = operation;
		this.query = query;
		this.request = request;
		this.maxPages = maxPages;
		this.position = request.hasExclusiveStartKey() ? request.exclusiveStartKey() : Map.of();
	}

	boolean hasNext() {
		return this.pages < this.maxPages && (this.pages == 0 || !this.position.isEmpty());
	}

	QueryResponse next() {
		QueryRequest request = this.request;
		if (this.pages > 0) {
			Map<String, AttributeValue> start = this.position;
			request = request.toBuilder().exclusiveStartKey(start).build();
		}
		QueryResponse response = this.executor.query(request, this.operation);
		this.pages++;
		this.position = response.hasLastEvaluatedKey() ? response.lastEvaluatedKey() : Map.of();
		this.scanned += Objects.requireNonNullElse(response.scannedCount(), 0);
		this.capacity += DefaultQueryOperation.capacity(response.consumedCapacity());
		return response;
	}

	/**
	 * The values in the expressions of every request.
	 */
	Map<String, AttributeValue> values() {
		return this.request.expressionAttributeValues();
	}

	/**
	 * Where the last page ended.
	 * @return the position, empty at the end of the result
	 */
	Map<String, AttributeValue> position() {
		return this.position;
	}

	/**
	 * The position right after an item.
	 */
	Map<String, AttributeValue> positionAfter(Map<String, AttributeValue> item) {
		Map<String, AttributeValue> position = new HashMap<>();
		for (String name : this.query.positionAttributes()) {
			AttributeValue value = item.get(name);
			if (value != null) {
				position.put(name, value);
			}
		}
		return position;
	}

	int scanned() {
		return this.scanned;
	}

	double capacity() {
		return this.capacity;
	}

	/**
	 * All items, lazily.
	 */
	Iterator<Map<String, AttributeValue>> items() {
		return new Items();
	}

	private final class Items implements Iterator<Map<String, AttributeValue>> {

		private List<Map<String, AttributeValue>> page = new ArrayList<>();

		private int at;

		@Override
		public boolean hasNext() {
			while (this.at == this.page.size() && QueryRunner.this.hasNext()) {
				this.page = QueryRunner.this.next().items();
				this.at = 0;
			}
			return this.at < this.page.size();
		}

		@Override
		public Map<String, AttributeValue> next() {
			if (!hasNext()) {
				throw new NoSuchElementException();
			}
			return this.page.get(this.at++);
		}

	}

	/**
	 * What one page has at most, if the request says so.
	 */
	static @Nullable Integer smaller(@Nullable Integer one, @Nullable Integer other) {
		if (one == null || other == null) {
			return (one != null) ? one : other;
		}
		return Math.min(one, other);
	}

}
