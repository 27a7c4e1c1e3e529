package io.dkmio.repository;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How a method of a repository is served, decided when the application starts.
 *
 * @param method the method, such as {@code OrderRepository.findByStatus(Status)}
 * @param operation the operation of DynamoDB, such as {@code Query}
 * @param table the table
 * @param index the index, {@code null} for the table itself
 * @param keyCondition what keys serve, in attributes and without values; empty if there
 * is nothing
 * @param filter what is left out after reading, in properties; empty if there is nothing
 * @param update what is changed, in properties and without values; empty if nothing is
 * @param condition what must hold for a write to happen, in properties and without
 * values; empty if there is nothing
 * @param projection the properties that are read, empty for all
 * @param cost how the cost grows
 * @param warnings what one should know
 * @param description all of it in a line
 * @since 1.0
 */
public record MethodPlan(String method, String operation, String table, @Nullable String index, String keyCondition,
		String filter, String update, String condition, List<String> projection, Cost cost, List<String> warnings,
		String description) {

	public MethodPlan {
		projection = List.copyOf(projection);
		warnings = List.copyOf(warnings);
	}

	/**
	 * The plan of a method that changes no attributes by an expression.
	 * @param method the method
	 * @param operation the operation of DynamoDB
	 * @param table the table
	 * @param index the index, {@code null} for the table itself
	 * @param keyCondition what keys serve
	 * @param filter what is left out after reading
	 * @param projection the properties that are read, empty for all
	 * @param cost how the cost grows
	 * @param warnings what one should know
	 * @param description all of it in a line
	 */
	public MethodPlan(String method, String operation, String table, @Nullable String index, String keyCondition,
			String filter, List<String> projection, Cost cost, List<String> warnings, String description) {
		this(method, operation, table, index, keyCondition, filter, "", "", projection, cost, warnings, description);
	}

	@Override
	public String toString() {
		return this.method + ": " + this.description
				+ (this.warnings.isEmpty() ? "" : " (" + String.join("; ", this.warnings) + ")");
	}

	/**
	 * What the cost of a call grows with.
	 */
	public enum Cost {

		/** One item is read or written. */
		ITEM,
		/** As many items are read or written as the caller names. */
		ITEMS,
		/** No more items are read than are returned, and the caller limits those. */
		LIMITED,
		/** All items that keys select are read. */
		PARTITION,
		/** The whole table is read. */
		TABLE,
		/** No request is sent: a call throws. */
		REFUSED

	}

}
