package io.dkmio.core.mapping.event;

import org.springframework.data.mapping.callback.EntityCallback;

/**
 * Called before attributes of an item are changed without the item being there, to say
 * who changes them and when.
 *
 * @param <A> {@link UpdateAudit}, or a supertype
 * @since 1.0
 */
@FunctionalInterface
public interface BeforeUpdateCallback<A> extends EntityCallback<A> {

	/**
	 * Fills in what is known.
	 * @param audit an {@link UpdateAudit} that takes the facts
	 * @param table the table as DynamoDB knows it
	 * @return the same or another one
	 */
	A onBeforeUpdate(A audit, String table);

}
