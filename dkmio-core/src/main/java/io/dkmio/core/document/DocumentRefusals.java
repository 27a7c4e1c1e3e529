package io.dkmio.core.document;

import io.dkmio.ConditionFailedException;
import io.dkmio.core.client.ConditionRefusal;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.EmptyResultDataAccessException;

/**
 * What it means that the condition of a write of a document did not hold.
 */
final class DocumentRefusals {

	private DocumentRefusals() {
	}

	/**
	 * A condition of the application. The exception has the stored item as a document.
	 */
	static ConditionRefusal condition(@Nullable String name) {
		return (refused) -> {
			String found = (name != null) ? "the condition '" + name + "' does not hold"
					: "its condition does not hold";
			Document current = refused.item().isEmpty() ? null : Document.ofItem(refused.item());
			String advice = (current == null) ? "There is no such document. Repeating the write will not help"
					: "getCurrent(Document.class) of this exception has the document as it is stored";
			return new ConditionFailedException(refused.message(found, advice), refused.facts(), name, refused.item(),
					current, refused.cause());
		};
	}

	/**
	 * The document must exist, and then meet the condition of the application.
	 */
	static ConditionRefusal existing(String advice, @Nullable String name) {
		return (refused) -> refused.item().isEmpty()
				? new EmptyResultDataAccessException(refused.message("there is no such document", advice), 1,
						refused.cause())
				: condition(name).toException(refused);
	}

}
