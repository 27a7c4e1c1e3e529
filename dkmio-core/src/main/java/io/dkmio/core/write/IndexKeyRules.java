package io.dkmio.core.write;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.dkmio.MissingKeyException;
import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.ComparisonOperator;
import io.dkmio.core.expression.Condition;
import io.dkmio.core.expression.Operand;
import io.dkmio.core.expression.UpdateAction;
import io.dkmio.core.expression.UpdateValue;
import io.dkmio.core.mapping.DynamoPersistentProperty;
import io.dkmio.core.mapping.KeyComponent;
import io.dkmio.core.mapping.UniqueModel;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Keeps composed index keys equal to their templates over an update: works out which keys
 * it changes and to what, from what the update sets and from what is known of the rest.
 */
final class IndexKeyRules {

	private final UpdateType type;

	private final ItemUpdate update;

	/** What is known of attributes before the update. */
	private final Map<String, PartValue> known = new HashMap<>();

	/** What attributes the update changes are after it. */
	private final Map<String, PartValue> changed = new HashMap<>();

	IndexKeyRules(UpdateType type, ItemUpdate update) {
		this.type = type;
		this.update = update;
		type.idAttributes().forEach((attribute, property) -> this.known.put(attribute, new PartValue.OfId(property)));
		update.conditions().forEach((condition) -> learn(condition.condition()));
		update.known().forEach((known) -> put(known.path(), known.value()));
		for (UpdateAction action : update.update().actions()) {
			AttributePath path = resolve(action.path());
			this.changed.put(path.root(), path.isTopLevel() ? after(path.root(), action) : new PartValue.Computed());
		}
	}

	private AttributePath resolve(AttributePath path) {
		return this.update.stored() ? path : this.type.paths().resolve(path);
	}

	/**
	 * A condition that demands a value tells what it is.
	 */
	private void learn(Condition condition) {
		if (condition instanceof Condition.And all) {
			all.conditions().forEach(this::learn);
		}
		else if (condition instanceof Condition.NotExists absent && resolve(absent.path()).isTopLevel()) {
			this.known.putIfAbsent(resolve(absent.path()).root(), new PartValue.Absent());
		}
		else if (condition instanceof Condition.Comparison comparison && comparison.operator() == ComparisonOperator.EQ
				&& comparison.left() instanceof Operand.Attribute left && resolve(left.path()).isTopLevel()) {
			PartValue value = value(left.path(), resolve(left.path()).root(), comparison.right());
			if (value != null) {
				this.known.putIfAbsent(resolve(left.path()).root(), value);
			}
		}
	}

	private void put(AttributePath path, @Nullable Object value) {
		String attribute = resolve(path).root();
		PartValue known = (value != null) ? value(path, attribute, new Operand.Value(value)) : new PartValue.Absent();
		if (known != null) {
			this.known.put(attribute, known);
		}
	}

	/**
	 * The value of an operand, as the type of the property that is stored there.
	 */
	private @Nullable PartValue value(AttributePath path, String attribute, Operand operand) {
		DynamoPersistentProperty property = this.type.paths().property(attribute);
		if (property == null) {
			return null;
		}
		if (operand instanceof Operand.Parameter parameter) {
			return new PartValue.Argument(parameter, path, property);
		}
		return (operand instanceof Operand.Value value) ? java(property, encoded(path, value.value())) : null;
	}

	private AttributeValue encoded(AttributePath path, Object value) {
		return (value instanceof AttributeValue attribute) ? attribute : this.type.paths().encode(path, value);
	}

	private PartValue java(DynamoPersistentProperty property, AttributeValue value) {
		Object converted = (value.type() != AttributeValue.Type.NUL)
				? this.type.converter().fromAttributeValue(property, value) : null;
		return (converted != null) ? new PartValue.Known(converted) : new PartValue.Absent();
	}

	private PartValue after(String attribute, UpdateAction action) {
		if (action instanceof UpdateAction.Remove) {
			return new PartValue.Absent();
		}
		PartValue after = null;
		if (action instanceof UpdateAction.Set set) {
			after = after(set.path(), attribute, set.value());
		}
		else if (action instanceof UpdateAction.Add add) {
			PartValue before = (this.known.get(attribute) instanceof PartValue.Absent)
					? value(add.path(), attribute, new Operand.Value(AttributeValue.fromN("0")))
					: this.known.get(attribute);
			after = sum(add.path(), attribute, before, value(add.path(), attribute, add.amount()), false);
		}
		return (after != null) ? after : new PartValue.Computed();
	}

	private @Nullable PartValue after(AttributePath path, String attribute, UpdateValue value) {
		if (value instanceof UpdateValue.Arithmetic sum) {
			return sum(path, attribute, after(path, attribute, sum.left()), after(path, attribute, sum.right()),
					sum.sign() == UpdateValue.Sign.MINUS);
		}
		if (value instanceof UpdateValue.IfAbsent fallback) {
			AttributePath source = resolve(fallback.path());
			PartValue before = source.isTopLevel() ? this.known.get(source.root()) : null;
			return (before instanceof PartValue.Absent) ? value(path, attribute, fallback.fallback()) : before;
		}
		Operand operand = ((UpdateValue.Plain) value).operand();
		if (operand instanceof Operand.Attribute source) {
			return resolve(source.path()).isTopLevel() ? this.known.get(resolve(source.path()).root()) : null;
		}
		return value(path, attribute, operand);
	}

