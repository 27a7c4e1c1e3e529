package io.dkmio.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.dao.IncorrectResultSizeDataAccessException;

/**
 * A read of items whose keys are known.
 *
 * @param <T> the type of the items
 */
final class DefaultBatchGetOperation<T> implements BatchGetOperation<T> {

	private final ItemReader<T> reader;

	private final KeyReader source;

	private final List<Object> ids;

	private final List<Map<String, AttributeValue>> keys;

	private final boolean consistent;

	DefaultBatchGetOperation(ItemReader<T> reader, KeyReader source, List<Object> ids,
			List<Map<String, AttributeValue>> keys, boolean consistent) {
		this.reader = reader;
		this.source = source;
		this.ids = ids;
		this.keys = keys;
		this.consistent = consistent;
	}

	@Override
	public BatchGetOperation<T> consistent() {
		return new DefaultBatchGetOperation<>(this.reader, this.source, this.ids, this.keys, true);
	}

	@Override
	public List<T> list() {
		return read().stream().filter(Objects::nonNull).toList();
	}

	@Override
	public List<Optional<T>> optional() {
		return read().stream().map(Optional::ofNullable).toList();
	}

	@Override
	public List<T> required() {
		List<@Nullable T> items = read();
		List<Integer> missing = new ArrayList<>();
		for (int i = 0; i < items.size(); i++) {
			if (items.get(i) == null) {
				missing.add(i);
			}
		}
		if (!missing.isEmpty()) {
			throw new IncorrectResultSizeDataAccessException(
					"There is no " + this.reader.type().getSimpleName() + " in table '" + this.reader.table() + "' for "
							+ missing.size() + " of the " + items.size() + " ids, those at positions " + missing
							+ "; use list() or optional() where some may be absent",
					items.size(), items.size() - missing.size());
		}
		return items.stream().map(Objects::requireNonNull).toList();
	}

	private List<@Nullable T> read() {
		List<@Nullable T> items = new ArrayList<>(this.keys.size());
		for (Map<String, AttributeValue> item : this.source.read(this.reader, this.ids, this.keys, this.consistent)) {
			items.add(item.isEmpty() ? null : this.reader.convert(item));
		}
		return items;
	}

	/**
	 * Where items are read from.
	 */
	@FunctionalInterface
	interface KeyReader {

		/**
		 * Reads items by their keys.
		 * @return one for each key, in their order, empty where there is no item
		 */
		List<Map<String, AttributeValue>> read(ItemReader<?> reader, List<Object> ids,
				List<Map<String, AttributeValue>> keys, boolean consistent);

	}

}
