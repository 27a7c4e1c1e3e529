package io.dkmio.core;

import java.util.Map;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Nothing, where it is known without a request.
 */
final class NoPages extends ItemPages {

	NoPages() {
		super(ReadCall.plain());
	}

	@Override
	boolean hasMore() {
		return false;
	}

	@Override
	ItemPage read(int wanted) {
		return ItemPage.EMPTY;
	}

	@Override
	Map<String, AttributeValue> position() {
		return Map.of();
	}

	@Override
	Map<String, AttributeValue> positionAfter(Map<String, AttributeValue> item) {
		return Map.of();
	}

	@Override
	String cursor(Map<String, AttributeValue> position) {
		throw new IllegalStateException("Nothing has no positions");
	}

}
