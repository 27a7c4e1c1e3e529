package io.dkmio.core.write;

import java.util.List;

import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * On what terms an item is written or deleted as a whole.
 *
 * @param conditions what must hold, all of them
 * @param returning what comes back: nothing or the former item
 * @since 1.0
 */
public record WriteTerms(List<NamedCondition> conditions, ReturnValue returning) {

	private static final WriteTerms NONE = new WriteTerms(List.of(), ReturnValue.NONE);

	public WriteTerms {
		conditions = List.copyOf(conditions);
	}

	/**
	 * No conditions, and nothing comes back.
	 * @return the terms
	 */
	public static WriteTerms none() {
		return NONE;
	}

}
