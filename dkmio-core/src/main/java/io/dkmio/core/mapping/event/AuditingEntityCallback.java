package io.dkmio.core.mapping.event;

import org.springframework.beans.factory.ObjectFactory;
import org.springframework.core.Ordered;
import org.springframework.data.auditing.IsNewAwareAuditingHandler;
import org.springframework.util.Assert;

/**
 * Sets {@code @CreatedDate}, {@code @LastModifiedDate}, {@code @CreatedBy} and
 * {@code @LastModifiedBy} before an item is written or updated.
 *
 * @since 1.0
 */
public final class AuditingEntityCallback
		implements BeforeConvertCallback<Object>, BeforeUpdateCallback<Object>, Ordered {

	private static final int ORDER = 100;

	private final ObjectFactory<IsNewAwareAuditingHandler> handler;

	/**
	 * Creates the callback.
	 * @param handler gives the handler when the first item is written
	 */
	public AuditingEntityCallback(ObjectFactory<IsNewAwareAuditingHandler> handler) {
		Assert.notNull(handler, "Auditing handler must not be null");
		this.handler = handler;
	}

	@Override
	public Object onBeforeConvert(Object item, String table) {
		return this.handler.getObject().markAudited(item);
	}

	@Override
	public Object onBeforeUpdate(Object audit, String table) {
		return this.handler.getObject().markCreated(audit);
	}

	@Override
	public int getOrder() {
		return ORDER;
	}

}
