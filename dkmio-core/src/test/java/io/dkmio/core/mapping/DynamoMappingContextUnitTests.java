package io.dkmio.core.mapping;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.springframework.data.convert.CustomConversions;
import org.springframework.data.core.TypeInformation;
import org.springframework.data.mapping.model.SnakeCaseFieldNamingStrategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link DynamoMappingContext}.
 */
class DynamoMappingContextUnitTests {

	private static final TableDefinition SHOP = Mappings.SHOP;

	@Test
	void reportsAllFaultsOfAllTypesAtOnce() {
		TableDefinition shop = SHOP.withIndex(IndexDefinition.local("lsi1").withPartitionKey("x").withSortKey("y"));
		assertThatExceptionOfType(InvalidMappingException.class)
			.isThrownBy(() -> DynamoMappingContext.of(List.of(shop), Broken.class, Nested.class, Good.class))
			.withMessage("""
					The mapping has 5 faults:
					  - Table 'shop': index 'lsi1' is local and declares a partition key; a local index has the \
					table's, 'pk': remove it, or make the index global
					  - Broken: template 'A#{missing}' names 'missing', which is no property of Broken; use one of id
					  - Broken: @GlobalIndex names index 'gsi7', which table 'shop' does not have; \
					declare it there, or use one of gsi1, lsi1
					  - Value: properties 'a' and 'b' are both stored as 'a'; \
					name another attribute with @Attribute for one of them
					  - Nested: has no sort key; write @Item(sk = "…{property}"), \
					or annotate a property with @SortKey""");
	}

	@Test
	void saysOneFaultInTheSingular() {
		assertThat(new InvalidMappingException(List.of(new MappingFault("Order", "is wrong"))))
			.hasMessage("The mapping has a fault:\n  - Order: is wrong");
		assertThatIllegalArgumentException().isThrownBy(() -> new InvalidMappingException(List.of()));
	}

	@Test
	void reportsTheFaultsOfAllPermittedTypes() {
		assertThat(Mappings.faults(SHOP, Event.class)).extracting(MappingFault::subject)
			.containsExactly("Opened", "Closed");
	}

	@Test
	void keepsTheCauseOfWhatSpringDataReports() {
		InvalidMappingException exception = catchThrowableOfType(InvalidMappingException.class,
				() -> DynamoMappingContext.of(List.of(SHOP), ItemVerifierUnitTests.TwoVersions.class));
		assertThat(exception.getSuppressed()).hasSize(1);
	}

	@Test
	void throwsTheFaultsOfATypeAddedLaterAtOnce() {
		DynamoMappingContext context = DynamoMappingContext.of(List.of(SHOP), Good.class);
		for (int i = 0; i < 2; i++) {
			assertThatExceptionOfType(InvalidMappingException.class)
				.isThrownBy(() -> context.getPersistentEntity(Broken.class))
				.satisfies((ex) -> assertThat(ex.getFaults()).extracting(MappingFault::subject)
					.containsExactly("Broken", "Broken"));
			assertThat(context.hasPersistentEntityFor(Broken.class)).isFalse();
		}
	}

	@Test
	void throwsTheFaultsOfAValueInATypeAddedLaterAtOnce() {
		DynamoMappingContext context = DynamoMappingContext.of(List.of(SHOP), Good.class);
		for (int i = 0; i < 2; i++) {
			assertThatExceptionOfType(InvalidMappingException.class)
				.isThrownBy(() -> context.getPersistentEntity(Holder.class))
				.satisfies(
						(ex) -> assertThat(ex.getFaults()).extracting(MappingFault::subject).containsExactly("Value"));
		}
	}

	@Test
	void throwsTheFaultsOfAPermittedTypeAddedLaterAtOnce() {
		DynamoMappingContext context = DynamoMappingContext.of(List.of(SHOP), Good.class);
		for (int i = 0; i < 2; i++) {
			assertThatExceptionOfType(InvalidMappingException.class)
				.isThrownBy(() -> context.getPersistentEntity(Event.class))
				.satisfies(
						(ex) -> assertThat(ex.getFaults()).extracting(MappingFault::subject).containsExactly("Opened"));
		}
	}

	@Test
	void checksATypeAddedLaterAgainstTheOthers() {
		DynamoMappingContext typed = DynamoMappingContext.of(List.of(SHOP), Good.class);
		assertThatExceptionOfType(InvalidMappingException.class)
			.isThrownBy(() -> typed.getPersistentEntity(Other.Good.class))
			.withMessageContaining("is known as 'Good' in table 'shop', and so is ");
		DynamoMappingContext untyped = DynamoMappingContext.of(List.of(SHOP.withTypeAttribute(null)), Good.class);
		assertThatExceptionOfType(InvalidMappingException.class)
			.isThrownBy(() -> untyped.getPersistentEntity(Similar.class))
			.withMessageContaining("Good: has keys of the same shape as Similar in table 'shop'");
	}

	@Test
	void doesNotCallABrokenItemNoItem() {
		DynamoMappingContext context = new DynamoMappingContext(List.of(SHOP));
		context.setInitialEntitySet(Set.of(Broken.class));
		assertThatExceptionOfType(InvalidMappingException.class).isThrownBy(context::initialize);
		DynamoPersistentEntity<?> entity = context.getRequiredPersistentEntity(Broken.class);
		assertThatIllegalStateException().isThrownBy(entity::getRequiredKey)
			.withMessage("Broken has no valid key; correct the faults of its mapping");
	}

