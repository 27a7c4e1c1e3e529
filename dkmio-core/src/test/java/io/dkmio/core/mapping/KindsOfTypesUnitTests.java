package io.dkmio.core.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import org.springframework.core.annotation.AliasFor;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.annotation.Transient;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.convert.PropertyValueConverter;
import org.springframework.data.convert.ValueConversionContext;
import org.springframework.data.convert.ValueConverter;
import org.springframework.data.mapping.model.SnakeCaseFieldNamingStrategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link DynamoMappingContext} with the kinds of types Java has.
 */
class KindsOfTypesUnitTests {

	private static final TableDefinition SHOP = Mappings.SHOP;

	@Test
	void mapsARecord() {
		DynamoPersistentEntity<?> entity = Mappings.entity(SHOP, Customer.class);
		assertThat(entity.isItem()).isTrue();
		assertThat(entity.getRequiredTable()).isSameAs(SHOP);
		assertThat(Mappings.names(entity.getRequiredKey().properties())).containsExactly("customerId");
		assertThat(entity.getInstanceCreatorMetadata()).isNotNull();
		assertThat(attributes(entity)).containsExactly("customerId", "full_name", "version", "expires_at", "others",
				"balance");
		assertThat(entity.getRequiredVersionProperty().getName()).isEqualTo("version");
		assertThat(entity.getRequiredPersistentProperty("balance").getScale()).isEqualTo(2);
		assertThat(entity.getRequiredPersistentProperty("version").getScale()).isNull();
		assertThat(entity.getTimeToLiveProperty()).isEqualTo(entity.getPersistentProperty("until"));
		assertThat(entity.getOtherAttributesProperty()).isEqualTo(entity.getPersistentProperty("others"));
	}

	@Test
	void mapsARecordWithSeveralConstructors() {
		DynamoPersistentEntity<?> entity = Mappings.entity(SHOP, SeveralConstructors.class);
		assertThat(Objects.requireNonNull(entity.getInstanceCreatorMetadata()).getParameters()).hasSize(2);
	}

	@Test
	void mapsAnImmutableClass() {
		DynamoPersistentEntity<?> entity = Mappings.entity(SHOP, ImmutableCustomer.class);
		assertThat(attributes(entity)).containsExactly("customerId", "name");
		assertThat(entity.isCreatorArgument(entity.getRequiredPersistentProperty("name"))).isTrue();
	}

	@Test
	void mapsAJavaBean() {
		DynamoPersistentEntity<?> entity = Mappings.entity(SHOP, CustomerBean.class);
		assertThat(attributes(entity)).containsExactly("customerId", "full_name");
		assertThat(entity.getRequiredPersistentProperty("name").getSetter()).isNotNull();
		assertThat(entity.getRequiredPersistentProperty("name").isWritable()).isTrue();
	}

	@Test
	void mapsAClassWithAFactory() {
		DynamoPersistentEntity<?> entity = Mappings.entity(SHOP, CreatedCustomer.class);
		assertThat(Objects.requireNonNull(entity.getInstanceCreatorMetadata()).getParameters()).hasSize(2);
		assertThat(entity.isCreatorArgument(entity.getRequiredPersistentProperty("customerId"))).isTrue();
	}

	@Test
	void knowsTheSpecialProperties() {
		DynamoPersistentEntity<?> entity = Mappings.entity(SHOP, Special.class);
		assertThat(entity.getPersistentProperty("transientProperty")).isNull();
		assertThat(entity.getRequiredPersistentProperty("readOnly").isWritable()).isFalse();
		assertThat(entity.getRequiredPersistentProperty("computed").isComputed()).isTrue();
		assertThat(entity.getRequiredPersistentProperty("id").isComputed()).isFalse();
		assertThat(entity.getTimeToLiveProperty()).isNull();
		assertThat(entity.getOtherAttributesProperty()).isNull();
	}

	@Test
	void takesTheTypesOfTheJdkAsTheyAre() {
		DynamoMappingContext context = DynamoMappingContext.of(List.of(SHOP), Simple.class);
		DynamoPersistentEntity<?> entity = context.getRequiredPersistentEntity(Simple.class);
		assertThat(entity).allSatisfy((property) -> assertThat(context.getPersistentEntity(property)).isNull());
		assertThat(context.getPersistentEntities()).hasSize(1);
		assertThat(entity.getRequiredPersistentProperty("total").isEntity()).isFalse();
		assertThat(entity.getRequiredPersistentProperty("uuid").isEntity()).isFalse();
	}

