package io.dkmio.core.write;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.ComparisonOperator;
import io.dkmio.core.expression.Condition;
import io.dkmio.core.expression.ExpressionClauses;
import io.dkmio.core.expression.Expressions;
import io.dkmio.core.expression.Operand;
import io.dkmio.core.expression.PathResolver;
import io.dkmio.core.expression.PreparedExpressions;
import io.dkmio.core.expression.Update;
import io.dkmio.core.expression.UpdateAction;
import io.dkmio.core.expression.UpdateValue;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.mapping.DynamoPersistentProperty;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.util.Assert;

/**
 * An update of items of one type, planned once: checked, with the changes of index keys,
 * version and audited properties that go with it. Each call binds an id and arguments.
 * Safe for use by several threads.
 *
 * @since 1.0
 */
public final class PreparedUpdate {

	private final UpdateType type;

	private final ItemUpdate update;

	private final int arguments;

	private final PathResolver resolver;

	private final BoundConditions conditions;

	private final Update fixed;

	private final Set<String> changed = new HashSet<>();

	private final List<IndexKeyChange> keys;

	private final List<DynamoPersistentProperty> idProperties;

	private final Map<List<Boolean>, PreparedExpressions> expressions = new ConcurrentHashMap<>();

	PreparedUpdate(UpdateType type, ItemUpdate update, int arguments) {
		this.type = type;
		this.arguments = arguments;
		this.resolver = update.stored() ? PathResolver.identity() : type.paths();
		Update checked = update.stored() ? update.update() : new UpdateCheck(type, update).check();
		checked.actions().forEach((action) -> this.changed.add(this.resolver.resolve(action.path()).root()));
		this.update = update.withUpdate(checked);
		this.keys = new IndexKeyRules(type, this.update).changes().stream().filter((key) -> !key.removed()).toList();
		this.idProperties = update.upsert() ? type.storedIdProperties()
			.stream()
			.filter((id) -> !this.changed.contains(id.getAttributeName()))
			.toList() : List.of();
		this.fixed = withKeys(new UpdateConstants(type, this.update, this.changed).addTo(checked));
		this.conditions = new BoundConditions(new UpdateConditions(type, this.update).parts(), this.resolver,
				type.paths(), type.partitionKey());
		expressions(AuditStamp.none()); // refused here if it cannot be written
	}

	private Update withKeys(Update changes) {
		Update update = changes;
		for (IndexKeyChange key : new IndexKeyRules(this.type, this.update).changes()) {
			if (key.removed()) {
				update = update.with(new UpdateAction.Remove(AttributePath.of(key.attribute())));
			}
		}
		int next = this.arguments;
		for (IndexKeyChange key : this.keys) {
			update = update.with(set(key.attribute(), next++));
		}
		for (DynamoPersistentProperty property : this.idProperties) {
			update = update.with(set(property.getAttributeName(), next++));
		}
		return update;
	}

	private static UpdateAction set(String attribute, int parameter) {
		return new UpdateAction.Set(AttributePath.of(attribute), new UpdateValue.Plain(Operand.parameter(parameter)));
	}

	private PreparedExpressions expressions(AuditStamp stamp) {
		return this.expressions.computeIfAbsent(presence(stamp), (present) -> {
			Update update = this.fixed;
			int next = this.arguments + this.keys.size() + this.idProperties.size();
			for (int i = 0; i < present.size(); i++) {
				if (present.get(i)) {
					update = update.with(audited(this.type.stamped().get(i), next + i));
				}
			}
			return ExpressionClauses.none()
				.withUpdate(update)
				.withCondition(this.conditions.join())
				.prepare(this.resolver, this.type.paths());
		});
	}

	private static UpdateAction audited(StampedProperty audited, int parameter) {
		AttributePath path = AttributePath.of(audited.attribute());
		Operand value = Operand.parameter(parameter);
		return new UpdateAction.Set(path,
				audited.creation() ? new UpdateValue.IfAbsent(path, value) : new UpdateValue.Plain(value));
	}

	/**
	 * Which audited properties are written.
	 */
	private List<Boolean> presence(AuditStamp stamp) {
		List<Boolean> present = new ArrayList<>();
		for (StampedProperty audited : this.type.stamped()) {
			present.add(audited.fact().apply(stamp) != null && (!audited.creation() || this.update.upsert())
					&& !this.changed.contains(audited.attribute()));
		}
		return present;
	}

	/**
	 * The type of the items.
	 * @return the type
	 */
	public DynamoPersistentEntity<?> type() {
		return this.type.entity();
	}

	/**
	 * Plans a call.
	 * @param id the id of the item
	 * @param arguments the arguments, as many as were announced
	 * @param stamp who writes, and when
	 * @return the write
	 */
	public WriteAction.Update bind(Object id, List<? extends @Nullable Object> arguments, AuditStamp stamp) {
		Assert.notNull(id, "Id must not be null");
		Assert.isTrue(arguments.size() == this.arguments,
				() -> this.arguments + " arguments are expected, not " + arguments.size());
		Map<String, AttributeValue> key = this.type.keys().ofId(id);
		List<@Nullable Object> values = new ArrayList<>(arguments);
		if (!this.keys.isEmpty() || !this.idProperties.isEmpty()) {
			addKeys(this.type.keys().values(id), arguments, values);
		}
		for (StampedProperty each : this.type.stamped()) {
			values.add(each.value(stamp, this.type.converter()));
		}
		Expressions bound = expressions(stamp).bind(values);
		Assert.state(bound.update() != null, "An update without an expression");
		return new WriteAction.Update(this.type.entity(), key, bound.update(), this.conditions.names(bound),
				bound.values(), this.conditions.of(bound, arguments), this.update.returning(), outcome(arguments));
	}

	private void addKeys(Map<String, Object> id, List<? extends @Nullable Object> arguments,
			List<@Nullable Object> values) {
		this.keys.forEach((key) -> values.add(key.bind(this.type, id, arguments)));
		for (DynamoPersistentProperty property : this.idProperties) {
			values.add(this.type.converter().toAttributeValue(property, id.get(property.getName())));
		}
	}

	/**
	 * What holds only after the update: the next version, and the values that are set.
	 */
	private @Nullable Condition outcome(List<? extends @Nullable Object> arguments) {
		Long expected = this.update.expectedVersion();
		DynamoPersistentProperty version = this.type.version();
		if (expected == null || version == null) {
			return null;
		}
		List<Condition> conditions = new ArrayList<>();
		conditions.add(UpdateConditions.equal(AttributePath.of(version.getAttributeName()),
				AttributeValue.fromN(Long.toString(expected + 1))));
		for (UpdateAction action : this.update.update().actions()) {
			if (action instanceof UpdateAction.Remove) {
				conditions.add(new Condition.NotExists(action.path()));
			}
			else if (action instanceof UpdateAction.Set set && set.value() instanceof UpdateValue.Plain plain
					&& !(plain.operand() instanceof Operand.Attribute)) {
				conditions.add(new Condition.Comparison(new Operand.Attribute(set.path()), ComparisonOperator.EQ,
						plain.operand()));
			}
			else {
				return null;
			}
		}
		return Condition.allOf(conditions).bind(arguments).resolve(this.resolver, this.type.paths());
	}

	/** Says what is changed, in property names and without values. */
	@Override
	public String toString() {
		return "update " + this.type.name() + ": " + this.fixed
				+ (this.conditions.isEmpty() ? "" : " if " + this.conditions.join());
	}

}