	@Test
	void tellsItemsFromValues() {
		DynamoPersistentEntity<?> entity = DynamoMappingContext.of(List.of(SHOP))
			.getRequiredPersistentEntity(Address.class);
		assertThat(entity.isItem()).isFalse();
		assertThat(entity.getIndexes()).isEmpty();
		assertThat(entity.getComposedKeys()).isEmpty();
		assertThatIllegalStateException().isThrownBy(entity::getRequiredKey)
			.withMessage("Address is no item and has no key; annotate it with @Item");
		assertThatIllegalStateException().isThrownBy(entity::getRequiredTable)
			.withMessage("Address is no item and has no table; annotate it with @Item");
	}

	@Test
	void knowsItsTables() {
		TableDefinition audit = TableDefinition.of("audit", "audit-log", "id");
		DynamoMappingContext context = DynamoMappingContext.of(List.of(SHOP, audit), Good.class, Logged.class);
		assertThat(context.getTables()).containsExactly(SHOP, audit);
		assertThat(context.findTable("audit")).isSameAs(audit);
		assertThat(context.findTable("audit-log")).isNull();
		assertThat(context.getRequiredPersistentEntity(Logged.class).getRequiredTable()).isSameAs(audit);
		assertThat(types(context.getItems(audit))).containsExactly(Logged.class);
		assertThat(types(context.getItems(SHOP))).containsExactly(Good.class);
	}

	@Test
	void refusesTwoTablesOfOneLogicalName() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new DynamoMappingContext(List.of(SHOP, TableDefinition.of("other"))))
			.withMessage("Two tables have the logical name 'default'; give one another with withLogicalName(…)");
	}

	@Test
	void refusesSettingsThatWouldComeTooLate() {
		DynamoMappingContext context = DynamoMappingContext.of(List.of(SHOP), Good.class);
		assertThatIllegalStateException()
			.isThrownBy(() -> context.setFieldNamingStrategy(new SnakeCaseFieldNamingStrategy()))
			.withMessage("Types are known already, and were mapped without the naming strategy; "
					+ "call this before initialize()");
		assertThatIllegalStateException()
			.isThrownBy(() -> context
				.setCustomConversions(new CustomConversions(CustomConversions.StoreConversions.NONE, List.of())))
			.withMessage("Types are known already, and were mapped without the custom conversions; "
					+ "call this before initialize()");
	}

	@Test
	void listsItemsOnceInOrderOfTheirNames() {
		DynamoMappingContext context = DynamoMappingContext.of(List.of(SHOP), Zebra.class, Good.class, Generic.class,
				Zebra.class, References.class);
		assertThat(context.getPersistentEntity(
				TypeInformation.of(References.class).getRequiredProperty("generic").getRequiredActualType()))
			.isNotNull();
		assertThat(types(context.getItems(SHOP))).containsExactly(Generic.class, Good.class, References.class,
				Zebra.class);
	}

	@Test
	void listsItemsKnownWithTypeArgumentsAlone() {
		DynamoMappingContext context = DynamoMappingContext.of(List.of(SHOP), References.class);
		assertThat(types(context.getItems(SHOP))).containsExactly(Generic.class, References.class);
	}

	@Test
	void addsTypesFromSeveralThreads() throws InterruptedException, ExecutionException {
		List<Class<?>> types = List.of(Good.class, Zebra.class, References.class, Generic.class, Address.class,
				KindsOfTypesUnitTests.Customer.class, KindsOfTypesUnitTests.Tree.class);
		ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			for (int round = 0; round < 50; round++) {
				DynamoMappingContext context = DynamoMappingContext.of(List.of(SHOP));
				List<Callable<Boolean>> tasks = IntStream.range(0, 32).<Callable<Boolean>>mapToObj((i) -> () -> {
					DynamoPersistentEntity<?> entity = context.getRequiredPersistentEntity(types.get(i % types.size()));
					return !entity.isItem() || entity.getRequiredKey().partitionKey() != null;
				}).toList();
				for (Future<Boolean> future : threads.invokeAll(tasks)) {
					assertThat(future.get()).isTrue();
				}
				assertThat(context.getItems(SHOP)).hasSize(6);
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	private static List<Class<?>> types(List<DynamoPersistentEntity<?>> entities) {
		return entities.stream().<Class<?>>map((entity) -> entity.getType()).toList();
	}

	@Item(pk = "GOOD#{id}", sk = "GOOD")
	record Good(String id) {
	}

	@Item(pk = "GOOD#{name}", sk = "GOOD")
	record Similar(String name) {
	}

	@Item(pk = "A#{missing}", sk = "A#{id}")
	@GlobalIndex(name = "gsi7", pk = "{id}")
	record Broken(String id) {
	}

	@Item(pk = "A#{id}")
	record Nested(String id, List<Value> values) {
	}

	record Value(String a, @Attribute("a") String b) {
	}

	record Holder(Value value) {
	}

	record Address(String city) {
	}

	@Item(table = "audit")
	record Logged(@PartitionKey String id) {
	}

	@Item(pk = "ZEBRA#{id}", sk = "ZEBRA")
	record Zebra(String id) {
	}

	@Item(pk = "GENERIC#{id}", sk = "GENERIC")
	record Generic<T>(String id, T content) {
	}

	@Item(pk = "REFERENCES#{id}", sk = "REFERENCES")
	record References(String id, List<Generic<Address>> generic) {
	}

	sealed interface Event permits Opened, Closed {

	}

	@Item(pk = "EVENT#{event}", sk = "OPENED")
	record Opened(String id) implements Event {
	}

	@Item(pk = "EVENT#{event}", sk = "CLOSED")
	record Closed(String id) implements Event {
	}

	/**
	 * Holds a type with a simple name that is taken.
	 */
	static final class Other {

		@Item(pk = "OTHER#{id}", sk = "OTHER")
		record Good(String id) {
		}

	}

}
