package io.dkmio.core;

import io.dkmio.core.mapping.event.AfterConvertCallback;
import io.dkmio.core.mapping.event.AfterSaveCallback;
import io.dkmio.core.mapping.event.BeforeConvertCallback;
import io.dkmio.core.mapping.event.BeforeSaveCallback;
import org.jspecify.annotations.Nullable;

import org.springframework.data.mapping.callback.EntityCallbacks;

/**
 * The application's entity callbacks, if it has any.
 */
final class ItemCallbacks {

	static final ItemCallbacks NONE = new ItemCallbacks(null);

	private final @Nullable EntityCallbacks callbacks;

	ItemCallbacks(@Nullable EntityCallbacks callbacks) {
		this.callbacks = callbacks;
	}

	<T> T beforeConvert(T item, String table) {
		return (this.callbacks != null) ? this.callbacks.callback(BeforeConvertCallback.class, item, table) : item;
	}

	<T> T beforeSave(T item, String table) {
		return (this.callbacks != null) ? this.callbacks.callback(BeforeSaveCallback.class, item, table) : item;
	}

	<T> T afterSave(T item, String table) {
		return (this.callbacks != null) ? this.callbacks.callback(AfterSaveCallback.class, item, table) : item;
	}

	<T> T afterConvert(T item, String table) {
		return (this.callbacks != null) ? this.callbacks.callback(AfterConvertCallback.class, item, table) : item;
	}

}
