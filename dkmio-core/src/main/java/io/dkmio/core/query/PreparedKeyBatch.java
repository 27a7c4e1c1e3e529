package io.dkmio.core.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.dkmio.core.convert.DynamoConverter;
import io.dkmio.core.expression.ConditionEvaluator;
import io.dkmio.core.expression.Expressions;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A planned read of several items by their keys, ready for its values.
 *
 * @since 1.0
 */
public final class PreparedKeyBatch {

	private final KeyBatch plan;

	private final KeyValues keyValues;

	private final PropertyPaths paths;

	private final CursorBinding cursorBinding;

	private final @Nullable Expressions projection;

	/**
	 * Prepares a read.
	 * @param plan the plan
	 * @param converter converts values
	 */
	public PreparedKeyBatch(KeyBatch plan, DynamoConverter converter) {
		this.plan = plan;
		this.keyValues = new KeyValues(converter);
		this.paths = new PropertyPaths(plan.type(), converter);
		this.cursorBinding = new CursorBinding(plan);
		this.projection = Selection.of(plan.shape(), plan.path(), plan.residual(), this.paths);
	}

	/**
	 * The attributes to read.
	 * @return a projection and its names, or {@code null} for all
	 */
	public @Nullable Expressions projection() {
		return this.projection;
	}

	/**
	 * Whether items that are read may be left out.
	 * @return {@code true} if there is a condition keys do not serve
	 */
	public boolean isFiltered() {
		return !this.plan.residual().isAlways();
	}

	/**
	 * What cursors are good for.
	 * @return the binding
	 */
	public CursorBinding cursorBinding() {
		return this.cursorBinding;
	}

	/**
	 * The position right after an item.
	 * @param item the item
	 * @return the key attributes of the table
	 */
	public Map<String, AttributeValue> positionAfter(Map<String, AttributeValue> item) {
		return KeyPath.position(this.plan.path().keyNames(this.plan.type().getRequiredTable()), item);
	}

	/**
	 * The keys of a call.
	 * @param arguments the arguments
	 * @return each key once, in the order of the values
	 */
	public List<BoundKey> bind(List<? extends @Nullable Object> arguments) {
		Map<Map<String, Object>, BoundKey> keys = new LinkedHashMap<>();
		for (List<@Nullable Object> each : KeyValues.each(this.plan.oneOf(), arguments)) {
			Map<String, AttributeValue> key = this.keyValues.key(this.plan.path(), this.plan.partition(),
					this.plan.sort(), each);
			keys.putIfAbsent(KeyIdentity.of(key), new BoundKey(key, KeyValues.lastOf(each)));
		}
		return List.copyOf(keys.values());
	}

	/**
	 * Whether a position is that of a key.
	 * @param position the position
	 * @param key the key
	 * @return {@code true} if it is
	 */
	public boolean isAt(Map<String, AttributeValue> position, Map<String, AttributeValue> key) {
		return KeyIdentity.contains(position, key);
	}

	/**
	 * Tells of the items that were read which meet what the keys do not say.
	 * @param arguments the arguments
	 * @return the test
	 */
	public Predicate<Map<String, AttributeValue>> accepts(List<? extends @Nullable Object> arguments) {
		if (!isFiltered()) {
			return (item) -> true;
		}
		ConditionEvaluator evaluator = ConditionEvaluator.of(this.plan.residual().bind(arguments), this.paths,
				this.paths);
		return evaluator::test;
	}

	/**
	 * A key of a call.
	 *
	 * @param key the key attributes
	 * @param value the value, of several, that it is made of
	 */
	public record BoundKey(Map<String, AttributeValue> key, Object value) {

		/** Says that this is a key: values stay out of logs. */
		@Override
		public String toString() {
			return "BoundKey" + this.key.keySet();
		}

	}

}
