package io.dkmio.core.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.dkmio.MissingKeyException;
import io.dkmio.core.convert.DynamoConverter;
import io.dkmio.core.expression.Operand;
import io.dkmio.core.mapping.DynamoPersistentProperty;
import io.dkmio.core.mapping.KeyComponent;
import io.dkmio.core.mapping.KeyRange;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.util.ObjectUtils;

/**
 * The values of key attributes, from the values of properties.
 */
final class KeyValues {

	private final DynamoConverter converter;

	KeyValues(DynamoConverter converter) {
		this.converter = converter;
	}

	/**
	 * The value an operand stands for in a call. Where a call makes several requests, the
	 * value a request is made for is the last argument.
	 */
	@SuppressWarnings("ReferenceEquality") // a mark, which no other operand equals
	private static @Nullable Object value(Operand operand, List<? extends @Nullable Object> arguments) {
		if (operand == KeyPredicate.EACH) {
			return arguments.get(arguments.size() - 1);
		}
		if (operand instanceof Operand.Parameter parameter) {
			return arguments.get(parameter.index());
		}
		return (operand instanceof Operand.Value value) ? value.value() : null;
	}

	/**
	 * The arguments of each request of a call: those of the call, and one of several
	 * values, each once and in the order given.
	 */
	static List<List<@Nullable Object>> each(KeyPredicate oneOf, List<? extends @Nullable Object> arguments) {
		Set<@Nullable Object> values = new LinkedHashSet<>();
		for (Operand candidate : oneOf.operands()) {
			if (candidate instanceof Operand.Parameter parameter && parameter.elements()) {
				values.addAll(elements(oneOf.property(), arguments.get(parameter.index())));
			}
			else {
				values.add(value(candidate, arguments));
			}
		}
		List<List<@Nullable Object>> requests = new ArrayList<>(values.size());
		for (Object value : values) {
			List<@Nullable Object> request = new ArrayList<>(arguments.size() + 1);
			request.addAll(arguments);
			request.add(value);
			requests.add(request);
		}
		return requests;
	}

	/** The value a request is made for; a key has been made of it, so it is not null. */
	static Object lastOf(List<? extends @Nullable Object> request) {
		return Objects.requireNonNull(request.get(request.size() - 1));
	}

	private static Collection<? extends @Nullable Object> elements(DynamoPersistentProperty property,
			@Nullable Object argument) {
		if (argument instanceof Collection<?> collection) {
			return collection;
		}
		if (argument instanceof Iterable<?> iterable) {
			List<@Nullable Object> elements = new ArrayList<>();
			iterable.forEach(elements::add);
			return elements;
		}
		if (argument != null && argument.getClass().isArray()) {
			return Arrays.asList(ObjectUtils.toObjectArray(argument));
		}
		if (argument == null) {
			throw missing(property);
		}
		throw new InvalidDataAccessApiUsageException("A query of " + property.getOwner().getType().getSimpleName()
				+ " by several values of '" + property.getName() + "' got one " + argument.getClass().getSimpleName()
				+ "; pass a collection or an array");
	}

	/**
	 * The whole primary key.
	 */
	Map<String, AttributeValue> key(KeyPath path, List<List<Operand>> partition, List<SortTerm> sort,
			List<? extends @Nullable Object> arguments) {
		Map<String, AttributeValue> key = new LinkedHashMap<>(4);
		for (int i = 0; i < partition.size(); i++) {
			KeyComponent component = path.partitionKey().get(i);
			key.put(component.attribute().name(), full(component, partition.get(i), arguments));
		}
		for (SortTerm term : sort) {
			key.put(term.component().attribute().name(), full(term.component(), term.leading(), arguments));
		}
		return key;
	}

	AttributeValue full(KeyComponent component, List<Operand> operands, List<? extends @Nullable Object> arguments) {
		if (component instanceof KeyComponent.Composed composed) {
			return AttributeValue.fromS(composed.format().format(values(operands, arguments)));
		}
		return plain(component, operands.get(0), arguments);
	}

	/**
	 * The values a sort term needs: one or two, or none if no key can meet it.
	 */
	@Nullable List<AttributeValue> sort(SortTerm term, List<? extends @Nullable Object> arguments) {
		if (term.component() instanceof KeyComponent.Composed composed) {
			return composed(composed, term, arguments);
		}
		return switch (term.operator()) {
			case EQUAL -> List.of(plain(term.component(), term.leading().get(0), arguments));
			case STARTS_WITH -> List.of(plain(term.component(), required(term.start()), arguments));
			case PREFIX -> List.of();
			case RANGE -> {
				List<AttributeValue> ends = new ArrayList<>(2);
				if (term.lower() != null) {
					ends.add(plain(term.component(), term.lower().operand(), arguments));
				}
				if (term.upper() != null) {
					ends.add(plain(term.component(), term.upper().operand(), arguments));
				}
				yield ends;
			}
		};
	}

	private static @Nullable List<AttributeValue> composed(KeyComponent.Composed component, SortTerm term,
			List<? extends @Nullable Object> arguments) {
		@Nullable Object[] leading = values(term.leading(), arguments);
		return switch (term.operator()) {
			case EQUAL -> List.of(AttributeValue.fromS(component.format().format(leading)));
			case PREFIX -> List.of(AttributeValue.fromS(component.format().prefix(leading)));
			case STARTS_WITH -> List.of(AttributeValue.fromS(component.format()
				.startsWith(leading, String.valueOf(present(component, term, term.start(), arguments)))));
			case RANGE -> {
				KeyRange range = component.format()
					.range(leading, bound(component, term, term.lower(), arguments),
							bound(component, term, term.upper(), arguments));
				yield range.isEmpty() ? null
						: List.of(AttributeValue.fromS(range.lower()), AttributeValue.fromS(range.upper()));
			}
		};
	}

	private static KeyRange.@Nullable Bound bound(KeyComponent.Composed component, SortTerm term,
			KeyPredicate.@Nullable End end, List<? extends @Nullable Object> arguments) {
		return (end != null) ? new KeyRange.Bound(present(component, term, end.operand(), arguments), end.inclusive())
				: null;
	}

	private static Object present(KeyComponent.Composed component, SortTerm term, @Nullable Operand operand,
			List<? extends @Nullable Object> arguments) {
		Object value = value(required(operand), arguments);
		if (value == null) {
			throw missing(component.properties().get(term.leading().size()));
		}
		return value;
	}

	private AttributeValue plain(KeyComponent component, Operand operand, List<? extends @Nullable Object> arguments) {
		DynamoPersistentProperty property = component.properties().get(0);
		Object value = value(operand, arguments);
		if (value == null) {
			throw missing(property);
		}
		return this.converter.toAttributeValue(property, value);
	}

	private static MissingKeyException missing(DynamoPersistentProperty property) {
		String type = property.getOwner().getType().getSimpleName();
		return new MissingKeyException("A query of " + type + " by its key got null for property '" + property.getName()
				+ "'; keys are never null: pass a value", type, property.getName());
	}

	private static @Nullable Object[] values(List<Operand> operands, List<? extends @Nullable Object> arguments) {
		@Nullable Object[] values = new @Nullable Object[operands.size()];
		for (int i = 0; i < values.length; i++) {
			values[i] = value(operands.get(i), arguments);
		}
		return values;
	}

	private static Operand required(@Nullable Operand operand) {
		if (operand == null) {
			throw new IllegalStateException("A sort term without its operand");
		}
		return operand;
	}

}