	@Test
	void mapsNestedValues() {
		DynamoMappingContext context = DynamoMappingContext.of(List.of(SHOP), Order.class);
		assertThat(context.hasPersistentEntityFor(Line.class)).isTrue();
		assertThat(context.hasPersistentEntityFor(Address.class)).isTrue();
		assertThat(context.hasPersistentEntityFor(Country.class)).isTrue();
		assertThat(context.hasPersistentEntityFor(Note.class)).isTrue();
		assertThat(context.hasPersistentEntityFor(List.class)).isFalse();
		assertThat(context.getRequiredPersistentEntity(Country.class).isItem()).isFalse();
	}

	@Test
	void mapsValuesThatContainThemselves() {
		DynamoMappingContext context = DynamoMappingContext.of(List.of(SHOP), Tree.class);
		assertThat(context.getRequiredPersistentEntity(Tree.class).getRequiredKey()).isNotNull();
		assertThat(context.hasPersistentEntityFor(Node.class)).isTrue();
	}

	@Test
	void resolvesTypeArguments() {
		TableDefinition table = SHOP.withSortKey("sort:N");
		DynamoPersistentEntity<?> entity = Mappings.entity(table, Numbered.class);
		assertThat(entity.getRequiredPersistentProperty("sort").getType()).isEqualTo(Long.class);
		assertThat(entity.getRequiredKey().sortKey()).isInstanceOf(KeyComponent.Plain.class);
	}

	@Test
	void inheritsAnItem() {
		DynamoMappingContext context = DynamoMappingContext.of(List.of(SHOP), Cat.class, Dog.class);
		assertThat(aliases(context.getItems(SHOP))).containsExactly("Cat", "Dog");
		assertThat(context.getRequiredPersistentEntity(Cat.class).getRequiredKey()).isNotNull();
		assertThat(context.getConcreteTypes(Animal.class)).hasSize(2);
		assertThat(context.getConcreteTypes(Cat.class)).hasSize(1);
		assertThat(context.getRequiredPersistentEntity(Cat.class).getAliases()).containsExactly("Cat");
	}

	@Test
	void replacesAnInheritedItem() {
		DynamoPersistentEntity<?> entity = Mappings.entity(SHOP, Wolf.class);
		assertThat(Mappings.names(entity.getRequiredKey().properties())).containsExactly("pack", "id");
		assertThat(entity.getAliases()).containsExactly("Wolf", "Canis");
	}

	@Test
	void composesKeysOfWhatSubclassesDeclare() {
		DynamoMappingContext context = DynamoMappingContext.of(List.of(SHOP), Vehicle.class);
		assertThat(Mappings.names(context.getRequiredPersistentEntity(Car.class).getRequiredKey().properties()))
			.containsExactly("plate");
		assertThatIllegalStateException()
			.isThrownBy(() -> context.getRequiredPersistentEntity(Vehicle.class).getRequiredKey())
			.withMessage("Vehicle is abstract and has no key that all its subclasses share; ask for one of them");
		assertThat(Mappings.faults(SHOP, BrokenVehicle.class)).extracting(MappingFault::subject)
			.containsExactly("BrokenCar");
	}

	@Test
	void registersWhatASealedInterfacePermits() {
		DynamoMappingContext context = DynamoMappingContext.of(List.of(SHOP), CustomerItem.class);
		DynamoPersistentEntity<?> declared = context.getRequiredPersistentEntity(CustomerItem.class);
		assertThat(declared.isItem()).isFalse();
		assertThat(aliases(context.getItems(SHOP))).containsExactly("Invoice", "Parcel", "Profile");
		assertThat(aliases(context.getConcreteTypes(CustomerItem.class))).containsExactly("Invoice", "Parcel",
				"Profile");
		assertThat(aliases(context.getConcreteTypes(Document.class))).containsExactly("Invoice");
	}

	@Test
	void inheritsAnItemFromAnInterface() {
		DynamoMappingContext context = DynamoMappingContext.of(List.of(SHOP), Ticket.class);
		assertThat(context.getRequiredPersistentEntity(Ticket.class).isItem()).isFalse();
		assertThat(aliases(context.getItems(SHOP))).containsExactly("Bug", "Story");
		assertThat(context.getRequiredPersistentEntity(Bug.class).getIndexes()).hasSize(1);
	}

	@Test
	void findsTheTypesOfASealedValue() {
		DynamoMappingContext context = DynamoMappingContext.of(List.of(SHOP), Paid.class);
		assertThat(aliases(context.getConcreteTypes(Payment.class))).containsExactly("card", "Cash");
		assertThat(context.getPersistentEntity(Free.class)).isNull();
		DynamoMappingContext lazy = DynamoMappingContext.of(List.of(SHOP));
		assertThat(aliases(lazy.getConcreteTypes(Payment.class))).containsExactly("card", "Cash");
	}

