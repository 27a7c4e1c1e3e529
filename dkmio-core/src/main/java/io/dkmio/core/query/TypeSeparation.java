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
	 * What a filter has to demand of the type.
	 * @param type the type
	 * @param path the keys, or {@code null} if the whole table is read
	 * @param sort what is demanded of the sort key
	 * @return the condition, always true if the keys suffice
	 */
	Condition filter(DynamoPersistentEntity<?> type, @Nullable KeyPath path, List<SortTerm> sort) {
		TableDefinition table = type.getRequiredTable();
		String attribute = table.typeAttribute();
		if (attribute == null) {
			return Condition.always();
		}
		List<DynamoPersistentEntity<?>> same = this.context.getConcreteTypes(type.getType());
		boolean apart = this.context.getItems(table)
			.stream()
			.filter((other) -> !same.contains(other) && !other.equals(type))
			.allMatch((other) -> path != null && isApart(path, sort, other));
		if (apart) {
			return Condition.always();
		}
		List<Object> aliases = new ArrayList<>();
		same.forEach((each) -> aliases.addAll(each.getAliases()));
		AttributeCriteria written = Conditions.attribute(AttributePath.of(attribute));
		return (aliases.size() == 1) ? written.eq(aliases.get(0)) : written.in(aliases);
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
