package io.dkmio.core;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.dao.EmptyResultDataAccessException;

/**
 * An item a transaction reads. It is there once the transaction is done.
 *
 * @param <T> the type of the item
 * @since 1.0
 */
public final class ReadHandle<T> {

	private final HandleSource<T> reader;

	private final Map<String, AttributeValue> key;

	private boolean done;

	private @Nullable T item;

	ReadHandle(HandleSource<T> reader, Map<String, AttributeValue> key) {
		this.reader = reader;
		this.key = key;
	}

	/**
	 * The item.
	 * @return the item, if it exists
	 * @throws IllegalStateException if the transaction is not done yet
	 */
	public Optional<T> optional() {
		return Optional.ofNullable(item());
	}

	/**
	 * The item, which must exist.
	 * @return the item
	 * @throws EmptyResultDataAccessException if it does not exist
	 * @throws IllegalStateException if the transaction is not done yet
	 */
	public T required() {
		T item = item();
		if (item == null) {
			throw new EmptyResultDataAccessException("No " + this.reader.name() + " with this id in table '"
					+ this.reader.table() + "'; use optional() where it may be absent", 1);
		}
		return item;
	}

	private @Nullable T item() {
		if (!this.done) {
			throw new IllegalStateException("The " + this.reader.name()
					+ " is not read yet: a read transaction is sent when all its reads are named. Return the handle,"
					+ " and ask it afterwards.");
		}
		return this.item;
	}

	HandleSource<T> reader() {
		return this.reader;
	}

	Map<String, AttributeValue> key() {
		return this.key;
	}

	void read(Map<String, AttributeValue> item) {
		this.item = item.isEmpty() ? null : this.reader.convert(item);
		this.done = true;
	}

}