	private @Nullable PartValue sum(AttributePath path, String attribute, @Nullable PartValue left,
			@Nullable PartValue right, boolean minus) {
		DynamoPersistentProperty property = this.type.paths().property(attribute);
		if (property == null || !(left instanceof PartValue.Known one) || !(right instanceof PartValue.Known two)) {
			return null;
		}
		AttributeValue first = encoded(path, one.value());
		AttributeValue second = encoded(path, two.value());
		if (first.n() == null || second.n() == null) {
			return null;
		}
		BigDecimal amount = new BigDecimal(second.n());
		BigDecimal sum = new BigDecimal(first.n()).add(minus ? amount.negate() : amount);
		return java(property, AttributeValue.fromN(sum.toPlainString()));
	}

	/**
	 * The keys the update changes.
	 * @throws MissingKeyException if a key cannot be composed
	 */
	List<IndexKeyChange> changes() {
		List<IndexKeyChange> changes = new ArrayList<>();
		for (KeyComponent.Composed key : this.type.indexKeys()) {
			if (isTouched(key)) {
				Set<String> missing = missing(key);
				if (!missing.isEmpty()) {
					throw new IndexKeyRefusal(this.type.name(), key, missing, this.changed.keySet()).toException();
				}
				boolean removed = parts(key).stream().anyMatch(PartValue.Absent.class::isInstance);
				changes.add(new IndexKeyChange(key, removed ? List.of() : parts(key), removed));
			}
		}
		return changes;
	}

	/**
	 * Fails if a key cannot be composed by an update that is planned once, and so cannot
	 * be told or read what it does not know.
	 */
	void checkPlanned() {
		for (KeyComponent.Composed key : this.type.indexKeys()) {
			if (isTouched(key) && !missing(key).isEmpty()) {
				throw new IndexKeyRefusal(this.type.name(), key, missing(key), this.changed.keySet())
					.toPlannedException();
			}
		}
	}

	/**
	 * The unique values the update changes.
	 */
	List<UniqueModel> uniques() {
		return this.type.uniques().uniques().stream().filter((unique) -> isChanged(unique.key())).toList();
	}

	/**
	 * The partition key of the item that claims a unique value.
	 * @param after whether the value after the update is meant, or that before
	 * @return the key, or {@code null} if there is no value
	 */
	@Nullable String claim(UniqueModel unique, boolean after, Map<String, Object> id) {
		@Nullable Object[] values = new @Nullable Object[unique.key().properties().size()];
		for (int i = 0; i < values.length; i++) {
			String attribute = unique.key().properties().get(i).getAttributeName();
			PartValue value = (after && this.changed.containsKey(attribute)) ? this.changed.get(attribute)
					: this.known.get(attribute);
			if (value == null || value instanceof PartValue.Computed) {
				throw notKnown(unique);
			}
			values[i] = value.bind(this.type, id, List.of());
			if (values[i] == null) {
				return null;
			}
		}
		return unique.key().format().format(values);
	}

	private MissingKeyException notKnown(UniqueModel unique) {
		String property = unique.property().getName();
		return new MissingKeyException("An update of " + this.type.name() + " changes the unique value of '" + property
				+ "', and the value before is not known. Nothing was sent; use an update that reads the item first",
				this.type.name(), property);
	}

	/**
	 * The attributes that have to be read for the keys to be composed, and for unique
	 * values to be freed.
	 */
	Set<String> unknown() {
		Set<String> unknown = new LinkedHashSet<>();
		for (UniqueModel unique : uniques()) {
			for (DynamoPersistentProperty property : unique.key().properties()) {
				if (!this.known.containsKey(property.getAttributeName())) {
					unknown.add(property.getAttributeName());
				}
			}
		}
		for (KeyComponent.Composed key : this.type.indexKeys()) {
			if (isTouched(key)) {
				unknown.addAll(missing(key));
			}
		}
		return unknown;
	}

	/**
	 * A created item gets all keys that can be composed.
	 */
	private boolean isTouched(KeyComponent.Composed key) {
		boolean ofIdOnly = key.properties()
			.stream()
			.allMatch((property) -> this.type.idAttributes().containsKey(property.getAttributeName()));
		return (ofIdOnly && this.update.upsert()) || isChanged(key);
	}

	private boolean isChanged(KeyComponent.Composed key) {
		return key.properties().stream().anyMatch((property) -> this.changed.containsKey(property.getAttributeName()));
	}

	private List<PartValue> parts(KeyComponent.Composed key) {
		List<PartValue> parts = new ArrayList<>();
		for (DynamoPersistentProperty property : key.properties()) {
			String attribute = property.getAttributeName();
			PartValue after = this.changed.getOrDefault(attribute, this.known.get(attribute));
			parts.add((after != null) ? after : new PartValue.Computed());
		}
		return parts;
	}

	/**
	 * The attributes that are not known, unless one that is removed makes them needless.
	 */
	private Set<String> missing(KeyComponent.Composed key) {
		List<PartValue> parts = parts(key);
		Set<String> missing = new LinkedHashSet<>();
		for (int i = 0; i < parts.size(); i++) {
			if (parts.get(i) instanceof PartValue.Absent) {
				return Set.of();
			}
			if (parts.get(i) instanceof PartValue.Computed) {
				missing.add(key.properties().get(i).getAttributeName());
			}
		}
		return missing;
	}

}
