package io.dkmio.core.mapping.event;

import org.springframework.data.mapping.callback.EntityCallback;

/**
 * Called before a write is sent, with the item as it will be stored: version, auditing
 * and time to live are set. A returned item replaces it; keys and version must stay as
 * they are.
 *
 * @param <T> the type of the item
 * @since 1.0
 */
@FunctionalInterface
public interface BeforeSaveCallback<T> extends EntityCallback<T> {

	/**
	 * Looks at an item, and may replace it.
	 * @param item the item
	 * @param table the name of its table
	 * @return the item to go on with
	 */
	T onBeforeSave(T item, String table);

}
