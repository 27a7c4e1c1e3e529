package io.dkmio.repository.query;

import io.dkmio.core.query.QueryShape;

/**
 * Questions how many items there are in all.
 */
final class Totals {

	private Totals() {
	}

	/**
	 * The same question without order and projection, counted.
	 */
	static QueryShape of(QueryShape shape) {
		QueryShape counted = QueryShape.of(shape.type())
			.withWhere(shape.where())
			.withFilter(shape.filter())
			.withAnswer(QueryShape.Answer.COUNT);
		counted = shape.keysOnly() ? counted.withKeysOnly() : counted;
		counted = (shape.index() != null) ? counted.withIndex(shape.index()) : counted;
		counted = shape.consistent() ? counted.withConsistent() : counted;
		return shape.scanAllowed() ? counted.withScanAllowed() : counted;
	}

}
