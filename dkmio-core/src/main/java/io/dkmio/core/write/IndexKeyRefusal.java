package io.dkmio.core.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.dkmio.MissingKeyException;
import io.dkmio.core.mapping.DynamoPersistentProperty;
import io.dkmio.core.mapping.KeyComponent;

/**
 * Says why an update cannot compose an index key, and what to do.
 */
final class IndexKeyRefusal {

	private final String type;

	private final KeyComponent.Composed key;

	private final List<String> unknown = new ArrayList<>();

	private final List<String> computed = new ArrayList<>();

	private final List<String> touched = new ArrayList<>();

	/**
	 * Creates a refusal.
	 * @param missing the attributes whose values are not known
	 * @param changed the attributes the update changes
	 */
	IndexKeyRefusal(String type, KeyComponent.Composed key, Set<String> missing, Set<String> changed) {
		this.type = type;
		this.key = key;
		for (DynamoPersistentProperty property : key.properties()) {
			boolean changes = changed.contains(property.getAttributeName());
			if (changes) {
				this.touched.add(property.getName());
			}
			if (missing.contains(property.getAttributeName())) {
				(changes ? this.computed : this.unknown).add(property.getName());
			}
		}
	}

	/**
	 * For an update that can be told more.
	 */
	MissingKeyException toException() {
		String first = this.unknown.isEmpty() ? "" : this.unknown.get(0);
		return exception(". Nothing was sent: the index would no longer find the item. "
				+ (this.unknown.isEmpty() ? "Let" : "Tell it by with(\"" + first + "\", value), let")
				+ " readFirst() read the item, or put the item as a whole");
	}

	/**
	 * For an update that is planned once.
	 */
	MissingKeyException toPlannedException() {
		String first = this.unknown.isEmpty() ? "" : this.unknown.get(0);
		return exception(", so that the index would no longer find the item. "
				+ (this.unknown.isEmpty() ? "Set a value that is known before"
						: "Demand its value by a condition such as " + first + " = :" + first + ", set it as well")
				+ ", or use update(…).readFirst() of the operations");
	}

	private MissingKeyException exception(String advice) {
		StringBuilder text = new StringBuilder("An update of ").append(this.type)
			.append(" changes ")
			.append(quoted(this.touched))
			.append(", of which the index key '")
			.append(this.key.format().template())
			.append("' is composed, but ");
		if (!this.unknown.isEmpty()) {
			text.append("the value of ").append(quoted(this.unknown)).append(" is not known");
		}
		if (!this.computed.isEmpty()) {
			text.append(this.unknown.isEmpty() ? "" : ", and ")
				.append("DynamoDB computes the value of ")
				.append(quoted(this.computed));
		}
		List<String> names = new ArrayList<>(this.unknown);
		names.addAll(this.computed);
		return new MissingKeyException(text.append(advice).toString(), this.type, String.join(", ", names));
	}

	private static String quoted(List<String> names) {
		return "'" + String.join("', '", names) + "'";
	}

}
