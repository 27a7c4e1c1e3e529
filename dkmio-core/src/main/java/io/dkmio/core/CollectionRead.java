package io.dkmio.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.query.AccessPath;
import io.dkmio.core.query.KeyQuery;
import io.dkmio.core.query.QueryShape;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * A read of whole partitions, each of which makes one result.
 *
 * @param <T> the type of the results
 */
final class CollectionRead<T> implements PreparedRead<T> {

	private final ReadSupport support;

	private final ReadPath path;

	private final ReadDefinition<T> definition;

	private final ResultModel<T> model;

	private final ItemTypes types;

	private final String table;

	private final List<String> partitionKey;

	private CollectionRead(ReadSupport support, AccessPath plan, ReadDefinition<T> definition, ResultModel<T> model,
			List<DynamoPersistentEntity<?>> types) {
		this.support = support;
		this.path = ReadPath.of(support, plan, definition);
		this.definition = definition;
		this.model = model;
		this.types = new ItemTypes(types);
		this.table = plan.type().getRequiredTable().name();
		this.partitionKey = (plan instanceof KeyQuery query)
				? query.path().partitionKey().stream().map((component) -> component.attribute().name()).toList()
				: List.of();
	}

	static <T> CollectionRead<T> prepare(ReadSupport support, ReadDefinition<T> definition, ResultModel<T> model) {
		QueryShape shape = definition.shape();
		if (!shape.select().isEmpty() || shape.scanAllowed() || shape.answer() != QueryShape.Answer.ITEMS) {
			throw new InvalidDataAccessApiUsageException(definition.type().getSimpleName()
					+ " is made of all items of a partition, and cannot be selected from, counted or scanned; read"
					+ " it as a whole");
		}
		List<DynamoPersistentEntity<?>> read = model.types();
		AccessPath plan;
		List<DynamoPersistentEntity<?>> known;
		if (read != null) {
			plan = support.planner().plan(shape, read);
			known = read;
		}
		else {
			plan = support.planner().planPartition(shape);
			known = itemsOf(support.context(), plan);
		}
		return new CollectionRead<>(support, plan, definition, model, known);
	}

	private static List<DynamoPersistentEntity<?>> itemsOf(DynamoMappingContext context, AccessPath plan) {
		return context.getItems(plan.type().getRequiredTable());
	}

	@Override
	public AccessPath plan() {
		return this.path.plan();
	}

	@Override
	public List<T> list(ReadCall call) {
		return page(call).items();
	}

	@Override
	public Stream<T> stream(ReadCall call) {
		return list(call).stream();
	}

	@Override
	public Optional<T> first(ReadCall call) {
		return list(call).stream().findFirst();
	}

	@Override
	public QueryResult<T> page(ReadCall call) {
		if (call.limit() != null || call.maxPages() != null || call.cursor() != null) {
			throw new InvalidDataAccessApiUsageException(this.definition.type().getSimpleName()
					+ " is made of all items of a partition, and was called with a limit or a cursor; leave them out,"
					+ " or read the items as a list");
		}
		DefaultPreparedRead.checkArguments(this.definition, plan(), call);
		this.path.check(call);
		ItemPages pages = this.path.openAll(call);
		Map<List<@Nullable AttributeValue>, Partition> partitions = new LinkedHashMap<>();
		while (pages.hasNext()) {
			for (Map<String, AttributeValue> item : pages.next(ItemPages.ALL).items()) {
				partitions.computeIfAbsent(key(item), (key) -> new Partition()).add(item);
			}
		}
		List<T> results = new ArrayList<>(partitions.size());
		int unmapped = 0;
		for (Partition partition : partitions.values()) {
			T result = this.model.make(partition.collection());
			unmapped += partition.unmapped.size();
			if (result != null) {
				results.add(result);
			}
		}
		return new QueryResult<>(results, ResultPositions.none(), pages.scanned(), pages.capacity(), unmapped);
	}

	private List<@Nullable AttributeValue> key(Map<String, AttributeValue> item) {
		List<@Nullable AttributeValue> key = new ArrayList<>(this.partitionKey.size());
		this.partitionKey.forEach((name) -> key.add(item.get(name)));
		return key;
	}

	@Override
	public long count(ReadCall call) {
		throw refused("counted");
	}

	@Override
	public boolean exists(ReadCall call) {
		throw refused("asked for its existence");
	}

	private InvalidDataAccessApiUsageException refused(String what) {
		return new InvalidDataAccessApiUsageException(this.definition.type().getSimpleName()
				+ " is made of all items of a partition, and cannot be " + what + "; ask for its items");
	}

	/**
	 * What is read of a partition.
	 */
	private final class Partition {

		private final List<Object> items = new ArrayList<>();

		private final List<Map<String, Object>> unmapped = new ArrayList<>();

		private void add(Map<String, AttributeValue> item) {
			Class<?> type = CollectionRead.this.types.find(item);
			if (type != null) {
				this.items.add(converted(type, item));
				return;
			}
			CollectionRead.this.support.unmappedItems()
				.found(CollectionRead.this.table, CollectionRead.this.definition.type().getSimpleName(),
						CollectionRead.this.types.alias(item), CollectionRead.this.types.aliases());
			this.unmapped.add(raw(item));
		}

		private Object converted(Class<?> type, Map<String, AttributeValue> item) {
			ReadSupport support = CollectionRead.this.support;
			return support.callbacks()
				.<Object>afterConvert(support.converter().fromItem(type, item), CollectionRead.this.table);
		}

		@SuppressWarnings("unchecked") // attributes have names
		private Map<String, Object> raw(Map<String, AttributeValue> item) {
			return CollectionRead.this.support.converter().fromItem(Map.class, item);
		}

		private ItemCollection collection() {
			return new ItemCollection(this.items, this.unmapped);
		}

	}

}
