package io.dkmio.repository.query;

import io.dkmio.core.query.QueryShape;
import io.dkmio.core.query.SortOrder;

import org.springframework.data.domain.Sort;

/**
 * Orders of Spring Data as orders of a question.
 */
final class Sorts {

	private Sorts() {
	}

	static QueryShape add(QueryShape shape, Sort sort, QuerySource source) {
		QueryShape sorted = shape;
		for (Sort.Order order : sort) {
			sorted = sorted.withOrder(order(source, order));
		}
		return sorted;
	}

	static SortOrder order(QuerySource source, Sort.Order order) {
		if (order.isIgnoreCase()) {
			throw source.refused("keys sort exactly, and cannot ignore the case of '" + order.getProperty() + "'",
					"Store a lower-case copy of '" + order.getProperty() + "' and make it part of a sort key");
		}
		if (order.getNullHandling() != Sort.NullHandling.NATIVE) {
			throw source.refused("keys are never null, so that nulls of '" + order.getProperty() + "' have no place",
					"Leave the null handling out");
		}
		return new SortOrder(order.getProperty(), order.isAscending());
	}

}
