package io.dkmio.core.mapping.event;

import org.springframework.data.mapping.callback.EntityCallback;

/**
 * Called after a write succeeded, with the item as it is stored now.
 *
 * @param <T> the type of the item
 * @since 1.0
 */
@FunctionalInterface
public interface AfterSaveCallback<T> extends EntityCallback<T> {

	/**
	 * Looks at an item, and may replace it.
	 * @param item the item
	 * @param table the name of its table
	 * @return the item to go on with
	 */
	T onAfterSave(T item, String table);

}
