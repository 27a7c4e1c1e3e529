package io.dkmio.repository.query;

import java.util.List;

import io.dkmio.core.query.QueryShape;

import org.springframework.data.repository.query.Parameters;

/**
 * Questions whose answers are made of all items of a partition.
 */
final class WholePartitions {

	private WholePartitions() {
	}

	/**
	 * The question, if it is about a whole partition: not about a page of it, in an order
	 * or limited. It is never a scan.
	 */
	static QueryShape checked(DynamoQueryMethod method, QueryShape shape) {
		Parameters<?, ?> parameters = method.getParameters();
		boolean paged = method.isPageQuery() || method.isSliceQuery() || method.isScrollQuery()
				|| parameters.hasPageableParameter() || parameters.hasLimitParameter()
				|| parameters.hasScrollPositionParameter() || parameters.hasSortParameter();
		if (paged || !shape.orders().isEmpty() || !shape.select().isEmpty()) {
			throw method.refused(method.getReturnedObjectType().getSimpleName()
					+ " is made of all items of a partition, and has neither pages nor an order nor a selection",
					"Leave out what limits or sorts, or return a List of the items");
		}
		return new QueryShape(shape.type(), shape.where(), shape.keysOnly(), shape.filter(), List.of(),
				shape.descending(), List.of(), shape.index(), shape.consistent(), shape.answer(), false);
	}

}
