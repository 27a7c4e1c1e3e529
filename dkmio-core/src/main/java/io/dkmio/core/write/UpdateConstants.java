package io.dkmio.core.write;

import java.util.Set;

import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.Operand;
import io.dkmio.core.expression.Update;
import io.dkmio.core.expression.UpdateAction;
import io.dkmio.core.expression.UpdateValue;
import io.dkmio.core.mapping.DynamoPersistentProperty;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What each update of a type does besides, whatever its arguments: it counts up the
 * version, and what it may create gets a type.
 */
final class UpdateConstants {

	private static final Operand ZERO = new Operand.Value(AttributeValue.fromN("0"));

	private static final Operand ONE = new Operand.Value(AttributeValue.fromN("1"));

	private final UpdateType type;

	private final ItemUpdate update;

	private final Set<String> changed;

	UpdateConstants(UpdateType type, ItemUpdate update, Set<String> changed) {
		this.type = type;
		this.update = update;
		this.changed = changed;
	}

	Update addTo(Update changes) {
		Update all = changes;
		DynamoPersistentProperty version = this.type.version();
		if (version != null && !this.changed.contains(version.getAttributeName())) {
			all = all.with(version(AttributePath.of(version.getAttributeName())));
		}
		String typeAttribute = this.type.entity().getRequiredTable().typeAttribute();
		if (this.update.upsert() && typeAttribute != null) {
			all = all.with(new UpdateAction.Set(AttributePath.of(typeAttribute),
					new UpdateValue.Plain(new Operand.Value(AttributeValue.fromS(this.type.entity().getAlias())))));
		}
		return all;
	}

	private UpdateAction version(AttributePath path) {
		Long expected = this.update.expectedVersion();
		UpdateValue next = (expected != null)
				? new UpdateValue.Plain(
						new Operand.Value(AttributeValue.fromN(Long.toString(this.type.versions().next(expected)))))
				: new UpdateValue.Arithmetic(new UpdateValue.IfAbsent(path, ZERO), UpdateValue.Sign.PLUS,
						new UpdateValue.Plain(ONE));
		return new UpdateAction.Set(path, next);
	}

}
