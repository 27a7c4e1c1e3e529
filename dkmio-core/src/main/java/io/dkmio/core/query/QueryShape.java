package io.dkmio.core.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.Condition;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import org.jspecify.annotations.Nullable;

/**
 * What is asked, before it is known how to serve it. Values may be parameters that are
 * bound at the call. Immutable: each {@code with…} returns another one.
 *
 * @param type the type of the items
 * @param where what must hold and is to be served by keys where it can
 * @param keysOnly whether all of {@code where} must be served by keys
 * @param filter what must hold besides, and is never served by keys
 * @param orders the orders asked for, the first one first
 * @param descending whether the sort key is read backwards where no order is asked for
 * @param select the attributes asked for, empty for all
 * @param index the index that must be used, {@code null} to choose one
 * @param consistent whether what was written last must be read
 * @param answer what is asked for
 * @param scanAllowed whether the whole table may be read
 * @since 1.0
 */
public record QueryShape(DynamoPersistentEntity<?> type, Condition where, boolean keysOnly, Condition filter,
		List<SortOrder> orders, boolean descending, List<AttributePath> select, @Nullable String index,
		boolean consistent, Answer answer, boolean scanAllowed) {

	public QueryShape {
		orders = List.copyOf(orders);
		select = List.copyOf(select);
	}

	/**
	 * Asks for all items of a type.
	 * @param type the type
	 * @return the shape
	 */
	public static QueryShape of(DynamoPersistentEntity<?> type) {
		return new QueryShape(type, Condition.always(), false, Condition.always(), List.of(), false, List.of(), null,
				false, Answer.ITEMS, false);
	}

	/**
	 * Asks the same of another type.
	 */
	QueryShape withType(DynamoPersistentEntity<?> type) {
		return type.equals(this.type) ? this : new QueryShape(type, this.where, this.keysOnly, this.filter, this.orders,
				this.descending, this.select, this.index, this.consistent, this.answer, this.scanAllowed);
	}

	/**
	 * Adds what must hold. What keys do not serve becomes a filter.
	 * @param where the condition
	 * @return the changed shape
	 */
	public QueryShape withWhere(Condition where) {
		return new QueryShape(this.type, this.where.and(where), this.keysOnly, this.filter, this.orders,
				this.descending, this.select, this.index, this.consistent, this.answer, this.scanAllowed);
	}

	/**
	 * Demands that keys serve all of {@code where}.
	 * @return the changed shape
	 */
	public QueryShape withKeysOnly() {
		return new QueryShape(this.type, this.where, true, this.filter, this.orders, this.descending, this.select,
				this.index, this.consistent, this.answer, this.scanAllowed);
	}

	/**
	 * Adds a filter.
	 * @param filter the condition
	 * @return the changed shape
	 */
	public QueryShape withFilter(Condition filter) {
		return new QueryShape(this.type, this.where, this.keysOnly, this.filter.and(filter), this.orders,
				this.descending, this.select, this.index, this.consistent, this.answer, this.scanAllowed);
	}

	/**
	 * Adds an order.
	 * @param order the order
	 * @return the changed shape
	 */
	public QueryShape withOrder(SortOrder order) {
		List<SortOrder> orders = new ArrayList<>(this.orders);
		orders.add(order);
		return new QueryShape(this.type, this.where, this.keysOnly, this.filter, orders, this.descending, this.select,
				this.index, this.consistent, this.answer, this.scanAllowed);
	}

	/**
	 * Reads the sort key backwards.
	 * @return the changed shape
	 */
	public QueryShape withDescending() {
		return new QueryShape(this.type, this.where, this.keysOnly, this.filter, this.orders, true, this.select,
				this.index, this.consistent, this.answer, this.scanAllowed);
	}

	/**
	 * Asks for some attributes alone.
	 * @param select the attributes
	 * @return the changed shape
	 */
	public QueryShape withSelect(List<AttributePath> select) {
		return new QueryShape(this.type, this.where, this.keysOnly, this.filter, this.orders, this.descending, select,
				this.index, this.consistent, this.answer, this.scanAllowed);
	}

	/**
	 * Demands an index.
	 * @param index the index by the name the application uses
	 * @return the changed shape
	 */
	public QueryShape withIndex(String index) {
		return new QueryShape(this.type, this.where, this.keysOnly, this.filter, this.orders, this.descending,
				this.select, index, this.consistent, this.answer, this.scanAllowed);
	}

	/**
	 * Demands to read what was written last.
	 * @return the changed shape
	 */
	public QueryShape withConsistent() {
		return new QueryShape(this.type, this.where, this.keysOnly, this.filter, this.orders, this.descending,
				this.select, this.index, true, this.answer, this.scanAllowed);
	}

	/**
	 * Sets what is asked for.
	 * @param answer the answer
	 * @return the changed shape
	 */
	public QueryShape withAnswer(Answer answer) {
		return new QueryShape(this.type, this.where, this.keysOnly, this.filter, this.orders, this.descending,
				this.select, this.index, this.consistent, answer, this.scanAllowed);
	}

	/**
	 * Allows to read the whole table.
	 * @return the changed shape
	 */
	public QueryShape withScanAllowed() {
		return new QueryShape(this.type, this.where, this.keysOnly, this.filter, this.orders, this.descending,
				this.select, this.index, this.consistent, this.answer, true);
	}

	/**
	 * The question for people, in property names and without values.
	 * @return a text such as {@code Order where customerId = ? order by placedAt}
	 */
	public String describe() {
		StringBuilder text = new StringBuilder(this.type.getType().getSimpleName());
		Condition all = this.where.and(this.filter);
		if (!all.isAlways()) {
			text.append(" where ").append(all);
		}
		for (int i = 0; i < this.orders.size(); i++) {
			text.append((i == 0) ? " order by " : ", ").append(this.orders.get(i));
		}
		return text.toString();
	}

	String describeSelection() {
		return this.select.isEmpty() ? ""
				: " select " + this.select.stream().map(Object::toString).collect(Collectors.joining(", "));
	}

	String describeAnswer() {
		return switch (this.answer) {
			case ITEMS -> "";
			case COUNT -> " count";
			case EXISTS -> " exists";
		};
	}

	/**
	 * What is asked for.
	 */
	public enum Answer {

		/** The items. */
		ITEMS,
		/** How many there are. */
		COUNT,
		/** Whether there is one. */
		EXISTS

	}

}
