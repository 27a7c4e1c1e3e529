package io.dkmio.repository.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.dkmio.core.expression.AttributeCriteria;
import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.Condition;
import io.dkmio.core.expression.Conditions;
import io.dkmio.core.expression.Operand;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.mapping.DynamoPersistentProperty;
import org.jspecify.annotations.Nullable;

import org.springframework.data.core.PropertyPath;
import org.springframework.data.domain.Example;
import org.springframework.data.domain.ExampleMatcher;
import org.springframework.data.mapping.PersistentPropertyAccessor;
import org.springframework.data.support.ExampleMatcherAccessor;

/**
 * What an example asks: which of its properties, and how. The values are arguments, so
 * that all examples of one form have one plan.
 */
final class ExampleTerms {

	private final QuerySource source;

	private final DynamoMappingContext context;

	private final ExampleMatcher matcher;

	private final ExampleMatcherAccessor paths;

	private final List<Term> terms = new ArrayList<>();

	private final List<@Nullable Object> arguments = new ArrayList<>();

	ExampleTerms(QuerySource source, DynamoMappingContext context, Example<?> example) {
		this.source = source;
		this.context = context;
		this.matcher = example.getMatcher();
		this.paths = new ExampleMatcherAccessor(example.getMatcher());
		collect("", source.entity(), source.entity().getPropertyAccessor(example.getProbe()));
	}

	private void collect(String prefix, DynamoPersistentEntity<?> owner, PersistentPropertyAccessor<?> values) {
		for (DynamoPersistentProperty property : owner) {
			String path = prefix + property.getName();
			if (this.paths.isIgnoredPath(path)) {
				continue;
			}
			Object value = this.paths.getValueTransformerForPath(path)
				.apply(Optional.ofNullable(values.getProperty(property)))
				.orElse(null);
			if (value != null) {
				add(path, property, value);
			}
			else if (this.paths.getNullHandler() == ExampleMatcher.NullHandler.INCLUDE) {
				this.terms.add(new Term(path, Kind.NULL));
			}
		}
	}

	private void add(String path, DynamoPersistentProperty property, Object value) {
		boolean several = property.isCollectionLike() || property.isMap();
		DynamoPersistentEntity<?> nested = several ? null : this.context.getPersistentEntity(property);
		if (nested != null) {
			collect(path + ".", nested, nested.getPropertyAccessor(value));
		}
		else if (!isEmpty(value)) {
			this.terms.add(new Term(path, (value instanceof String) ? kind(path) : Kind.EXACT));
			this.arguments.add(value);
		}
	}

	private static boolean isEmpty(Object value) {
		return (value instanceof Collection<?> collection && collection.isEmpty())
				|| (value instanceof Map<?, ?> map && map.isEmpty());
	}

	private Kind kind(String path) {
		if (this.paths.isIgnoreCaseForPath(path)) {
			throw this.source.refused("keys and filters compare exactly, and '" + path + "' is to ignore case",
					"Store a lower-case copy of '" + path + "' and ask for that");
		}
		return switch (this.paths.getStringMatcherForPath(path)) {
			case DEFAULT, EXACT -> Kind.EXACT;
			case STARTING -> Kind.STARTING;
			case CONTAINING -> Kind.CONTAINING;
			case ENDING,
					REGEX ->
				throw this.source.refused(
						"DynamoDB has neither endings nor patterns, and '" + path + "' is matched by "
								+ this.paths.getStringMatcherForPath(path),
						"Match it exactly, or by STARTING or CONTAINING");
		};
	}

	List<@Nullable Object> arguments() {
		return this.arguments;
	}

	/**
	 * What all examples of this form have in common.
	 */
	Form form() {
		return new Form(this.source.entity(), this.terms, this.matcher.isAllMatching());
	}

	enum Kind {

		EXACT, STARTING, CONTAINING, NULL

	}

	record Term(String path, Kind kind) {

		Condition condition(Class<?> type, int argument) {
			AttributeCriteria attribute = Conditions
				.attribute(AttributePath.ofProperty(PropertyPath.from(this.path, type)));
			Operand value = Operand.parameter(argument);
			return switch (this.kind) {
				case EXACT -> attribute.eq(value);
				case STARTING -> attribute.beginsWith(value);
				case CONTAINING -> attribute.contains(value);
				case NULL -> attribute.isNull();
			};
		}

	}

	/**
	 * The form of an example.
	 *
	 * @param type the type of the items
	 * @param terms which properties are asked for, and how
	 * @param all whether all of them must match
	 */
	record Form(DynamoPersistentEntity<?> type, List<Term> terms, boolean all) {

		Form {
			terms = List.copyOf(terms);
		}

		int argumentCount() {
			return (int) this.terms.stream().filter((term) -> term.kind() != Kind.NULL).count();
		}

		Condition condition() {
			List<Condition> conditions = new ArrayList<>();
			int argument = 0;
			for (Term term : this.terms) {
				conditions.add(term.condition(this.type.getType(), argument));
				argument += (term.kind() != Kind.NULL) ? 1 : 0;
			}
			if (conditions.isEmpty()) {
				return Condition.always();
			}
			return this.all ? Condition.allOf(conditions) : Condition.anyOf(conditions);
		}

	}

}
