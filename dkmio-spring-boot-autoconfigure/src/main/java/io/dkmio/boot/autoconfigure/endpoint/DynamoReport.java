package io.dkmio.boot.autoconfigure.endpoint;

import java.util.List;
import java.util.Map;

import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.mapping.IndexDefinition;
import io.dkmio.core.mapping.IndexModel;
import io.dkmio.core.mapping.KeyAttribute;
import io.dkmio.core.mapping.KeyComponent;
import io.dkmio.core.mapping.Projection;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.repository.MethodPlan;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * Tables, item types with their keys, and how every method of a repository is served.
 *
 * @param tables the tables
 * @param repositories the plans by the name of the repository
 */
record DynamoReport(List<TableReport> tables,
		Map<String, List<MethodPlan>> repositories) implements OperationResponseBody {

	static DynamoReport of(DynamoMappingContext context, Map<String, List<MethodPlan>> repositories) {
		return new DynamoReport(context.getTables().stream().map((table) -> TableReport.of(context, table)).toList(),
				repositories);
	}

	/**
	 * A table.
	 */
	record TableReport(String name, String logicalName, String partitionKey, @Nullable String sortKey,
			@Nullable String typeAttribute, @Nullable String timeToLive, List<IndexReport> indexes,
			List<ItemReport> items) {

		private static TableReport of(DynamoMappingContext context, TableDefinition table) {
			KeyAttribute sortKey = table.sortKey();
			return new TableReport(table.name(), table.logicalName(), table.partitionKey().toString(),
					(sortKey != null) ? sortKey.toString() : null, table.typeAttribute(), table.timeToLiveAttribute(),
					table.indexes().stream().map(IndexReport::of).toList(),
					context.getItems(table).stream().map(ItemReport::of).toList());
		}

	}

	/**
	 * An index.
	 */
	record IndexReport(String name, String physicalName, String kind, List<String> partitionKey, List<String> sortKey,
			List<String> projection) {

		private static IndexReport of(IndexDefinition index) {
			Projection projection = index.projection();
			return new IndexReport(index.name(), index.physicalName(), index.isLocal() ? "local" : "global",
					index.partitionKey().stream().map(KeyAttribute::toString).toList(),
					index.sortKey().stream().map(KeyAttribute::toString).toList(),
					(projection.kind() == Projection.Kind.INCLUDE) ? List.copyOf(projection.attributes())
							: List.of(projection.kind().name()));
		}

	}

	/**
	 * An item type.
	 */
	record ItemReport(String type, String alias, List<KeyReport> key, List<ItemIndexReport> indexes) {

		private static ItemReport of(DynamoPersistentEntity<?> item) {
			return new ItemReport(item.getType().getName(), item.getAlias(),
					item.getRequiredKey().components().stream().map(KeyReport::of).toList(),
					item.getIndexes().stream().map(ItemIndexReport::of).toList());
		}

	}

	/**
	 * How an item gets into an index.
	 */
	record ItemIndexReport(String name, List<KeyReport> key) {

		private static ItemIndexReport of(IndexModel index) {
			return new ItemIndexReport(index.index().name(), index.components().stream().map(KeyReport::of).toList());
		}

	}

	/**
	 * How a key attribute comes about.
	 */
	record KeyReport(String attribute, String template) {

		private static KeyReport of(KeyComponent component) {
			return new KeyReport(component.attribute().name(), (component instanceof KeyComponent.Composed composed)
					? composed.format().template().toString() : "{" + component.properties().get(0).getName() + "}");
		}

	}

}
