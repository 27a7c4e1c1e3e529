package io.dkmio.core.expression;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.dkmio.AttributeType;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The placeholders of one request: {@code #n0} for names, each used again for the same
 * name, and {@code :v0} for values, used again for the same object only.
 */
final class Placeholders implements ConditionRenderer.Symbols {

	private final Map<String, String> byName = new LinkedHashMap<>();

	private final Map<String, String> names = new LinkedHashMap<>();

	private final Map<String, AttributeValue> values = new LinkedHashMap<>();

	private final IdentityHashMap<Object, String> byValue = new IdentityHashMap<>();

	private final Map<String, Slot> slots = new LinkedHashMap<>();

	private final List<Range> ranges = new ArrayList<>();

	@Override
	public String path(AttributePath path) {
		StringBuilder text = new StringBuilder();
		for (PathElement element : path.elements()) {
			if (element instanceof PathElement.Name name) {
				text.append(text.isEmpty() ? "" : ".").append(name(name.name()));
			}
			else {
				text.append(element);
			}
		}
		return text.toString();
	}

	private String name(String name) {
		return this.byName.computeIfAbsent(name, (added) -> {
			String placeholder = "#n" + this.names.size();
			this.names.put(placeholder, added);
			return placeholder;
		});
	}

	@Override
	public String value(Operand operand) {
		AttributeValue value = OperandRules.attributeValue(operand);
		if (value != null) {
			return this.byValue.computeIfAbsent(value, (key) -> {
				String placeholder = next();
				this.values.put(placeholder, value);
				return placeholder;
			});
		}
		if (operand instanceof Slot slot) {
			return this.byValue.computeIfAbsent(slot, (key) -> {
				String placeholder = next();
				this.slots.put(placeholder, slot);
				return placeholder;
			});
		}
		throw new IllegalStateException("Operand '" + operand + "' was not encoded");
	}

	private String next() {
		return ":v" + (this.values.size() + this.slots.size());
	}

	@Override
	public String type(AttributeType type) {
		return value(new Operand.Value(AttributeValue.fromS(type.name())));
	}

	@Override
	public void range(Operand lower, Operand upper) {
		String from = this.byValue.get(key(lower));
		String to = this.byValue.get(key(upper));
		if (from != null && to != null && (lower instanceof Slot || upper instanceof Slot)) {
			Slot slot = (Slot) ((lower instanceof Slot) ? lower : upper);
			this.ranges.add(new Range(slot.path(), from, to));
		}
	}

	private static @Nullable Object key(Operand operand) {
		return (operand instanceof Slot) ? operand : OperandRules.attributeValue(operand);
	}

	Map<String, String> names() {
		return Collections.unmodifiableMap(this.names);
	}

	Map<String, AttributeValue> values() {
		return Collections.unmodifiableMap(this.values);
	}

	Map<String, Slot> slots() {
		return this.slots;
	}

	List<Range> ranges() {
		return this.ranges;
	}

	/**
	 * Two placeholders whose values are the bounds of a range.
	 *
	 * @param path the path in the range
	 * @param lower the lower bound's placeholder
	 * @param upper the upper bound's placeholder
	 */
	record Range(AttributePath path, String lower, String upper) {

	}

}
