package io.dkmio.repository.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.dkmio.UnservableQueryException;
import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.Condition;
import io.dkmio.core.expression.ConditionParser;
import io.dkmio.core.expression.PathElement;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.mapping.DynamoPersistentProperty;
import io.dkmio.core.query.QueryShape;
import io.dkmio.repository.Query;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.repository.query.Parameter;

/**
 * Reads what a method asks off its {@link Query} annotation.
 */
final class AnnotatedDefinition {

	private final DynamoQueryMethod method;

	private final Query query;

	private AnnotatedDefinition(DynamoQueryMethod method, Query query) {
		this.method = method;
		this.query = query;
	}

	/**
	 * Reads a method.
	 * @throws io.dkmio.UnservableQueryException if the annotation is not valid
	 */
	static QueryDefinition of(DynamoQueryMethod method, Query query) {
		return new AnnotatedDefinition(method, query).read();
	}

	private QueryDefinition read() {
		if (this.query.count() && this.query.exists()) {
			throw this.method.refused("@Query asks to count and whether there is one", "Choose one of them");
		}
		ConditionParser parser = new ConditionParser(parameters());
		QueryShape shape = this.method.shape();
		if (!this.query.key().isEmpty()) {
			shape = shape.withWhere(condition(parser, "key", this.query.key())).withKeysOnly();
		}
		if (!this.query.filter().isEmpty()) {
			shape = shape.withFilter(condition(parser, "filter", this.query.filter()));
		}
		if (!this.query.index().isEmpty()) {
			shape = shape.withIndex(this.query.index());
		}
		if (this.query.descending()) {
			shape = shape.withDescending();
		}
		return new QueryDefinition(shape.withSelect(select()), subject(), null);
	}

	private QueryDefinition.Subject subject() {
		if (this.query.count()) {
			return QueryDefinition.Subject.COUNT;
		}
		return this.query.exists() ? QueryDefinition.Subject.EXISTS : QueryDefinition.Subject.FIND;
	}

	private List<ConditionParser.Parameter> parameters() {
		List<ConditionParser.Parameter> parameters = new ArrayList<>();
		for (Parameter parameter : this.method.getParameters().getBindableParameters()) {
			String name = parameter.getName()
				.orElseThrow(() -> this.method.refused("parameter " + (parameter.getIndex() + 1) + " has no name",
						"Compile with -parameters, or annotate it with @Param"));
			checkUsed(name);
			parameters.add(new ConditionParser.Parameter(name, this.method.argument(parameter),
					DynamoQueryMethod.isSeveral(parameter)));
		}
		return parameters;
	}

	private void checkUsed(String name) {
		Pattern use = Pattern.compile(":" + Pattern.quote(name) + "(?!\\p{javaJavaIdentifierPart})");
		if (Stream.of(this.query.key(), this.query.filter()).noneMatch((text) -> use.matcher(text).find())) {
			throw this.method.refused("@Query has no use for parameter ':" + name + "'",
					"Use it in key or filter, or leave it out");
		}
	}

	private Condition condition(ConditionParser parser, String attribute, String text) {
		try {
			Condition condition = parser.parse(text);
			condition.paths().forEach(this::check);
			return condition;
		}
		catch (InvalidDataAccessApiUsageException ex) {
			if (ex instanceof UnservableQueryException) {
				throw ex;
			}
			throw this.method.refused("the " + attribute + " of @Query is wrong. " + ex.getMessage(), "Correct it");
		}
	}

	private List<AttributePath> select() {
		return Arrays.stream(this.query.select()).map(AttributePath::parse).map(this::check).toList();
	}

	/**
	 * Refuses names that are neither properties nor attributes: nothing would ever have
	 * them.
	 */
	private AttributePath check(AttributePath path) {
		DynamoPersistentEntity<?> owner = this.method.entity();
		if (owner.getOtherAttributesProperty() != null
				|| owner.getRequiredTable().keyAttributeNames().contains(path.root())) {
			return path;
		}
		for (PathElement element : path.elements()) {
			if (owner == null || !(element instanceof PathElement.Name name)) {
				return path;
			}
			owner = step(owner, name.name(), path);
		}
		return path;
	}

	private @Nullable DynamoPersistentEntity<?> step(DynamoPersistentEntity<?> owner, String name, AttributePath path) {
		DynamoPersistentProperty property = PropertySteps.find(owner, name);
		if (property == null) {
			throw this.method.refused(
					"'" + path + "' is no property: " + owner.getType().getSimpleName() + " has no '" + name + "'",
					"Use one of its properties: " + PropertySteps.names(owner));
		}
		boolean single = !property.isCollectionLike() && !property.isMap();
		return single ? this.method.context().getPersistentEntity(property) : null;
	}

}
