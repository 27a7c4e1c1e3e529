package io.dkmio.core.write;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import io.dkmio.core.convert.DynamoConverter;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.mapping.DynamoPersistentProperty;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.mapping.PersistentPropertyAccessor;

/**
 * What follows from a type for every write of its items as a whole.
 *
 * @param <T> the type
 */
final class ItemWritePlan<T> {

	private final DynamoPersistentEntity<?> type;

	private final ItemConditions conditions;

	private final UniqueValues uniques;

	private final @Nullable DynamoPersistentProperty version;

	private final Versions versions;

	private final @Nullable DynamoPersistentProperty timeToLive;

	private final @Nullable Duration timeToLiveAfter;

	private final Clock clock;

	ItemWritePlan(DynamoPersistentEntity<?> type, DynamoConverter converter, Clock clock) {
		this.type = type;
		this.clock = clock;
		this.conditions = new ItemConditions(type, converter);
		this.uniques = new UniqueValues(type, converter);
		this.version = type.getVersionProperty();
		this.versions = new Versions(type);
		this.timeToLive = type.getTimeToLiveProperty();
		this.timeToLiveAfter = (this.timeToLive != null) ? this.timeToLive.getTimeToLiveAfter() : null;
	}

	String table() {
		return this.type.getRequiredTable().name();
	}

	UniqueValues uniques() {
		return this.uniques;
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
			accessor.setProperty(version,
					this.versions.toProperty(this.versions.next(insert ? 0 : Versions.of(former))));
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

	private static boolean unset(@Nullable Object value) {
		return value == null || (value instanceof Long seconds && seconds == 0);
	}

	WriteAction put(Object prepared, Map<String, AttributeValue> item, WriteTerms terms) {
		long former = versionOf(prepared) - 1;
		WriteCondition condition = (this.version == null) ? this.conditions.put(item, terms)
				: (former == 0) ? this.conditions.absent(terms) : this.conditions.version(former, item, terms);
		return new WriteAction.Put(this.type, item, condition, terms.returning());
	}

	WriteAction insert(Map<String, AttributeValue> item) {
		return new WriteAction.Put(this.type, item, this.conditions.absent(WriteTerms.none()));
	}

	/**
	 * Replaces an item that must exist.
	 */
	WriteAction replace(Object prepared, Map<String, AttributeValue> item, WriteTerms terms) {
		if (this.version == null) {
			return new WriteAction.Put(this.type, item, this.conditions.exists(item, terms), terms.returning());
		}
		if (versionOf(prepared) == Versions.FIRST) {
			throw new InvalidDataAccessApiUsageException("This " + this.type.getType().getSimpleName()
					+ " has no version, so it was not read; an update replaces the item that was read. Read it first,"
					+ " or insert it");
		}
		return put(prepared, item, terms);
	}

	WriteAction delete(Object item, Map<String, AttributeValue> key, WriteTerms terms) {
		long current = versionOf(item);
		return new WriteAction.Delete(this.type, key, this.conditions.delete(current, terms), terms.returning());
	}

	WriteAction delete(Map<String, AttributeValue> key, WriteTerms terms) {
		return new WriteAction.Delete(this.type, key, this.conditions.delete(0, terms), terms.returning());
	}

	WriteAction check(Map<String, AttributeValue> key, WriteTerms terms) {
		return new WriteAction.Check(this.type, key, this.conditions.check(terms));
	}

	private long versionOf(Object item) {
		return (this.version != null) ? Versions.of(this.type.getPropertyAccessor(item).getProperty(this.version)) : 0;
	}

}
