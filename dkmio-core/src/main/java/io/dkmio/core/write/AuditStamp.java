package io.dkmio.core.write;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Who writes, and when, as far as auditing knows. An update writes it to the audited
 * properties of the item.
 *
 * @param createdAt when an item this write creates is created
 * @param createdBy who creates it
 * @param modifiedAt when the item is changed
 * @param modifiedBy who changes it
 * @since 1.0
 */
public record AuditStamp(@Nullable Instant createdAt, @Nullable Object createdBy, @Nullable Instant modifiedAt,
		@Nullable Object modifiedBy) {

	private static final AuditStamp NONE = new AuditStamp(null, null, null, null);

	/**
	 * The stamp where there is no auditing.
	 * @return a stamp without facts
	 */
	public static AuditStamp none() {
		return NONE;
	}

}
