package io.dkmio.core.document;

import io.dkmio.core.expression.Condition;
import io.dkmio.core.expression.UpdateClauses;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * An update of one document: UpdateItem. Every word returns another update, and nothing
 * is sent before {@link #execute()} or {@link #returning(ReturnValue)}. The document must
 * exist unless {@link #upsert()} says otherwise.
 *
 * <pre class="code">
 * orders.update("usr_123", "ord_456")
 *     .set("address.city", "Lima")
 *     .add("revision", 1)
 *     .when(attribute("status").eq("OPEN"), "open")
 *     .execute();
 * </pre>
 *
 * @since 1.0
 */
public interface DocumentUpdate extends UpdateClauses<DocumentUpdate> {

	/**
	 * Sets what must hold. Several conditions must all hold.
	 * @param condition the condition
	 * @return the changed update
	 */
	DocumentUpdate when(Condition condition);

	/**
	 * Sets what must hold, with a name for the exception.
	 * @param condition the condition
	 * @param name the name
	 * @return the changed update
	 */
	DocumentUpdate when(Condition condition, String name);

	/**
	 * Creates the document if there is none.
	 * @return the changed update
	 */
	DocumentUpdate upsert();

	/**
	 * Updates the document.
	 * @throws org.springframework.dao.EmptyResultDataAccessException if there is no such
	 * document
	 * @throws io.dkmio.ConditionFailedException if a condition does not hold
	 */
	void execute();

	/**
	 * Updates the document.
	 * @param returning which attributes to return
	 * @return the attributes, empty or {@code null} if there are none: of the old ones,
	 * if there was no document
	 * @throws org.springframework.dao.EmptyResultDataAccessException if there is no such
	 * document
	 * @throws io.dkmio.ConditionFailedException if a condition does not hold
	 */
	@Nullable Document returning(ReturnValue returning);

}
