package io.dkmio.boot.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * What a call is expected to be like. What is not said does not matter. Immutable: each
 * method returns another one.
 *
 * <pre class="code">
 * assertThat(calls).containsExactly(query().index("gsi1").limit(20));
 * </pre>
 *
 * @since 1.0
 */
public final class ExpectedCall {

	private final String description;

	private final List<Predicate<DynamoCall>> predicates;

	private ExpectedCall(String description, List<Predicate<DynamoCall>> predicates) {
		this.description = description;
		this.predicates = List.copyOf(predicates);
	}

	/**
	 * A call of any operation.
	 * @param operation the operation, such as {@code GetItem}
	 * @return the expected call
	 */
	public static ExpectedCall operation(String operation) {
		return new ExpectedCall(operation, List.of((call) -> call.operation().equals(operation)));
	}

	/**
	 * A GetItem.
	 * @return the expected call
	 */
	public static ExpectedCall getItem() {
		return operation("GetItem");
	}

	/**
	 * A Query.
	 * @return the expected call
	 */
	public static ExpectedCall query() {
		return operation("Query");
	}

	/**
	 * A Scan.
	 * @return the expected call
	 */
	public static ExpectedCall scan() {
		return operation("Scan");
	}

	/**
	 * A BatchGetItem.
	 * @return the expected call
	 */
	public static ExpectedCall batchGetItem() {
		return operation("BatchGetItem");
	}

	/**
	 * A TransactGetItems.
	 * @return the expected call
	 */
	public static ExpectedCall transactGetItems() {
		return operation("TransactGetItems");
	}

	/**
	 * A PutItem.
	 * @return the expected call
	 */
	public static ExpectedCall putItem() {
		return operation("PutItem");
	}

	/**
	 * An UpdateItem.
	 * @return the expected call
	 */
	public static ExpectedCall updateItem() {
		return operation("UpdateItem");
	}

	/**
	 * A DeleteItem.
	 * @return the expected call
	 */
	public static ExpectedCall deleteItem() {
		return operation("DeleteItem");
	}

	/**
	 * A BatchWriteItem.
	 * @return the expected call
	 */
	public static ExpectedCall batchWriteItem() {
		return operation("BatchWriteItem");
	}

	/**
	 * A TransactWriteItems.
	 * @return the expected call
	 */
	public static ExpectedCall transactWriteItems() {
		return operation("TransactWriteItems");
	}

	/**
	 * On a table.
	 * @param table the table
	 * @return the expected call
	 */
	public ExpectedCall table(String table) {
		return with("table=" + table, (call) -> table.equals(call.table()));
	}

	/**
	 * On an index.
	 * @param index the index
	 * @return the expected call
	 */
	public ExpectedCall index(String index) {
		return with("index=" + index, (call) -> index.equals(call.index()));
	}

	/**
	 * On the table itself, and no index.
	 * @return the expected call
	 */
	public ExpectedCall noIndex() {
		return with("no index", (call) -> call.index() == null);
	}

	/**
	 * With a limit.
	 * @param limit the limit
	 * @return the expected call
	 */
	public ExpectedCall limit(int limit) {
		return with("limit=" + limit, (call) -> Objects.equals(call.limit(), limit));
	}

	/**
	 * With a key condition.
	 * @param keyCondition the condition, with placeholders for values
	 * @return the expected call
	 */
	public ExpectedCall keyCondition(String keyCondition) {
		return with("key=" + keyCondition, (call) -> keyCondition.equals(call.keyCondition()));
	}

	/**
	 * With a filter.
	 * @param filter the filter, with placeholders for values
	 * @return the expected call
	 */
	public ExpectedCall filter(String filter) {
		return with("filter=" + filter, (call) -> filter.equals(call.filter()));
	}

	/**
	 * Without a filter.
	 * @return the expected call
	 */
	public ExpectedCall noFilter() {
		return with("no filter", (call) -> call.filter() == null);
	}

	/**
	 * With a condition.
	 * @param condition the condition, with placeholders for values
	 * @return the expected call
	 */
	public ExpectedCall condition(String condition) {
		return with("condition=" + condition, (call) -> condition.equals(call.condition()));
	}

	/**
	 * Without a condition.
	 * @return the expected call
	 */
	public ExpectedCall noCondition() {
		return with("no condition", (call) -> call.condition() == null);
	}

	/**
	 * Strongly consistent.
	 * @return the expected call
	 */
	public ExpectedCall consistent() {
		return with("consistent", DynamoCall::consistent);
	}

	/**
	 * With a cost.
	 * @param units the capacity units it has consumed
	 * @return the expected call
	 */
	public ExpectedCall capacity(double units) {
		return with("capacity=" + units, (call) -> Objects.equals(call.capacity(), units));
	}

	private ExpectedCall with(String text, Predicate<DynamoCall> predicate) {
		List<Predicate<DynamoCall>> all = new ArrayList<>(this.predicates);
		all.add(predicate);
		return new ExpectedCall(this.description + " " + text, all);
	}

	boolean matches(DynamoCall call) {
		return this.predicates.stream().allMatch((predicate) -> predicate.test(call));
	}

	@Override
	public String toString() {
		return this.description;
	}

}