	@Test
	void readsSeveralAliases() {
		DynamoPersistentEntity<?> entity = Mappings.entity(SHOP, Renamed.class);
		assertThat(entity.getAlias()).isEqualTo("client");
		assertThat(entity.getAliases()).containsExactly("client", "Customer", "CustomerV1");
	}

	@Test
	void understandsAnnotationsOfTheApplication() {
		DynamoPersistentEntity<?> entity = Mappings.entity(SHOP, Marked.class);
		assertThat(entity.isItem()).isTrue();
		assertThat(Mappings.names(entity.getRequiredKey().properties())).containsExactly("id");
		assertThat(entity.getAliases()).containsExactly("Marked", "Old");
		assertThat(entity.getIndexes()).hasSize(1);
		assertThat(entity.getRequiredPersistentProperty("name").getAttributeName()).isEqualTo("n");
	}

	@Test
	void namesAttributesByAStrategy() {
		DynamoMappingContext context = new DynamoMappingContext(
				List.of(TableDefinition.of("shop").withPartitionKey("customer_id").withSortKey("order_id")));
		context.setFieldNamingStrategy(new SnakeCaseFieldNamingStrategy());
		context.setInitialEntitySet(Set.of(SnakeOrder.class));
		context.initialize();
		assertThat(attributes(context.getRequiredPersistentEntity(SnakeOrder.class))).containsExactly("customer_id",
				"order_id", "placedOn", "expires_at");
	}

	@Test
	void namesTheTimeToLiveAfterTheTable() {
		assertThat(Mappings.entity(SHOP.withTimeToLive("ttl"), Customer.class)
			.getRequiredPersistentProperty("until")
			.getAttributeName()).isEqualTo("ttl");
	}

	@Test
	void leavesWhatAValueConverterWritesAlone() {
		DynamoMappingContext context = DynamoMappingContext.of(List.of(SHOP), Converting.class);
		assertThat(context.hasPersistentEntityFor(Foreign.class)).isFalse();
		assertThat(context.getRequiredPersistentEntity(Converting.class)
			.getRequiredPersistentProperty("foreign")
			.isEntity()).isFalse();
	}

	private static List<String> attributes(DynamoPersistentEntity<?> entity) {
		List<String> names = new ArrayList<>();
		entity.forEach((property) -> names.add(property.getAttributeName()));
		return names;
	}

	private static List<String> aliases(List<DynamoPersistentEntity<?>> entities) {
		return entities.stream().map(DynamoPersistentEntity::getAlias).toList();
	}

	@Item(pk = "CUSTOMER#{customerId}", sk = "PROFILE")
	record Customer(String customerId, @Attribute("full_name") String name, @Version Long version,
			@TimeToLive Instant until, @OtherAttributes Map<String, Object> others,
			@Attribute(scale = 2) BigDecimal balance) {
	}

	@Item(pk = "CUSTOMER#{customerId}", sk = "PROFILE")
	record SeveralConstructors(String customerId, String name) {

		@PersistenceCreator
		SeveralConstructors {
			Objects.requireNonNull(customerId);
		}

		SeveralConstructors(String customerId) {
			this(customerId, "");
		}

	}

	@Item(pk = "CUSTOMER#{customerId}", sk = "PROFILE")
	static final class ImmutableCustomer {

		private final String customerId;

		private final String name;

		ImmutableCustomer(String customerId, String name) {
			this.customerId = customerId;
			this.name = name;
		}

		String customerId() {
			return this.customerId;
		}

		String name() {
			return this.name;
		}

	}

	@Item(pk = "CUSTOMER#{customerId}", sk = "PROFILE")
	static class CustomerBean {

		private String customerId;

		private String name;

		public String getCustomerId() {
			return this.customerId;
		}

		public void setCustomerId(String customerId) {
			this.customerId = customerId;
		}

		@Attribute("full_name")
		public String getName() {
			return this.name;
		}

		public void setName(String name) {
			this.name = name;
		}

	}

	@Item(pk = "CUSTOMER#{customerId}", sk = "PROFILE")
	static class CreatedCustomer {

		final String customerId;

		final String name;

		CreatedCustomer(String customerId) {
			this(customerId, "");
		}

		@PersistenceCreator
		CreatedCustomer(String customerId, String name) {
			this.customerId = customerId;
			this.name = name;
		}

	}

	@Item(pk = "SPECIAL#{id}", sk = "SPECIAL")
	record Special(@Id String id, @Transient String transientProperty, @ReadOnlyProperty String readOnly, String once,
			@Computed String computed) {
	}

	@Item(pk = "SIMPLE#{id}", sk = "SIMPLE")
	record Simple(String id, BigDecimal total, BigInteger big, UUID uuid, URI uri, Currency currency, Instant at,
			Optional<String> optional, List<BigDecimal> totals, Map<String, UUID> ids, AtomicLong counter,
			Map<String, Object> free, Object any) {
	}

