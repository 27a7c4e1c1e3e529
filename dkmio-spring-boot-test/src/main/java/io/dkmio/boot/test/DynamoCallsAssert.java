package io.dkmio.boot.test;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on what was sent to DynamoDB.
 *
 * @since 1.0
 */
public final class DynamoCallsAssert extends AbstractAssert<DynamoCallsAssert, DynamoCalls> {

	DynamoCallsAssert(DynamoCalls actual) {
		super(actual, DynamoCallsAssert.class);
	}

	/**
	 * Verifies that these calls were sent and no other, in this order.
	 * @param expected the calls
	 * @return this
	 */
	public DynamoCallsAssert containsExactly(ExpectedCall... expected) {
		List<DynamoCall> found = this.actual.recorded();
		boolean same = found.size() == expected.length;
		for (int i = 0; same && i < expected.length; i++) {
			same = expected[i].matches(found.get(i));
		}
		if (!same) {
			failWithMessage("Expected exactly these calls:%n%s%nbut these were sent:%n%s",
					lines(Arrays.asList(expected)), lines(found));
		}
		return this;
	}

	/**
	 * Verifies that these calls are among those that were sent, in any order.
	 * @param expected the calls
	 * @return this
	 */
	public DynamoCallsAssert contains(ExpectedCall... expected) {
		for (ExpectedCall call : expected) {
			if (this.actual.recorded().stream().noneMatch(call::matches)) {
				failWithMessage("Expected this call:%n%s%nbut these were sent:%n%s", lines(List.of(call)),
						lines(this.actual.recorded()));
			}
		}
		return this;
	}

	/**
	 * Verifies that no such call was sent.
	 * @param unexpected the call
	 * @return this
	 */
	public DynamoCallsAssert doesNotContain(ExpectedCall unexpected) {
		if (this.actual.recorded().stream().anyMatch(unexpected::matches)) {
			failWithMessage("Expected no such call:%n%s%nbut these were sent:%n%s", lines(List.of(unexpected)),
					lines(this.actual.recorded()));
		}
		return this;
	}

	/**
	 * Verifies that nothing was sent.
	 * @return this
	 */
	public DynamoCallsAssert isEmpty() {
		return containsExactly();
	}

	/**
	 * Verifies how many calls were sent.
	 * @param size the number
	 * @return this
	 */
	public DynamoCallsAssert hasSize(int size) {
		if (this.actual.recorded().size() != size) {
			failWithMessage("Expected %s calls but these were sent:%n%s", size, lines(this.actual.recorded()));
		}
		return this;
	}

	private static String lines(List<?> calls) {
		return calls.isEmpty() ? "  none"
				: calls.stream().map((call) -> "  " + call).collect(Collectors.joining(System.lineSeparator()));
	}

}
