package io.dkmio.core.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Writes an update in DynamoDB's syntax: SET, REMOVE, ADD and DELETE, each at most once.
 */
final class UpdateRenderer {

	private static final Operand EMPTY_LIST = new Operand.Value(AttributeValue.fromL(List.of()));

	private final ConditionRenderer.Symbols symbols;

	private final Operands operands;

	private final List<AttributePath> paths = new ArrayList<>();

	private final StringJoiner set = new StringJoiner(", ", "SET ", "").setEmptyValue("");

	private final StringJoiner remove = new StringJoiner(", ", "REMOVE ", "").setEmptyValue("");

	private final StringJoiner add = new StringJoiner(", ", "ADD ", "").setEmptyValue("");

	private final StringJoiner delete = new StringJoiner(", ", "DELETE ", "").setEmptyValue("");

	private int operators;

	UpdateRenderer(ConditionRenderer.Symbols symbols, Operands operands) {
		this.symbols = symbols;
		this.operands = operands;
	}

	/**
	 * An update for people: names in clear, no values.
	 */
	static String describe(Update update) {
		UpdateRenderer renderer = new UpdateRenderer(ConditionRenderer.Symbols.CLEAR, new Operands() {
		});
		update.actions().forEach(renderer::append);
		return renderer.text();
	}

	void append(UpdateAction action) {
		AttributePath path = this.operands.path(action.path());
		this.paths.add(path);
		String target = this.symbols.path(path);
		if (action instanceof UpdateAction.Set change) {
			this.set.add(target + " = " + value(action.path(), change.value(), ValueRole.STORED));
		}
		else if (action instanceof UpdateAction.Append change) {
			this.set.add(target + " = " + append(target, change));
		}
		else if (action instanceof UpdateAction.Remove) {
			this.remove.add(target);
		}
		else if (action instanceof UpdateAction.Add change) {
			this.add.add(target + " " + operand(ValueRole.AMOUNT, action.path(), change.amount()));
		}
		else if (action instanceof UpdateAction.AddToSet change) {
			this.add.add(target + " " + members(action.path(), change.members()));
		}
		else if (action instanceof UpdateAction.RemoveFromSet change) {
			this.delete.add(target + " " + members(action.path(), change.members()));
		}
	}

	List<AttributePath> paths() {
		return this.paths;
	}

	int operators() {
		return this.operators;
	}

	String text() {
		StringJoiner text = new StringJoiner(" ");
		for (StringJoiner section : List.of(this.set, this.remove, this.add, this.delete)) {
			if (section.length() > 0) {
				text.add(section.toString());
			}
		}
		return text.toString();
	}

	private String value(AttributePath path, UpdateValue value, ValueRole role) {
		if (value instanceof UpdateValue.Arithmetic sum) {
			this.operators++;
			return value(path, sum.left(), ValueRole.AMOUNT) + " " + sum.sign().symbol() + " "
					+ value(path, sum.right(), ValueRole.AMOUNT);
		}
		if (value instanceof UpdateValue.IfAbsent fallback) {
			this.operators++;
			return "if_not_exists(" + this.symbols.path(this.operands.path(fallback.path())) + ", "
					+ operand(role, path, fallback.fallback()) + ")";
		}
		return operand(role, path, ((UpdateValue.Plain) value).operand());
	}

	private String append(String target, UpdateAction.Append change) {
		this.operators += 2;
		String list = "if_not_exists(" + target + ", " + this.symbols.value(EMPTY_LIST) + ")";
		String elements = this.symbols.value(this.operands.elements(ValueRole.LIST, change.path(), change.elements()));
		return change.front() ? "list_append(" + elements + ", " + list + ")"
				: "list_append(" + list + ", " + elements + ")";
	}

	private String members(AttributePath path, List<Operand> members) {
		return this.symbols.value(this.operands.elements(ValueRole.SET, path, members));
	}

	private String operand(ValueRole role, AttributePath path, Operand operand) {
		Operand resolved = this.operands.operand(role, path, operand);
		return (resolved instanceof Operand.Attribute attribute) ? this.symbols.path(attribute.path())
				: this.symbols.value(resolved);
	}

	/**
	 * How operands are resolved before they are written; as it comes, not at all.
	 */
	interface Operands {

		default AttributePath path(AttributePath path) {
			return path;
		}

		default Operand operand(ValueRole role, AttributePath path, Operand operand) {
			return operand;
		}

		default Operand elements(ValueRole role, AttributePath path, List<Operand> elements) {
			return new Slot(role, path, elements, false);
		}

	}

}
