package io.dkmio.repository.query;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.ConditionParser;
import io.dkmio.core.query.QueryShape;
import io.dkmio.repository.Query;

/**
 * Reads what a method asks off its {@link Query} annotation.
 */
final class AnnotatedDefinition {

	private final DynamoQueryMethod method;

	private final Query query;

	private final AnnotatedTexts texts;

	private AnnotatedDefinition(DynamoQueryMethod method, Query query) {
		this.method = method;
		this.query = query;
		this.texts = new AnnotatedTexts(method);
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
		ConditionParser parser = new ConditionParser(this.texts.parameters("@Query", "key or filter",
				List.of(this.query.key(), this.query.filter()), Set.of()));
		QueryShape shape = this.method.shape();
		if (!this.query.key().isEmpty()) {
			shape = shape.withWhere(this.texts.condition(parser, "the key of @Query", this.query.key())).withKeysOnly();
		}
		if (!this.query.filter().isEmpty()) {
			shape = shape.withFilter(this.texts.condition(parser, "the filter of @Query", this.query.filter()));
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

	private List<AttributePath> select() {
		return Arrays.stream(this.query.select()).map(AttributePath::parse).map(this.texts::check).toList();
	}

}
