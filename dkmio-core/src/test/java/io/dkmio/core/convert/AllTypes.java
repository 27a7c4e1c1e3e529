package io.dkmio.core.convert;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;

import io.dkmio.core.mapping.Attribute;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.Item;
import io.dkmio.core.mapping.PartitionKey;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.domain.Address;
import io.dkmio.domain.Line;
import io.dkmio.domain.Status;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An item with a property of every type that can be stored.
 */
@Item(table = "all")
@SuppressWarnings("ArrayRecordComponent") // arrays are among all types
record AllTypes(@PartitionKey String id, String text, Character character, Boolean flag, Byte tiny, Short small,
		Integer number, Long big, Float single, Double dual, BigInteger integer, BigDecimal decimal,
		@Attribute(scale = 2) BigDecimal money, Status status, UUID uuid, URI uri, ZoneId zone, ZoneOffset offset,
		Locale locale, Currency currency, Period period, MonthDay monthDay, Instant instant, LocalDate date,
		LocalDateTime dateTime, LocalTime time, OffsetDateTime offsetDateTime, OffsetTime offsetTime,
		ZonedDateTime zonedDateTime, YearMonth yearMonth, Year year, Duration duration, Date oldDate, byte[] bytes,
		ByteBuffer buffer, SdkBytes sdkBytes, Optional<String> optional, List<String> texts,
		Collection<Integer> numbers, Iterable<Long> longs, int[] ints, String[] words, Set<String> textSet,
		Set<Status> statusSet, Set<UUID> uuidSet, Set<Integer> numberSet, Set<BigDecimal> decimalSet,
		Set<ByteBuffer> bufferSet, Set<Boolean> flagSet, Set<Address> addressSet, SortedSet<String> sortedSet,
		EnumSet<Status> enumSet, List<Set<String>> listOfSets, List<Optional<String>> optionals,
		Map<String, Integer> counts, Map<Status, Address> byStatus, Map<UUID, String> byUuid,
		Map<Integer, String> byNumber, Address address, List<Line> lines, Map<String, Object> anything, Object any,
		AttributeValue raw, Map<String, AttributeValue> rawMap, Tree tree) {

	static DynamoMappingContext mappingContext() {
		return DynamoMappingContext.of(List.of(TableDefinition.of("all", "all", "id")), AllTypes.class);
	}

	/**
	 * One with some properties, given as name and value by turns.
	 */
	static AllTypes with(@Nullable Object... namesAndValues) {
		RecordComponent[] components = AllTypes.class.getRecordComponents();
		Object[] values = new Object[components.length];
		values[0] = "id";
		for (int i = 0; i < namesAndValues.length; i += 2) {
			values[position(components, (String) namesAndValues[i])] = namesAndValues[i + 1];
		}
		return make(values);
	}

	static AllTypes make(Object... values) {
		try {
			@SuppressWarnings("unchecked")
			Constructor<AllTypes> constructor = (Constructor<AllTypes>) AllTypes.class.getDeclaredConstructors()[0];
			return constructor.newInstance(values);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	Object get(String property) {
		RecordComponent[] components = AllTypes.class.getRecordComponents();
		try {
			return components[position(components, property)].getAccessor().invoke(this);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static int position(RecordComponent[] components, String name) {
		return Arrays.stream(components).map(RecordComponent::getName).toList().indexOf(name);
	}

	/**
	 * A type that contains itself.
	 */
	record Tree(String name, @Nullable List<Tree> children) {

		static Tree ofDepth(int depth) {
			return new Tree("leaf", (depth == 0) ? null : List.of(ofDepth(depth - 1)));
		}

	}

}
