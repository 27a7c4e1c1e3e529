package io.dkmio.repository.query;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.dkmio.AttributeType;
import io.dkmio.UnservableQueryException;
import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.Operand;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.DynamoPersistentProperty;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;
import org.springframework.data.core.TypeInformation;
import org.springframework.data.repository.query.Parameter;
import org.springframework.util.ClassUtils;

/**
 * Whether the parameters of texts are stored as the elements they are looked for among,
 * added to, or taken from: a set of strings never contains a number, and a list of
 * strings to which one was appended can no longer be read.
 */
final class ElementTypes {

	private final DynamoQueryMethod method;

	private final DynamoMappingContext context;

	private final PropertySteps properties;

	ElementTypes(DynamoQueryMethod method, PropertySteps properties) {
		this.method = method;
		this.context = method.context();
		this.properties = properties;
	}

	/**
	 * Checks what is looked for among elements.
	 * @throws UnservableQueryException if it is stored as something else
	 */
	void checkContained(AttributePath path, Operand operand) {
		Elements elements = find(path);
		if (elements == null || !(operand instanceof Operand.Parameter argument)) {
			return;
		}
		ResolvableType given = this.method.typeOf(parameter(argument));
		if (this.context.findStoredElementType(TypeInformation.of(given)) != null) {
			throw refused(argument, "holds several values, and contains takes one: " + describe(path, elements),
					elements.name());
		}
		check(path, elements, argument);
	}

	/**
	 * Checks elements that are added or taken away.
	 * @throws UnservableQueryException if they are stored as something else
	 */
	void checkElements(AttributePath path, List<Operand> operands) {
		Elements elements = find(path);
		for (Operand operand : operands) {
			if (elements != null && operand instanceof Operand.Parameter argument) {
				check(path, elements, argument);
			}
		}
	}

	/**
	 * Checks that what is added as one value is not added to a set.
	 * @throws UnservableQueryException if it is
	 */
	void checkAmount(AttributePath path, Operand amount) {
		Elements elements = find(path);
		if (elements == null || !elements.set() || !(amount instanceof Operand.Parameter argument)) {
			return;
		}
		Class<?> given = parameter(argument).getType();
		if (this.context.findStoredType(given) != null) {
			throw refused(argument, "is of type " + given.getSimpleName() + ", and ADD takes a collection for a set: "
					+ describe(path, elements), "collection of " + elements.name());
		}
	}

	/**
	 * Checks that what is added as several values is not added to a number.
	 * @throws UnservableQueryException if it is
	 */
	void checkMembers(AttributePath path, List<Operand> members) {
		DynamoPersistentProperty property = this.properties.find(path);
		if (property != null && members.get(0) instanceof Operand.Parameter argument
				&& this.context.findStoredType(property) == AttributeType.N) {
			String expected = PropertySteps.valueType(property).getSimpleName();
			throw refused(argument, "holds several values, which ADD takes for a set, and '" + path + "' is of type "
					+ expected + ", stored as N", expected);
		}
		checkElements(path, members);
	}

	private void check(AttributePath path, Elements elements, Operand.Parameter argument) {
		Parameter parameter = parameter(argument);
		Class<?> given = argument.elements() ? DynamoQueryMethod.elementOf(this.method.typeOf(parameter))
				: parameter.getType();
		AttributeType as = this.context.findStoredType(given);
		if (as != null && as != elements.stored() && !ClassUtils.isAssignable(elements.type(), given)) {
			throw refused(argument,
					(argument.elements() ? "holds values of type " : "is of type ") + given.getSimpleName()
							+ ", stored as " + as + ", and " + describe(path, elements),
					(argument.elements() ? "collection of " : "") + elements.name());
		}
	}

	private static String describe(AttributePath path, Elements elements) {
		return "the elements of '" + path + "' are of type " + elements.name() + ", stored as " + elements.stored();
	}

	private Parameter parameter(Operand.Parameter argument) {
		return this.method.getParameters().getBindableParameter(argument.index());
	}

	private UnservableQueryException refused(Operand.Parameter argument, String found, String expected) {
		return this.method.refused("parameter ':" + this.method.nameOf(parameter(argument)) + "' " + found,
				"Make the parameter a " + expected);
	}

	/**
	 * The elements of the property at a path.
	 * @return the elements, or {@code null} if it is not known that there are some, or
	 * what they are stored as
	 */
	private @Nullable Elements find(AttributePath path) {
		DynamoPersistentProperty property = this.properties.find(path);
		AttributeType stored = (property != null) ? this.context.findStoredElementType(property) : null;
		if (property == null || stored == null) {
			return null;
		}
		TypeInformation<?> type = property.getTypeInformation();
		TypeInformation<?> several = (type.getType() == Optional.class) ? type.getRequiredComponentType() : type;
		boolean set = Set.class.isAssignableFrom(several.getType()) && stored.isKeyType();
		return new Elements(several.getRequiredComponentType().getType(), stored, set);
	}

	/**
	 * What a property has several of.
	 *
	 * @param type the type of an element
	 * @param stored what an element is stored as
	 * @param set whether they are a set of DynamoDB
	 */
	private record Elements(Class<?> type, AttributeType stored, boolean set) {

		String name() {
			return this.type.getSimpleName();
		}

	}

}
