package io.dkmio.core.query;

import io.dkmio.UnservableQueryException;
import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.PathElement;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.mapping.DynamoPersistentProperty;
import org.jspecify.annotations.Nullable;

/**
 * Whether what is selected exists. A misspelt name would be no error to DynamoDB, and a
 * missing value to everybody else.
 */
final class SelectCheck {

	private final DynamoMappingContext context;

	private final QueryShape shape;

	private final ItemFamily family;

	private SelectCheck(DynamoMappingContext context, QueryShape shape, ItemFamily family) {
		this.context = context;
		this.shape = shape;
		this.family = family;
	}

	static void check(DynamoMappingContext context, QueryShape shape, ItemFamily family) {
		SelectCheck check = new SelectCheck(context, shape, family);
		shape.select().forEach(check::check);
	}

	private void check(AttributePath path) {
		UnservableQueryException refusal = null;
		for (DynamoPersistentEntity<?> type : this.family.types()) {
			refusal = refusal(type, path);
			if (refusal == null) {
				return;
			}
		}
		if (refusal != null) {
			throw refusal;
		}
	}

	private @Nullable UnservableQueryException refusal(DynamoPersistentEntity<?> type, AttributePath path) {
		if (type.getRequiredTable().keyAttributeNames().contains(path.root())
				|| path.root().equals(type.getRequiredTable().typeAttribute())) {
			return null;
		}
		DynamoPersistentEntity<?> owner = type;
		for (PathElement element : path.elements()) {
			if (!(element instanceof PathElement.Name name)) {
				continue;
			}
			if (owner == null || owner.getOtherAttributesProperty() != null) {
				return null;
			}
			DynamoPersistentProperty property = KeyPredicates.property(owner, name.name());
			if (property == null) {
				return new UnservableQueryException(
						this.shape.describe(), "'" + path + "' is selected, and '" + name.name()
								+ "' is no property of " + owner.getType().getSimpleName(),
						"Select properties, or paths that begin with one");
			}
			owner = this.context.getPersistentEntity(property);
		}
		return null;
	}

}
