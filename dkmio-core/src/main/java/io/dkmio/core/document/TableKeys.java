package io.dkmio.core.document;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.dkmio.AttributeType;
import io.dkmio.InvalidKeyException;
import io.dkmio.MissingKeyException;
import io.dkmio.core.mapping.IndexDefinition;
import io.dkmio.core.mapping.KeyAttribute;
import io.dkmio.core.mapping.KeyRole;
import io.dkmio.core.mapping.TableDefinition;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * The primary key of a table: from keys to attributes, and back.
 */
final class TableKeys {

	/** In seconds the year 5138; whoever gives more means milliseconds. */
	private static final BigDecimal LAST_SECOND = BigDecimal.valueOf(99_999_999_999L);

	private final TableDefinition table;

	private final String where;

	private final KeyAttribute partition;

	private final @Nullable KeyAttribute sort;

	TableKeys(TableDefinition table) {
		this.table = table;
		this.where = "table '" + table.logicalName() + "'";
		this.partition = table.partitionKey();
		this.sort = table.sortKey();
	}

	/**
	 * The attributes of a key.
	 * @param operation what the key is for
	 * @param key the key
	 */
	Map<String, AttributeValue> attributes(String operation, Key key) {
		Map<String, AttributeValue> attributes = new LinkedHashMap<>();
		attributes.put(this.partition.name(),
				KeyChecks.check(this.where, KeyRole.PARTITION_KEY, this.partition, key.partition()));
		KeyAttribute sort = this.sort;
		AttributeValue sortValue = key.sort();
		if (sort == null && sortValue != null) {
			throw new InvalidKeyException("A sort key is given to " + operation + ", and " + this.where
					+ " has none: its key is '" + this.partition.name() + "' alone", null, null);
		}
		if (sort != null && sortValue == null) {
			throw new MissingKeyException(
					operation + " needs the whole key of " + this.where + ", and the sort key '" + sort.name()
							+ "' is missing. Give it too, or use query(…) to read all documents of a partition",
					null, sort.name());
		}
		if (sort != null && sortValue != null) {
			attributes.put(sort.name(), KeyChecks.check(this.where, KeyRole.SORT_KEY, sort, sortValue));
		}
		return attributes;
	}

	/**
	 * The key of an item.
	 */
	Key key(Map<String, AttributeValue> item) {
		AttributeValue partition = required(item, this.partition, KeyRole.PARTITION_KEY);
		Object sort = (this.sort != null) ? DocumentValues.decode(required(item, this.sort, KeyRole.SORT_KEY)) : null;
		return new Key(value(partition), sort);
	}

	/**
	 * The key of a document that has its attributes.
	 */
	Key key(Document document) {
		return key(document.toItem());
	}

	/**
	 * Adds the attributes of a key to a document, or refuses those it has.
	 */
	Document add(Key key, Document document) {
		Document result = document;
		for (Map.Entry<String, AttributeValue> entry : attributes("put", key).entrySet()) {
			Object value = DocumentValues.decode(entry.getValue());
			if (!document.containsKey(entry.getKey())) {
				result = result.with(entry.getKey(), value);
			}
			else if (!Objects.equals(document.get(entry.getKey()), value)) {
				throw new InvalidKeyException("The document has another value for '" + entry.getKey()
						+ "' than its key in " + this.where + ". Put it under its own key, or leave the attribute out",
						null, entry.getKey());
			}
		}
		return result;
	}

	private static Object value(AttributeValue attribute) {
		Object value = DocumentValues.decode(attribute);
		return (value != null) ? value : attribute;
	}

	/**
	 * Checks the keys of an item that is to be stored: its own, and those of the indexes
	 * it is in.
	 */
	void check(Map<String, AttributeValue> item) {
		KeyChecks.check(this.where, KeyRole.PARTITION_KEY, this.partition,
				required(item, this.partition, KeyRole.PARTITION_KEY));
		if (this.sort != null) {
			KeyChecks.check(this.where, KeyRole.SORT_KEY, this.sort, required(item, this.sort, KeyRole.SORT_KEY));
		}
		for (IndexDefinition index : this.table.indexes()) {
			String where = "index '" + index.name() + "' of " + this.where;
			index.partitionKey().forEach((attribute) -> checkIfPresent(where, KeyRole.PARTITION_KEY, attribute, item));
			index.sortKey().forEach((attribute) -> checkIfPresent(where, KeyRole.SORT_KEY, attribute, item));
		}
		AttributeValue expiry = item.get(String.valueOf(this.table.timeToLiveAttribute()));
		if (expiry != null) {
			checkExpiry(String.valueOf(this.table.timeToLiveAttribute()), expiry);
		}
	}

	/**
	 * Checks the value by which a document expires: DynamoDB takes seconds, and ignores
	 * anything else without a word.
	 */
	void checkExpiry(String attribute, AttributeValue value) {
		if (!attribute.equals(this.table.timeToLiveAttribute()) || value.type() == AttributeValue.Type.NUL) {
			return;
		}
		if (value.type() != AttributeValue.Type.N) {
			AttributeType type = KeyChecks.type(value);
			throw new InvalidDataAccessApiUsageException("Documents of " + this.where + " expire by '" + attribute
					+ "', a number of seconds since 1970, and the value is " + DocumentPaths.describe(type) + " ("
					+ type + "): they would never expire. Give Instant.getEpochSecond()");
		}
		if (new BigDecimal(value.n()).compareTo(LAST_SECOND) > 0) {
			throw new InvalidDataAccessApiUsageException("Documents of " + this.where + " expire by '" + attribute
					+ "', a number of seconds since 1970, and the value has more than eleven digits: it looks like"
					+ " milliseconds. Give Instant.getEpochSecond()");
		}
	}

	private static void checkIfPresent(String where, KeyRole role, KeyAttribute attribute,
			Map<String, AttributeValue> item) {
		AttributeValue value = item.get(attribute.name());
		if (value != null) {
			KeyChecks.check(where, role, attribute, value);
		}
	}

	private AttributeValue required(Map<String, AttributeValue> item, KeyAttribute attribute, KeyRole role) {
		AttributeValue value = item.get(attribute.name());
		if (value == null) {
			throw new MissingKeyException("The document has no attribute '" + attribute.name() + "', which is the "
					+ role + " of " + this.where + ". Give it a value", null, attribute.name());
		}
		return value;
	}

	/**
	 * The names of the key's attributes, partition key first.
	 */
	List<String> names() {
		return (this.sort != null) ? List.of(this.partition.name(), this.sort.name()) : List.of(this.partition.name());
	}

	TableDefinition table() {
		return this.table;
	}

	String where() {
		return this.where;
	}

}
