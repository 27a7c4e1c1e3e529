package io.dkmio.core;

import io.dkmio.core.expression.Condition;
import io.dkmio.core.expression.UpdateClauses;

/**
 * What a transaction changes in a document. The document must exist, unless
 * {@link #upsert()} says otherwise.
 *
 * @since 1.0
 */
public interface TransactionDocumentUpdate extends UpdateClauses<TransactionDocumentUpdate> {

	/**
	 * Adds a condition on the document; several must all hold.
	 * @param condition the condition on the stored document
	 * @return this
	 */
	TransactionDocumentUpdate when(Condition condition);

	/**
	 * Adds a condition on the document; several must all hold.
	 * @param condition the condition on the stored document
	 * @param name the name by which {@link io.dkmio.ConditionFailedException} tells it
	 * from others
	 * @return this
	 */
	TransactionDocumentUpdate when(Condition condition, String name);

	/**
	 * Creates the document if it does not exist.
	 * @return this
	 */
	TransactionDocumentUpdate upsert();

}
