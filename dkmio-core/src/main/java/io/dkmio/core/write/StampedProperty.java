package io.dkmio.core.write;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Function;

import io.dkmio.core.convert.DynamoConverter;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.mapping.DynamoPersistentProperty;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.data.annotation.CreatedBy;
import org.springframework.data.annotation.CreatedDate;
import org.springframework.data.annotation.LastModifiedBy;
import org.springframework.data.annotation.LastModifiedDate;
import org.springframework.util.ClassUtils;

/**
 * A property that is filled in by itself: by auditing, or with the time to expire at.
 *
 * @param property the property
 * @param creation whether it keeps what it got when the item was created
 * @param fact what of a stamp it is filled with
 */
record StampedProperty(DynamoPersistentProperty property, boolean creation,
		Function<AuditStamp, @Nullable Object> fact) {

	/**
	 * The properties of a type that are filled in.
	 */
	static List<StampedProperty> of(DynamoPersistentEntity<?> type, Clock clock) {
		List<StampedProperty> audited = new ArrayList<>();
		for (DynamoPersistentProperty property : type) {
			if (property.isAnnotationPresent(CreatedDate.class)) {
				audited.add(new StampedProperty(property, true, AuditStamp::createdAt));
			}
			if (property.isAnnotationPresent(CreatedBy.class)) {
				audited.add(new StampedProperty(property, true, AuditStamp::createdBy));
			}
			if (property.isAnnotationPresent(LastModifiedDate.class)) {
				audited.add(new StampedProperty(property, false, AuditStamp::modifiedAt));
			}
			if (property.isAnnotationPresent(LastModifiedBy.class)) {
				audited.add(new StampedProperty(property, false, AuditStamp::modifiedBy));
			}
		}
		DynamoPersistentProperty timeToLive = type.getTimeToLiveProperty();
		Duration after = (timeToLive != null) ? timeToLive.getTimeToLiveAfter() : null;
		if (timeToLive != null && after != null) {
			boolean seconds = timeToLive.getType() != Instant.class;
			audited.add(new StampedProperty(timeToLive, true, (stamp) -> {
				Instant expires = clock.instant().plus(after).truncatedTo(ChronoUnit.SECONDS);
				return seconds ? (Object) expires.getEpochSecond() : expires;
			}));
		}
		return List.copyOf(audited);
	}

	String attribute() {
		return this.property.getAttributeName();
	}

	/**
	 * The attribute for a stamp.
	 * @return the attribute, or {@code null} if the stamp does not tell
	 */
	@Nullable AttributeValue value(AuditStamp stamp, DynamoConverter converter) {
		Object value = this.fact.apply(stamp);
		if (value == null) {
			return null;
		}
		return converter.toAttributeValue(this.property,
				(value instanceof Instant instant) ? ofType(instant, this.property.getType()) : value);
	}

	private static Object ofType(Instant instant, Class<?> declared) {
		Class<?> type = ClassUtils.resolvePrimitiveIfNecessary(declared);
		if (type == Long.class) {
			return instant.toEpochMilli();
		}
		if (type == Date.class) {
			return Date.from(instant);
		}
		if (type == LocalDateTime.class) {
			return LocalDateTime.ofInstant(instant, ZoneId.systemDefault());
		}
		if (type == OffsetDateTime.class) {
			return OffsetDateTime.ofInstant(instant, ZoneId.systemDefault());
		}
		return (type == ZonedDateTime.class) ? ZonedDateTime.ofInstant(instant, ZoneId.systemDefault()) : instant;
	}

}
