package io.dkmio.core;

import io.dkmio.core.query.AccessPath;

/**
 * Reads nothing, since nothing can meet what is asked.
 */
final class NoPath extends ReadPath {

	NoPath(ReadSupport support, AccessPath plan) {
		super(support, plan);
	}

	@Override
	ItemPages open(ReadCall call) {
		return new NoPages();
	}

	@Override
	void check(ReadCall call) {
	}

}
