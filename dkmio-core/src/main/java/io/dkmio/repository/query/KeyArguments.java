package io.dkmio.repository.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.dkmio.core.expression.ComparisonOperator;
import io.dkmio.core.expression.Condition;
import io.dkmio.core.expression.Operand;
import io.dkmio.core.mapping.DynamoPersistentProperty;
import io.dkmio.core.query.QueryShape;
import org.jspecify.annotations.Nullable;

/**
 * Which arguments make up the id of the one item a method is about.
 *
 * @param positions the position of the argument of each property of the key
 */
record KeyArguments(Map<String, Integer> positions) {

	/**
	 * Finds them.
	 * @return the arguments, or {@code null} if the method asks for anything but one
	 * value of each property of the key
	 */
	static @Nullable KeyArguments of(QueryShape shape) {
		Map<String, Integer> positions = new LinkedHashMap<>();
		List<Condition> conditions = (shape.where() instanceof Condition.And and) ? and.conditions()
				: List.of(shape.where());
		for (Condition condition : conditions) {
			if (!(condition instanceof Condition.Comparison comparison)
					|| comparison.operator() != ComparisonOperator.EQ
					|| !(comparison.left() instanceof Operand.Attribute attribute) || !attribute.path().isTopLevel()
					|| !(comparison.right() instanceof Operand.Parameter parameter)
					|| positions.put(attribute.path().root(), parameter.index()) != null) {
				return null;
			}
		}
		List<String> key = shape.type()
			.getRequiredKey()
			.properties()
			.stream()
			.map(DynamoPersistentProperty::getName)
			.toList();
		boolean whole = positions.size() == key.size() && positions.keySet().containsAll(key);
		return (whole && !key.isEmpty() && shape.filter().isAlways()) ? new KeyArguments(positions) : null;
	}

	/**
	 * Finds them by their names.
	 * @throws io.dkmio.UnservableQueryException if a property of the key has none
	 */
	static KeyArguments named(DynamoQueryMethod method) {
		Map<String, Integer> named = new LinkedHashMap<>();
		method.getParameters()
			.getBindableParameters()
			.forEach((parameter) -> named.put(method.nameOf(parameter), method.argument(parameter)));
		List<String> missing = new ArrayList<>();
		Map<String, Integer> positions = new LinkedHashMap<>();
		for (DynamoPersistentProperty property : method.entity().getRequiredKey().properties()) {
			Integer position = named.get(property.getName());
			if (position != null) {
				positions.put(property.getName(), position);
			}
			else {
				missing.add(property.getName());
			}
		}
		if (!missing.isEmpty()) {
			throw method.refused(
					"it writes one item, and its parameters do not say which: there is none named '"
							+ String.join("', none named '", missing) + "'",
					"Add " + ((missing.size() > 1) ? "parameters" : "a parameter")
							+ " with the name of each property of the key, or one " + method.idType().getSimpleName());
		}
		return new KeyArguments(positions);
	}

	/**
	 * The id of a call.
	 */
	Map<String, @Nullable Object> id(List<? extends @Nullable Object> arguments) {
		Map<String, @Nullable Object> id = new LinkedHashMap<>();
		this.positions.forEach((property, position) -> id.put(property, arguments.get(position)));
		return id;
	}

}
