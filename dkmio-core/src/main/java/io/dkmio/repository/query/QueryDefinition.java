package io.dkmio.repository.query;

import io.dkmio.core.query.QueryShape;
import org.jspecify.annotations.Nullable;

/**
 * What a method asks, read off its name or its annotation.
 *
 * @param shape the question about items
 * @param subject what is done with the items
 * @param limit how many items are asked for, if the name says so
 */
record QueryDefinition(QueryShape shape, Subject subject, @Nullable Integer limit) {

	/**
	 * What is done with the items.
	 */
	enum Subject {

		/** They are returned. */
		FIND,
		/** They are counted. */
		COUNT,
		/** It is asked whether there is one. */
		EXISTS,
		/** They are deleted. */
		DELETE

	}

}
