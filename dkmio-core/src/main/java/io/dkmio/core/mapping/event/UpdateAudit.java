package io.dkmio.core.mapping.event;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Auditable;

/**
 * What auditing says about an update, which has no item to be asked about: Spring Data
 * fills it in instead of one.
 *
 * @since 1.0
 */
public final class UpdateAudit implements Auditable<Object, Object, Instant> {

	private @Nullable Object createdBy;

	private @Nullable Instant createdDate;

	private @Nullable Object lastModifiedBy;

	private @Nullable Instant lastModifiedDate;

	@Override
	public @Nullable Object getId() {
		return null;
	}

	@Override
	public boolean isNew() {
		return true;
	}

	@Override
	public Optional<Object> getCreatedBy() {
		return Optional.ofNullable(this.createdBy);
	}

	@Override
	public void setCreatedBy(@Nullable Object createdBy) {
		this.createdBy = createdBy;
	}

	@Override
	public Optional<Instant> getCreatedDate() {
		return Optional.ofNullable(this.createdDate);
	}

	@Override
	public void setCreatedDate(Instant creationDate) {
		this.createdDate = creationDate;
	}

	@Override
	public Optional<Object> getLastModifiedBy() {
		return Optional.ofNullable(this.lastModifiedBy);
	}

	@Override
	public void setLastModifiedBy(@Nullable Object lastModifiedBy) {
		this.lastModifiedBy = lastModifiedBy;
	}

	@Override
	public Optional<Instant> getLastModifiedDate() {
		return Optional.ofNullable(this.lastModifiedDate);
	}

	@Override
	public void setLastModifiedDate(Instant lastModifiedDate) {
		this.lastModifiedDate = lastModifiedDate;
	}

}
