package io.dkmio.core.expression;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Starts a condition on the size of an attribute: the length of a string or of binary
 * data, or the number of elements of a list, map or set. What has no size never compares,
 * except as not equal.
 *
 * @since 1.0
 */
public final class SizeCriteria extends Criteria {

	private final Operand.Size operand;

	SizeCriteria(AttributePath path) {
		this.operand = new Operand.Size(path);
	}

	@Override
	Operand operand() {
		return this.operand;
	}

	@Override
	Condition equalToNull() {
		throw comparedWithNull();
	}

	@Override
	Condition notEqualToNull() {
		throw comparedWithNull();
	}

	private InvalidDataAccessApiUsageException comparedWithNull() {
		return new InvalidDataAccessApiUsageException("'" + this.operand
				+ "' is a number and cannot be compared with null. Use isNull or notExists on the attribute");
	}

}
