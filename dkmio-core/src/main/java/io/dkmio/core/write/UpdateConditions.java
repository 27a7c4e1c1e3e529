package io.dkmio.core.write;

import java.util.ArrayList;
import java.util.List;

import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.ComparisonOperator;
import io.dkmio.core.expression.Condition;
import io.dkmio.core.expression.Operand;
import io.dkmio.core.mapping.DynamoPersistentProperty;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * What must hold for an update to happen.
 */
final class UpdateConditions {

	private final UpdateType type;

	private final ItemUpdate update;

	UpdateConditions(UpdateType type, ItemUpdate update) {
		this.type = type;
		this.update = update;
	}

	List<WriteCondition.Part> parts() {
		List<WriteCondition.Part> parts = new ArrayList<>();
		Long expected = this.update.expectedVersion();
		if (expected != null) {
			parts.add(new WriteCondition.Part(WriteCondition.Meaning.VERSION, null, equal(
					AttributePath.of(version().getAttributeName()), AttributeValue.fromN(Long.toString(expected)))));
		}
		else if (!this.update.upsert()) {
			parts.add(new WriteCondition.Part(WriteCondition.Meaning.EXISTS, null,
					new Condition.Exists(this.type.partitionKey())));
		}
		for (ItemUpdate.Known known : this.update.known()) {
			Object value = known.value();
			parts.add(new WriteCondition.Part(known.read() ? WriteCondition.Meaning.READ : WriteCondition.Meaning.KNOWN,
					known.path().toString(),
					(value != null) ? equal(known.path(), value) : new Condition.NotExists(known.path())));
		}
		for (NamedCondition condition : this.update.conditions()) {
			parts.add(new WriteCondition.Part(WriteCondition.Meaning.APPLICATION, condition.name(),
					condition.condition()));
		}
		return parts;
	}

	private DynamoPersistentProperty version() {
		DynamoPersistentProperty version = this.type.version();
		if (version == null) {
			throw new InvalidDataAccessApiUsageException("An update of " + this.type.name()
					+ " expects a version, but the type has no property with @Version. Add one, or use a condition");
		}
		return version;
	}

	static Condition equal(AttributePath path, Object value) {
		return new Condition.Comparison(new Operand.Attribute(path), ComparisonOperator.EQ, new Operand.Value(value));
	}

}
