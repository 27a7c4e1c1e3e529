package io.dkmio.core.query;

import java.util.ArrayList;
import java.util.List;

import io.dkmio.core.mapping.DynamoPersistentProperty;
import io.dkmio.core.mapping.KeyComponent;
import org.jspecify.annotations.Nullable;

/**
 * Whether the sort key of a path gives the order a query asks for. DynamoDB sorts by
 * nothing else.
 */
final class OrderCheck {

	private final QueryShape shape;

	private final KeyPath path;

	private final KeyPredicates predicates;

	OrderCheck(QueryShape shape, KeyPath path, KeyPredicates predicates) {
		this.shape = shape;
		this.path = path;
		this.predicates = predicates;
	}

	/**
	 * The orders that are not settled because all results have one value.
	 */
	static List<SortOrder> open(QueryShape shape, KeyPredicates predicates) {
		List<SortOrder> open = new ArrayList<>();
		for (SortOrder order : shape.orders()) {
			DynamoPersistentProperty property = property(shape, order);
			if (property == null || !predicates.isEqual(property)) {
				open.add(order);
			}
		}
		return open;
	}

	@Nullable Refusal refusal() {
		List<SortOrder> open = open(this.shape, this.predicates);
		if (open.isEmpty()) {
			return null;
		}
		List<Part> parts = parts();
		for (int i = 0; i < open.size(); i++) {
			SortOrder order = open.get(i);
			if (order.ascending() != open.get(0).ascending()) {
				return new Refusal(
						this.path + " is read forwards or backwards as a whole, and cannot sort by '"
								+ open.get(0).property() + "' one way and by '" + order.property() + "' the other",
						"sort all one way");
			}
			Part part = (i < parts.size()) ? parts.get(i) : null;
			if (part == null || !part.property().equals(property(this.shape, order))) {
				return new Refusal(this.path + sorts(parts, part, i) + " by '" + order.property() + "'",
						(part != null) ? "sort by '" + part.property().getName() + "' to use " + this.path
								: "leave out '" + order.property() + "' to use " + this.path);
			}
			if (part.refusal() != null) {
				return Refusal.of(this.path + " does not sort by '" + order.property() + "': " + part.refusal());
			}
		}
		return null;
	}

	private String sorts(List<Part> parts, @Nullable Part part, int position) {
		if (part != null) {
			return " sorts by '" + part.property().getName() + "'" + ((position > 0) ? " next" : "") + ", not";
		}
		if (!parts.isEmpty()) {
			return " has no more in its sort key to sort";
		}
		return this.path.sortKey().isEmpty() ? " has no sort key to sort"
				: " has one value in its sort key, and nothing to sort";
	}

	private static @Nullable DynamoPersistentProperty property(QueryShape shape, SortOrder order) {
		return KeyPredicates.property(shape.type(), order.property());
	}

	/** What is left to sort by where all results have one value of some properties. */
	private List<Part> parts() {
		List<Part> parts = new ArrayList<>();
		for (KeyComponent component : this.path.sortKey()) {
			List<DynamoPersistentProperty> properties = component.properties();
			for (int i = 0; i < properties.size(); i++) {
				parts.add(new Part(properties.get(i), (component instanceof KeyComponent.Composed composed)
						? composed.format().rangeRefusal(i) : null));
			}
		}
		parts.removeIf((part) -> this.predicates.isEqual(part.property()));
		return parts;
	}

	/**
	 * A property in a sort key.
	 *
	 * @param property the property
	 * @param refusal why the key does not keep its order, if it does not
	 */
	private record Part(DynamoPersistentProperty property, @Nullable String refusal) {
	}

}
