package io.dkmio.core;

import java.util.Map;
import java.util.Optional;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.dao.EmptyResultDataAccessException;

/**
 * A read of one item whose key is known.
 *
 * @param <T> the type of the item
 */
final class DefaultGetOperation<T> implements GetOperation<T> {

	private final ItemReader<T> reader;

	private final Map<String, AttributeValue> key;

	private final boolean consistent;

	DefaultGetOperation(ItemReader<T> reader, Map<String, AttributeValue> key, boolean consistent) {
		this.reader = reader;
		this.key = key;
		this.consistent = consistent;
	}

	@Override
	public GetOperation<T> consistent() {
		return new DefaultGetOperation<>(this.reader, this.key, true);
	}

	@Override
	public Optional<T> optional() {
		return Optional.ofNullable(this.reader.read(this.key, this.consistent));
	}

	@Override
	public T required() {
		T item = this.reader.read(this.key, this.consistent);
		if (item == null) {
			throw new EmptyResultDataAccessException("No " + this.reader.type().getSimpleName()
					+ " with this id in table '" + this.reader.table() + "'; use optional() where it may be absent", 1);
		}
		return item;
	}

}
