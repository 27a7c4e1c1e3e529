package io.dkmio.core.query;

import io.dkmio.core.mapping.DynamoPersistentEntity;

/**
 * A read nothing can meet, such as one of no values: no request.
 *
 * @since 1.0
 */
public final class NothingToRead implements AccessPath {

	private final QueryShape shape;

	NothingToRead(QueryShape shape) {
		this.shape = shape;
	}

	@Override
	public DynamoPersistentEntity<?> type() {
		return this.shape.type();
	}

	@Override
	public String describe() {
		return "No request: no " + this.shape.type().getType().getSimpleName() + " can meet what is asked";
	}

}
