package io.dkmio.boot.test;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.convert.DynamoConverter;
import io.dkmio.core.document.Document;
import io.dkmio.core.mapping.TableDefinition;
import org.assertj.core.api.AssertProvider;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.util.Assert;

/**
 * A table as it is stored, for tests: items are maps of plain values, keys included. What
 * it sends is not recorded in {@link DynamoCalls}.
 *
 * @since 1.0
 */
public final class TestTable implements AssertProvider<TestTableAssert> {

	/** Endpoints of AWS, those of a VPC among them. */
	private static final List<String> AWS = List.of(".amazonaws.com", ".amazonaws.com.cn", ".api.aws");

	private final DynamoDbClient client;

	private final DynamoTemplate template;

	private final DynamoConverter converter;

	private final DynamoCalls calls;

	private final String logicalName;

	TestTable(DynamoDbClient client, DynamoTemplate template, DynamoConverter converter, DynamoCalls calls) {
		this(client, template, converter, calls, TableDefinition.DEFAULT);
	}

	private TestTable(DynamoDbClient client, DynamoTemplate template, DynamoConverter converter, DynamoCalls calls,
			String logicalName) {
		this.client = client;
		this.template = template;
		this.converter = converter;
		this.calls = calls;
		this.logicalName = logicalName;
	}

	/**
	 * Another table.
	 * @param logicalName the name items use for it
	 * @return the table
	 */
	public TestTable of(String logicalName) {
		Assert.notNull(logicalName, "Logical name must not be null");
		return new TestTable(this.client, this.template, this.converter, this.calls, logicalName);
	}

	/**
	 * Writes items, of any type and table.
	 * @param items the items
	 */
	public void seed(Object... items) {
		this.calls.pause(() -> {
			for (Object item : items) {
				this.template.put(item);
			}
		});
	}

	/**
	 * Writes an item as it is, keys included: one another tool has written, one of an
	 * older application, or one that is damaged. It is a map as {@link #items()} gives
	 * them.
	 * @param attributes the values by the names of the attributes as stored
	 */
	public void seedItem(Map<String, ? extends @Nullable Object> attributes) {
		Assert.notNull(attributes, "Attributes must not be null");
		Map<String, AttributeValue> item = Document.of(attributes).toItem();
		this.calls.pause(() -> this.client.putItem((request) -> request.tableName(definition().name()).item(item)));
	}

	/**
	 * All items.
	 * @return the items, each a map of attributes
	 */
	public List<Map<String, @Nullable Object>> items() {
		List<Map<String, @Nullable Object>> items = new ArrayList<>();
		for (Map<String, AttributeValue> stored : scan(definition())) {
			Map<String, @Nullable Object> item = new LinkedHashMap<>();
			stored.forEach((name, value) -> item.put(name, this.converter.fromAttributeValue(value)));
			items.add(item);
		}
		return items;
	}

	/**
	 * The items with an attribute that matches.
	 * @param attribute the attribute as stored
	 * @param expected the value, or a {@link ValueMatcher}
	 * @return the items, each a map of attributes
	 */
	public List<Map<String, @Nullable Object>> find(String attribute, Object expected) {
		return find(Map.of(attribute, expected));
	}

	/**
	 * The items with several attributes that match.
	 * @param expected the values by the attributes as stored, or a {@link ValueMatcher}
	 * for each
	 * @return the items, each a map of attributes
	 */
	public List<Map<String, @Nullable Object>> find(Map<String, ?> expected) {
		Map<String, ValueMatcher> matchers = new LinkedHashMap<>();
		expected.forEach((attribute, value) -> matchers.put(attribute, ValueMatcher.equalTo(value)));
		return items().stream()
			.filter((item) -> matchers.entrySet()
				.stream()
				.allMatch((each) -> each.getValue().matches(item.get(each.getKey()))))
			.toList();
	}

	/** Deletes all items. */
	public void clear() {
		clear(definition());
	}

	void clearAll() {
		this.converter.getMappingContext().getTables().forEach(this::clear);
	}

	TableDefinition definition() {
		TableDefinition definition = this.converter.getMappingContext().findTable(this.logicalName);
		Assert.state(definition != null, () -> "There is no table '" + this.logicalName
				+ "'; choose one with TestTable.of(…): " + this.converter.getMappingContext().getTables());
		return definition;
	}

	private void clear(TableDefinition table) {
		Assert.state(
				this.client.serviceClientConfiguration().endpointOverride().filter(TestTable::isNotAws).isPresent(),
				"A test empties its tables, and this one would empty those of an AWS account. Use dkmio-embedded, a"
						+ " container, or dkmio.client.endpoint");
		List<String> keys = new ArrayList<>(List.of(table.partitionKey().name()));
		if (table.sortKey() != null) {
			keys.add(table.sortKey().name());
		}
		for (Map<String, AttributeValue> item : scan(table)) {
			Map<String, AttributeValue> key = new LinkedHashMap<>();
			keys.forEach((name) -> key.put(name, item.get(name)));
			this.calls.pause(() -> this.client.deleteItem((request) -> request.tableName(table.name()).key(key)));
		}
	}

	private static boolean isNotAws(URI endpoint) {
		String host = String.valueOf(endpoint.getHost());
		return AWS.stream().noneMatch(host::endsWith);
	}

	private List<Map<String, AttributeValue>> scan(TableDefinition table) {
		List<Map<String, AttributeValue>> items = new ArrayList<>();
		this.calls
			.pause(() -> this.client.scanPaginator((request) -> request.tableName(table.name()).consistentRead(true))
				.items()
				.forEach(items::add));
		return items;
	}

	/**
	 * For {@code assertThat(table)} of AssertJ.
	 * @return the assertions
	 */
	@Override
	public TestTableAssert assertThat() {
		return new TestTableAssert(this);
	}

	@Override
	public String toString() {
		return "TestTable[" + this.logicalName + "]";
	}

}