	@Item(pk = "CUSTOMER#{customerId}", sk = "ORDER#{orderId}")
	record Order(String customerId, String orderId, List<Line> lines, Address shipTo, Map<String, List<Note>> notes) {
	}

	record Line(String product, int quantity) {
	}

	record Address(String city, Optional<Country> country) {
	}

	record Country(String code) {
	}

	record Note(String text) {
	}

	@Item(pk = "TREE#{id}", sk = "TREE")
	record Tree(String id, Node root) {
	}

	record Node(List<Node> children, Tree grafted) {
	}

	abstract static class Sorted<S> {

		@SortKey
		S sort;

	}

	@Item(pk = "NUMBERED#{id}")
	static class Numbered extends Sorted<Long> {

		String id;

	}

	@Item(pk = "ANIMAL#{id}", sk = "ANIMAL", aliases = "Pet")
	@GlobalIndex(name = "gsi1", pk = "ANIMAL", sk = "{id}")
	abstract static class Animal {

		String id;

	}

	static class Cat extends Animal {

	}

	static class Dog extends Animal {

	}

	@Item(pk = "PACK#{pack}", sk = "WOLF#{id}", aliases = "Canis")
	static class Wolf extends Animal {

		String pack;

	}

	@Item(pk = "VEHICLE#{plate}", sk = "VEHICLE")
	abstract static sealed class Vehicle permits Car {

	}

	static final class Car extends Vehicle {

		String plate;

	}

	@Item(pk = "VEHICLE#{missing}", sk = "VEHICLE")
	abstract static sealed class BrokenVehicle permits BrokenCar {

	}

	static final class BrokenCar extends BrokenVehicle {

		String plate;

	}

	sealed interface CustomerItem permits Profile, Document, Parcel {

	}

	@Item(pk = "CUSTOMER#{customerId}", sk = "PROFILE")
	record Profile(String customerId) implements CustomerItem {
	}

	sealed interface Document extends CustomerItem permits Invoice {

	}

	@Item(pk = "CUSTOMER#{customerId}", sk = "INVOICE#{number}")
	record Invoice(String customerId, int number) implements Document {
	}

	@Item(pk = "CUSTOMER#{customerId}", sk = "PARCEL#{id}")
	static non-sealed class Parcel implements CustomerItem {

		String customerId;

		String id;

	}

	@Item(pk = "TICKET#{id}", sk = "TICKET")
	@GlobalIndex(name = "gsi1", pk = "TICKET", sk = "{id}")
	sealed interface Ticket permits Bug, Story {

	}

	record Bug(String id) implements Ticket {
	}

	record Story(String id) implements Ticket {
	}

	@Item(pk = "PAID#{id}", sk = "PAID")
	record Paid(String id, List<Payment> payments) {
	}

	sealed interface Payment permits Card, Cash, Free {

	}

	@TypeAlias("card")
	record Card(String number) implements Payment {
	}

	record Cash(BigDecimal amount) implements Payment {
	}

	enum Free implements Payment {

		SAMPLE

	}

	@TypeAlias("client")
	@Item(pk = "CLIENT#{id}", sk = "CLIENT", aliases = { "Customer", "CustomerV1", "client" })
	record Renamed(String id) {
	}

	@Retention(RetentionPolicy.RUNTIME)
	@Target(ElementType.TYPE)
	@Item(sk = "MARKED", aliases = "Old")
	@GlobalIndex(name = "gsi1", pk = "MARKED", sk = "{id}")
	@interface MarkedItem {

		@AliasFor(annotation = Item.class, attribute = "pk")
		String value();

	}

	@Retention(RetentionPolicy.RUNTIME)
	@Target({ ElementType.FIELD, ElementType.METHOD })
	@Attribute("n")
	@interface Fixed {

	}

	@MarkedItem("MARKED#{id}")
	record Marked(String id, @Fixed String name) {
	}

	@Item
	record SnakeOrder(@PartitionKey String customerId, @SortKey String orderId, @Attribute("placedOn") String placedDay,
			@TimeToLive Instant purgeAt) {
	}

	@Item(pk = "CONVERTING#{id}", sk = "CONVERTING")
	record Converting(String id, @ValueConverter(ForeignConverter.class) Foreign foreign) {
	}

	record Foreign(String a, @Attribute("a") String b) {
	}

	static class ForeignConverter
			implements PropertyValueConverter<Foreign, String, ValueConversionContext<DynamoPersistentProperty>> {

		@Override
		public Foreign read(String value, ValueConversionContext<DynamoPersistentProperty> context) {
			return new Foreign(value, value);
		}

		@Override
		public String write(Foreign value, ValueConversionContext<DynamoPersistentProperty> context) {
			return value.a();
		}

	}

}
