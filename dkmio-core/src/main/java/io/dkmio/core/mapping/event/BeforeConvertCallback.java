package io.dkmio.core.mapping.event;

import org.springframework.data.mapping.callback.EntityCallback;

/**
 * Called before an item's version and keys are worked out, so that properties can still
 * change. Auditing happens here.
 *
 * @param <T> the type of the item
 * @since 1.0
 */
@FunctionalInterface
public interface BeforeConvertCallback<T> extends EntityCallback<T> {

	/**
	 * Looks at an item, and may replace it.
	 * @param item the item
	 * @param table the name of its table
	 * @return the item to go on with
	 */
	T onBeforeConvert(T item, String table);

}
