package io.dkmio.core.mapping;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.util.StringUtils;

/**
 * Works out which indexes the items of one type can be in, and how their keys come about.
 */
final class IndexResolver {

	private final Class<?> type;

	private final TableDefinition table;

	private final KeyComponents components;

	private final Faults.Of faults;

	IndexResolver(Class<?> type, TableDefinition table, KeyComponents components, Faults.Of faults) {
		this.type = type;
		this.table = table;
		this.components = components;
		this.faults = faults;
	}

	/**
	 * The indexes, those with templates first: an index can share attributes with them.
	 * @return the indexes, in the order of the table
	 */
	List<IndexModel> resolve() {
		Map<String, GlobalIndex> global = declared(GlobalIndex.class, "@GlobalIndex", GlobalIndex::name,
				IndexDefinition.Kind.GLOBAL);
		Map<String, LocalIndex> local = declared(LocalIndex.class, "@LocalIndex", LocalIndex::name,
				IndexDefinition.Kind.LOCAL);
		Map<IndexDefinition, IndexModel> models = new HashMap<>();
		global.forEach((name, declared) -> put(models, composed(index(name), declared)));
		local.forEach((name, declared) -> put(models, composed(index(name), declared)));
		this.table.indexes()
			.stream()
			.filter((index) -> !global.containsKey(index.name()) && !local.containsKey(index.name()))
			.forEach((index) -> put(models, present(index)));
		return this.table.indexes().stream().map(models::get).filter(Objects::nonNull).toList();
	}

	private static void put(Map<IndexDefinition, IndexModel> models, @Nullable IndexModel model) {
		if (model != null) {
			models.put(model.index(), model);
		}
	}

	/**
	 * The annotations by the index they name, as far as the table has it. What a type
	 * declares replaces what it inherits.
	 */
	private <A extends Annotation> Map<String, A> declared(Class<A> annotation, String display,
			Function<A, String> name, IndexDefinition.Kind kind) {
		Map<String, A> declared = new LinkedHashMap<>();
		Map<String, @Nullable Object> sources = new HashMap<>();
		MergedAnnotations.from(this.type, SearchStrategy.TYPE_HIERARCHY).stream(annotation).forEach((merged) -> {
			A each = merged.synthesize();
			String index = name.apply(each);
			if (declared.containsKey(index)) {
				verifySource(display, index, sources.get(index), merged);
			}
			else if (isKnown(display, index, kind)) {
				declared.put(index, each);
				sources.put(index, merged.getSource());
			}
		});
		return declared;
	}

	private void verifySource(String display, String index, @Nullable Object source, MergedAnnotation<?> merged) {
		if (Objects.equals(source, merged.getSource())) {
			this.faults.add("has " + display + " for index '" + index + "' twice; keep one of them");
		}
	}

	private boolean isKnown(String display, String name, IndexDefinition.Kind kind) {
		IndexDefinition index = this.table.index(name);
		if (index == null) {
			this.faults.add(display + " names index '" + name + "', which table '" + this.table.name()
					+ "' does not have; " + knownIndexes());
			return false;
		}
		if (index.kind() != kind) {
			this.faults.add(display + " names index '" + name + "', which is declared as "
					+ (index.isLocal() ? "local; use @LocalIndex" : "global; use @GlobalIndex"));
			return false;
		}
		return true;
	}

	private String knownIndexes() {
		return this.table.indexes().isEmpty() ? "it has no indexes: declare it there"
				: "declare it there, or use one of "
						+ this.table.indexes().stream().map(IndexDefinition::name).collect(Collectors.joining(", "));
	}

	private IndexDefinition index(String name) {
		return Objects.requireNonNull(this.table.index(name));
	}

	private @Nullable IndexModel composed(IndexDefinition index, GlobalIndex declared) {
		String role = "index '" + index.name() + "'";
		if (index.partitionKey().size() > 1 || index.sortKey().size() > 1) {
			this.faults
				.add(role + " has several key attributes; they are properties as they are, and are not composed: "
						+ "remove @GlobalIndex, and store properties as " + names(index));
			return null;
		}
		if (index.sortKey().isEmpty() && StringUtils.hasText(declared.sk())) {
			this.faults.add("@GlobalIndex composes a sort key, but " + role
					+ " has none; remove sk, or declare the sort key of the index");
			return null;
		}
		if (index.partitionKey().isEmpty()) {
			return null;
		}
		KeyComponent partitionKey = this.components.composed(declared.pk(), index.partitionKey().get(0),
				"partition key of " + role);
		if (index.sortKey().isEmpty()) {
			return (partitionKey != null) ? new IndexModel(index, List.of(partitionKey), List.of()) : null;
		}
		KeyComponent sortKey = sortKey(index, declared.sk(), "sort key of " + role);
		return (partitionKey != null && sortKey != null)
				? new IndexModel(index, List.of(partitionKey), List.of(sortKey)) : null;
	}

	private @Nullable KeyComponent sortKey(IndexDefinition index, String template, String role) {
		KeyAttribute attribute = index.sortKey().get(0);
		if (StringUtils.hasText(template)) {
			return this.components.composed(template, attribute, role);
		}
		if (!this.components.has(attribute)) {
			this.faults.add("@GlobalIndex for index '" + index.name() + "' has no sk, and no property is stored as '"
					+ attribute.name()
					+ "', the sort key of the index; items without it would not be in the index: add sk");
			return null;
		}
		return this.components.present(attribute, role);
	}

	private @Nullable IndexModel composed(IndexDefinition index, LocalIndex declared) {
		if (index.sortKey().size() != 1) {
			return null;
		}
		KeyComponent sortKey = this.components.composed(declared.sk(), index.sortKey().get(0),
				"sort key of index '" + index.name() + "'");
		return (sortKey != null) ? new IndexModel(index, List.of(), List.of(sortKey)) : null;
	}

	/**
	 * An index without templates of its own: items are in it if they have all its
	 * attributes. Those they have must be of the right type in any case, or DynamoDB
	 * would refuse the items.
	 */
	private @Nullable IndexModel present(IndexDefinition index) {
		String role = "key attribute of index '" + index.name() + "'";
		List<KeyComponent> present = new ArrayList<>();
		for (KeyAttribute key : index.keyAttributes()) {
			KeyComponent component = this.components.present(key, role);
			if (component != null) {
				present.add(component);
			}
		}
		if (present.isEmpty() || present.size() < index.keyAttributes().size()) {
			return null;
		}
		int partition = index.partitionKey().size();
		return new IndexModel(index, present.subList(0, partition), present.subList(partition, present.size()));
	}

	private static String names(IndexDefinition index) {
		return index.keyAttributes().stream().map(KeyAttribute::name).collect(Collectors.joining(", "));
	}

}
