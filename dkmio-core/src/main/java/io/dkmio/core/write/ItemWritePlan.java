package io.dkmio.core.write;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.mapping.DynamoPersistentProperty;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.mapping.PersistentPropertyAccessor;
import org.springframework.util.ClassUtils;

/**
 * What follows from a type for every write of its items.
 *
 * @param <T> the type
 */
final class ItemWritePlan<T> {

	private static final long FIRST_VERSION = 1;

	private final DynamoPersistentEntity<?> type;

	private final WriteCondition absent;

	private final @Nullable DynamoPersistentProperty version;

	private final long lastVersion;

	private final Map<String, String> versionNames;

	private final @Nullable DynamoPersistentProperty timeToLive;

	private final @Nullable Duration timeToLiveAfter;

	private final Clock clock;

	ItemWritePlan(DynamoPersistentEntity<?> type, Clock clock) {
		this.type = type;
		this.clock = clock;
		this.absent = new WriteCondition(WriteCondition.Meaning.ABSENT, null, "attribute_not_exists(#n0)",
				Map.of("#n0", type.getRequiredTable().partitionKey().name()), Map.of());
		this.version = type.getVersionProperty();
		this.versionNames = (this.version != null) ? Map.of("#n0", this.version.getAttributeName()) : Map.of();
		this.lastVersion = (this.version != null) ? lastVersion(this.version) : 0;
		this.timeToLive = type.getTimeToLiveProperty();
		this.timeToLiveAfter = (this.timeToLive != null) ? this.timeToLive.getTimeToLiveAfter() : null;
	}

	private static long lastVersion(DynamoPersistentProperty version) {
		Class<?> type = ClassUtils.resolvePrimitiveIfNecessary(version.getType());
		if (type == Short.class) {
			return Short.MAX_VALUE;
		}
		return (type == Integer.class) ? Integer.MAX_VALUE : Long.MAX_VALUE;
	}

	DynamoPersistentEntity<?> type() {
		return this.type;
	}

	@SuppressWarnings("ReferenceEquality") // only the given object can have been changed
	PreparedItem<T> prepare(T item, boolean insert) {
		if (this.version == null && this.timeToLiveAfter == null) {
			return new PreparedItem<>(item, PreparedItem.NOTHING);
		}
		PersistentPropertyAccessor<T> accessor = this.type.getPropertyAccessor(item);
		Runnable restore = PreparedItem.NOTHING;
		DynamoPersistentProperty version = this.version;
		if (version != null) {
			Object former = accessor.getProperty(version);
			accessor.setProperty(version, ofType(version, next(insert ? 0 : version(former))));
			if (accessor.getBean() == item) {
				restore = () -> accessor.setProperty(version, former);
			}
		}
		if (this.timeToLive != null && this.timeToLiveAfter != null && unset(accessor.getProperty(this.timeToLive))) {
			Instant expires = this.clock.instant().plus(this.timeToLiveAfter).truncatedTo(ChronoUnit.SECONDS);
			accessor.setProperty(this.timeToLive,
					(this.timeToLive.getType() == Instant.class) ? expires : (Object) expires.getEpochSecond());
		}
		return new PreparedItem<>(accessor.getBean(), restore);
	}

	private long next(long current) {
		if (current == this.lastVersion) {
			throw new InvalidDataAccessApiUsageException("The version of this " + this.type.getType().getSimpleName()
					+ " is the greatest its type can hold; write the item once without @Version to start again, "
					+ "or use a Long");
		}
		return (current == 0) ? FIRST_VERSION : current + 1;
	}

	private static boolean unset(@Nullable Object value) {
		return value == null || (value instanceof Long seconds && seconds == 0);
	}

	private static Object ofType(DynamoPersistentProperty version, long value) {
		Class<?> type = ClassUtils.resolvePrimitiveIfNecessary(version.getType());
		if (type == Short.class) {
			return (short) value;
		}
		return (type == Integer.class) ? (Object) (int) value : (Object) value;
	}

	WriteAction put(Object prepared, Map<String, AttributeValue> item) {
		return new WriteAction.Put(this.type, item, putCondition(prepared));
	}

	private @Nullable WriteCondition putCondition(Object prepared) {
		if (this.version == null) {
			return null;
		}
		long next = version(this.type.getPropertyAccessor(prepared).getProperty(this.version));
		return (next == FIRST_VERSION) ? this.absent : versionIs(next - 1);
	}

	WriteAction insert(Map<String, AttributeValue> item) {
		return new WriteAction.Put(this.type, item, this.absent);
	}

	WriteAction delete(Object item, Map<String, AttributeValue> key) {
		long current = (this.version != null) ? version(this.type.getPropertyAccessor(item).getProperty(this.version))
				: 0;
		return new WriteAction.Delete(this.type, key, (current != 0) ? versionIs(current) : null);
	}

	private WriteCondition versionIs(long expected) {
		return new WriteCondition(WriteCondition.Meaning.VERSION, null, "#n0 = :v0", this.versionNames,
				Map.of(":v0", AttributeValue.fromN(Long.toString(expected))));
	}

	private static long version(@Nullable Object value) {
		return (value instanceof Number number) ? number.longValue() : 0;
	}

}
