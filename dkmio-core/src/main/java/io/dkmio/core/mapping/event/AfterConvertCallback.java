package io.dkmio.core.mapping.event;

import org.springframework.data.mapping.callback.EntityCallback;

/**
 * Called after an item was read.
 *
 * @param <T> the type of the item
 * @since 1.0
 */
@FunctionalInterface
public interface AfterConvertCallback<T> extends EntityCallback<T> {

	/**
	 * Looks at an item, and may replace it.
	 * @param item the item
	 * @param table the name of its table
	 * @return the item to go on with
	 */
	T onAfterConvert(T item, String table);

}
