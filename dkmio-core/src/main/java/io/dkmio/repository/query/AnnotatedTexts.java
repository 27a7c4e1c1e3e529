package io.dkmio.repository.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import io.dkmio.UnservableQueryException;
import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.Condition;
import io.dkmio.core.expression.ConditionParser;
import io.dkmio.core.expression.PathElement;
import io.dkmio.core.expression.Update;
import io.dkmio.core.expression.UpdateParser;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.mapping.DynamoPersistentProperty;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.repository.query.Parameter;

/**
 * Reads the texts of a method's annotations, and refuses what they name wrongly.
 */
final class AnnotatedTexts {

	private final DynamoQueryMethod method;

	AnnotatedTexts(DynamoQueryMethod method) {
		this.method = method;
	}

	/**
	 * The parameters texts may name.
	 * @param annotation whose texts they are
	 * @param places where a parameter can be used
	 * @param texts the texts
	 * @param used the positions of those that have another use
	 * @throws UnservableQueryException if one has no name, or no use
	 */
	List<ConditionParser.Parameter> parameters(String annotation, String places, List<String> texts,
			Set<Integer> used) {
		List<ConditionParser.Parameter> parameters = new ArrayList<>();
		for (Parameter parameter : this.method.getParameters().getBindableParameters()) {
			String name = this.method.nameOf(parameter);
			int position = this.method.argument(parameter);
			if (!used.contains(position)) {
				checkUsed(annotation, places, name, texts);
			}
			parameters.add(new ConditionParser.Parameter(name, position, DynamoQueryMethod.isSeveral(parameter)));
		}
		return parameters;
	}

	private void checkUsed(String annotation, String places, String name, List<String> texts) {
		Pattern use = Pattern.compile(":" + Pattern.quote(name) + "(?!\\p{javaJavaIdentifierPart})");
		if (texts.stream().noneMatch((text) -> use.matcher(text).find())) {
			throw this.method.refused(annotation + " has no use for parameter ':" + name + "'",
					"Use it in " + places + ", or leave it out");
		}
	}

	/**
	 * Reads a condition.
	 * @param what what it is, for a message
	 */
	Condition condition(ConditionParser parser, String what, String text) {
		try {
			Condition condition = parser.parse(text);
			condition.paths().forEach(this::check);
			condition.accept(new ArgumentTypes(this.method));
			return condition;
		}
		catch (InvalidDataAccessApiUsageException ex) {
			throw wrong(what, ex);
		}
	}

	/**
	 * Reads an update.
	 * @param what what it is, for a message
	 */
	Update update(UpdateParser parser, String what, String text) {
		try {
			Update update = parser.parse(text);
			update.paths().forEach(this::check);
			new ArgumentTypes(this.method).check(update);
			return update;
		}
		catch (InvalidDataAccessApiUsageException ex) {
			throw wrong(what, ex);
		}
	}

	/**
	 * Names the method in what is thrown for a text that is wrong.
	 */
	private UnservableQueryException wrong(String what, InvalidDataAccessApiUsageException ex) {
		return (ex instanceof UnservableQueryException named) ? named
				: this.method.refused(what + " is wrong. " + withoutStop(ex), "Correct it");
	}

	static String withoutStop(Exception ex) {
		String message = String.valueOf(ex.getMessage());
		return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
	}

	/**
	 * Refuses names that are neither properties nor attributes: nothing would ever have
	 * them.
	 */
	AttributePath check(AttributePath path) {
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
