package io.dkmio.core;

import java.util.Map;

import io.dkmio.core.client.DynamoOperation;
import io.dkmio.core.document.Document;
import io.dkmio.core.document.DocumentActions;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Where what a transaction reads comes from, and what it becomes.
 *
 * @param <T> what is read
 */
interface HandleSource<T> {

	/**
	 * What is read, for people.
	 */
	String name();

	/**
	 * The table as DynamoDB knows it.
	 */
	String table();

	/**
	 * The operation a read by key is reported as.
	 */
	DynamoOperation get();

	/**
	 * An item as the application sees it.
	 */
	T convert(Map<String, AttributeValue> item);

	/**
	 * The documents of a table.
	 */
	record Documents(String table, DynamoOperation get) implements HandleSource<Document> {

		static Documents of(DocumentActions actions) {
			return new Documents(actions.tableName(), actions.operation("get"));
		}

		@Override
		public String name() {
			return "document";
		}

		@Override
		public Document convert(Map<String, AttributeValue> item) {
			return Document.ofItem(item);
		}

	}

}
