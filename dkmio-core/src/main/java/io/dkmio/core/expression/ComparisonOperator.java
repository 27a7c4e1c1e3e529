package io.dkmio.core.expression;

/**
 * How two operands are compared.
 *
 * @since 1.0
 */
public enum ComparisonOperator {

	/** Equal; false if an operand is missing. */
	EQ("="),
	/** Not equal; <em>true</em> if an operand is missing or of another type. */
	NE("<>"),
	/** Less than. */
	LT("<"),
	/** Less than or equal. */
	LTE("<="),
	/** Greater than. */
	GT(">"),
	/** Greater than or equal. */
	GTE(">=");

	private final String symbol;

	ComparisonOperator(String symbol) {
		this.symbol = symbol;
	}

	/**
	 * The operator as DynamoDB writes it.
	 * @return the symbol
	 */
	public String symbol() {
		return this.symbol;
	}

	/**
	 * Whether the operator needs values with an order: strings, numbers or binary data.
	 * @return {@code false} for {@link #EQ} and {@link #NE}
	 */
	public boolean isOrdering() {
		return this != EQ && this != NE;
	}

}
