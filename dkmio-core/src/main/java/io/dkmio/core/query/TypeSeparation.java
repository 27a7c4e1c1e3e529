package io.dkmio.core.query;

import java.util.ArrayList;
import java.util.List;

import io.dkmio.core.expression.Condition;
import io.dkmio.core.expression.Conditions;
import io.dkmio.core.expression.AttributeCriteria;
import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.mapping.KeyComponent;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.core.mapping.UniqueModel;
import org.jspecify.annotations.Nullable;

/**
 * Keeps items of other types out of a result: by the keys where they tell types apart,
 * and by the type attribute where they do not.
 */
final class TypeSeparation {

	private final DynamoMappingContext context;

	TypeSeparation(DynamoMappingContext context) {
		this.context = context;
	}

	/**
	 * What a filter has to demand of the type. Where several types are read, the known
	 * others are left out, so that items of unknown types are seen.
	 * @param family the types
	 * @param path the keys, or {@code null} if the whole table is read
	 * @param sort what is demanded of the sort key
	 * @return the condition, always true if the keys suffice
	 */
	Condition filter(ItemFamily family, @Nullable KeyPath path, List<SortTerm> sort) {
		TableDefinition table = family.lead().getRequiredTable();
		String attribute = table.typeAttribute();
		if (family.all() || (attribute == null && (path != null || family.open()))) {
			return Condition.always();
		}
		List<DynamoPersistentEntity<?>> others = this.context.getItems(table)
			.stream()
			.filter((other) -> !family.types().contains(other) && !other.equals(family.lead()))
			.filter((other) -> path == null || !isApart(path, sort, other))
			.toList();
		boolean claims = path == null && hasUniques(table);
		if (others.isEmpty() && !claims) {
			return Condition.always();
		}
		if (attribute == null) {
			return Condition.anyOf(family.types().stream().map(TypeSeparation::keys).toList());
		}
		AttributeCriteria written = Conditions.attribute(AttributePath.of(attribute));
		if (!family.open()) {
			return is(written, family.types());
		}
		Condition unknown = others.isEmpty() ? Condition.always() : is(written, others).not();
		return claims ? unknown.and(written.ne(UniqueModel.MARK)) : unknown;
	}

	/** What the composed keys of a type begin with, for want of a type attribute. */
	private static Condition keys(DynamoPersistentEntity<?> type) {
		List<Condition> conditions = new ArrayList<>();
		for (KeyComponent component : type.getRequiredKey().components()) {
			if (component instanceof KeyComponent.Composed composed) {
				AttributeCriteria key = Conditions.attribute(AttributePath.of(component.attribute().name()));
				String prefix = composed.format().template().literalPrefix();
				if (composed.format().template().isConstant()) {
					conditions.add(key.eq(composed.format().format()));
				}
				else if (!prefix.isEmpty()) {
					conditions.add(key.beginsWith(prefix));
				}
			}
		}
		return Condition.allOf(conditions);
	}

	private static Condition is(AttributeCriteria written, List<DynamoPersistentEntity<?>> types) {
		List<Object> aliases = new ArrayList<>();
		types.forEach((each) -> aliases.addAll(each.getAliases()));
		return (aliases.size() == 1) ? written.eq(aliases.get(0)) : written.in(aliases);
	}

	/**
	 * Whether the table has items that stand for unique values.
	 */
	private boolean hasUniques(TableDefinition table) {
		return this.context.getItems(table).stream().anyMatch((type) -> !type.getUniques().isEmpty());
	}

	private static boolean isApart(KeyPath path, List<SortTerm> sort, DynamoPersistentEntity<?> other) {
		KeyPath otherPath = path.ofOther(other);
		if (otherPath == null) {
			return true;
		}
		for (int i = 0; i < path.partitionKey().size(); i++) {
			if (isApart(path.partitionKey().get(i), otherPath.partitionKey().get(i), Integer.MAX_VALUE)) {
				return true;
			}
		}
		for (SortTerm term : sort) {
			int i = path.sortKey().indexOf(term.component());
			if (isApart(term.component(), otherPath.sortKey().get(i), term.leading().size())) {
				return true;
			}
		}
		return false;
	}

	private static boolean isApart(KeyComponent one, KeyComponent other, int leading) {
		if (one instanceof KeyComponent.Composed composed && other instanceof KeyComponent.Composed otherComposed) {
			int known = Math.min(leading, composed.properties().size());
			return composed.format().template().separates(otherComposed.format().template(), known);
		}
		return false;
	}

}
