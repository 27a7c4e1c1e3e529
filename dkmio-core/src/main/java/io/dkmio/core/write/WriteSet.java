package io.dkmio.core.write;

import java.util.List;

import org.springframework.util.Assert;

/**
 * The writes one operation of the application comes down to, in the order they are sent.
 *
 * @param actions the writes, at least one
 * @since 1.0
 */
public record WriteSet(List<WriteAction> actions) {

	public WriteSet {
		actions = List.copyOf(actions);
		Assert.notEmpty(actions, "A write set needs an action");
	}

	/**
	 * A set of one.
	 * @param action the action
	 * @return the set
	 */
	public static WriteSet of(WriteAction action) {
		return new WriteSet(List.of(action));
	}

}
