package io.dkmio.core;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.dkmio.core.expression.AttributePath;
import org.jspecify.annotations.Nullable;
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

	private final List<AttributePath> select;

	DefaultGetOperation(ItemReader<T> reader, Map<String, AttributeValue> key, boolean consistent,
			List<AttributePath> select) {
		this.select = select;
		this.reader = reader;
		this.key = key;
		this.consistent = consistent;
	}

	@Override
	public GetOperation<T> consistent() {
		return new DefaultGetOperation<>(this.reader, this.key, true, this.select);
	}

	@Override
	public GetOperation<T> select(String... paths) {
		return new DefaultGetOperation<>(this.reader, this.key, this.consistent, Paths.and(this.select, paths));
	}

	private @Nullable T read() {
		return this.select.isEmpty() ? this.reader.read(this.key, this.consistent)
				: this.reader.read(this.key, this.consistent, this.select);
	}

	@Override
	public Optional<T> optional() {
		return Optional.ofNullable(read());
	}

	@Override
	public T required() {
		T item = read();
		if (item == null) {
			throw new EmptyResultDataAccessException("No " + this.reader.type().getSimpleName()
					+ " with this id in table '" + this.reader.table() + "'; use optional() where it may be absent", 1);
		}
		return item;
	}

	@Override
	public boolean exists() {
		return this.reader.exists(this.key, this.consistent);
	}

}
