package io.dkmio.core;

import io.dkmio.core.mapping.event.AfterConvertCallback;
import io.dkmio.core.mapping.event.AfterSaveCallback;
import io.dkmio.core.mapping.event.BeforeConvertCallback;
import io.dkmio.core.mapping.event.BeforeSaveCallback;
import io.dkmio.core.mapping.event.BeforeUpdateCallback;
import io.dkmio.core.mapping.event.UpdateAudit;
import io.dkmio.core.write.AuditStamp;
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

	AuditStamp stamp(String table) {
		if (this.callbacks == null) {
			return AuditStamp.none();
		}
		UpdateAudit audit = this.callbacks.callback(BeforeUpdateCallback.class, new UpdateAudit(), table);
		return new AuditStamp(audit.getCreatedDate().orElse(null), audit.getCreatedBy().orElse(null),
				audit.getLastModifiedDate().orElse(null), audit.getLastModifiedBy().orElse(null));
	}

	<T> T afterSave(T item, String table) {
		return (this.callbacks != null) ? this.callbacks.callback(AfterSaveCallback.class, item, table) : item;
	}

	<T> T afterConvert(T item, String table) {
		return (this.callbacks != null) ? this.callbacks.callback(AfterConvertCallback.class, item, table) : item;
	}

}
