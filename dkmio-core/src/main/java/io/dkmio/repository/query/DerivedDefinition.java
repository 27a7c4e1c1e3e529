package io.dkmio.repository.query;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.dkmio.core.expression.Condition;
import io.dkmio.core.query.QueryShape;
import org.jspecify.annotations.Nullable;

import org.springframework.data.core.PropertyReferenceException;
import org.springframework.data.domain.Sort;
import org.springframework.data.repository.query.Parameter;
import org.springframework.data.repository.query.parser.Part;
import org.springframework.data.repository.query.parser.PartTree;

/**
 * Reads what a method asks off its name.
 */
final class DerivedDefinition {

	private static final Pattern SUBJECT = Pattern
		.compile("^(find|read|get|query|search|stream|count|exists|delete|remove)(\\p{Lu}.*?)??By");

	private static final Pattern LIMITED = Pattern
		.compile("^(count|exists|delete|remove)(Distinct)?((First|Top)\\d*)(\\p{Lu}.*?)??By");

	private final DynamoQueryMethod method;

	private final PartTree tree;

	private final PropertySteps properties;

	private DerivedDefinition(DynamoQueryMethod method) {
		this.method = method;
		this.properties = new PropertySteps(method);
		this.tree = tree();
	}

	/**
	 * Reads a method.
	 * @throws io.dkmio.UnservableQueryException if the name asks for what DynamoDB cannot
	 * do
	 */
	static QueryDefinition of(DynamoQueryMethod method) {
		return new DerivedDefinition(method).read();
	}

	private PartTree tree() {
		String name = this.method.getName();
		if (!SUBJECT.matcher(name).find()) {
			throw this.method.refused("its name does not begin like a query's",
					"Begin it with find…By, read…By, get…By, query…By, search…By, stream…By, count…By, exists…By, "
							+ "delete…By or remove…By, or annotate the method with @Query");
		}
		try {
			return new PartTree(name, this.method.entity().getType());
		}
		catch (PropertyReferenceException ex) {
			throw this.method.refused(
					this.method.entity().getType().getSimpleName() + " has no property '" + ex.getPropertyName() + "'",
					"Use one of its properties: " + this.properties.names());
		}
		catch (IllegalArgumentException ex) {
			throw this.method.refused(String.valueOf(ex.getMessage()), "Change the name, or use @Query");
		}
	}

	private QueryDefinition read() {
		checkSubject();
		QueryShape shape = this.method.shape().withWhere(where());
		for (Sort.Order order : this.tree.getSort()) {
			shape = shape.withOrder(Sorts.order(this.method, order));
		}
		return new QueryDefinition(shape, subject(), this.tree.getMaxResults());
	}

	private void checkSubject() {
		if (this.tree.isDistinct()) {
			throw this.method.refused("DynamoDB cannot leave out repetitions (Distinct)",
					"Leave it out, or return a Set");
		}
		Integer limit = this.tree.getMaxResults();
		if (limit != null && limit < 1) {
			throw this.method.refused("First and Top take a number from 1", "Ask for one item or more");
		}
		Matcher limited = LIMITED.matcher(this.method.getName());
		if (limited.find()) {
			throw this.method.refused(
					"'" + limited.group(3) + "' limits what is found, not what '" + limited.group(1) + "' is about",
					"Leave it out");
		}
	}

	private QueryDefinition.Subject subject() {
		if (this.tree.isDelete()) {
			return QueryDefinition.Subject.DELETE;
		}
		if (this.tree.isCountProjection()) {
			return QueryDefinition.Subject.COUNT;
		}
		return this.tree.isExistsProjection() ? QueryDefinition.Subject.EXISTS : QueryDefinition.Subject.FIND;
	}

	private Condition where() {
		Iterator<? extends Parameter> parameters = this.method.getParameters().getBindableParameters().iterator();
		List<Condition> alternatives = new ArrayList<>();
		for (PartTree.OrPart alternative : this.tree) {
			List<Condition> conditions = new ArrayList<>();
			for (Part part : alternative) {
				conditions.add(new PartCondition(this.method, part, this.properties).read(parameters));
			}
			alternatives.add(Condition.allOf(conditions));
		}
		if (parameters.hasNext()) {
			throw this.method.refused("its name has no use for parameter " + position(parameters.next()),
					"Name a property for each parameter");
		}
		return alternatives.isEmpty() ? Condition.always() : Condition.anyOf(alternatives);
	}

	static String position(@Nullable Parameter parameter) {
		return (parameter != null) ? String.valueOf(parameter.getIndex() + 1) : "";
	}

}
