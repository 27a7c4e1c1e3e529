package io.dkmio.core.convert;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.dkmio.DynamoConversionException;
import io.dkmio.core.mapping.Attribute;
import io.dkmio.core.mapping.Computed;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.Item;
import io.dkmio.core.mapping.OtherAttributes;
import io.dkmio.core.mapping.PartitionKey;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.domain.Address;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.data.annotation.AccessType;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.annotation.Transient;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mapping.MappingException;

import static io.dkmio.core.convert.AbstractConversionTests.l;
import static io.dkmio.core.convert.AbstractConversionTests.m;
import static io.dkmio.core.convert.AbstractConversionTests.n;
import static io.dkmio.core.convert.AbstractConversionTests.s;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The shapes types can have.
 */
class EntityConversionUnitTests {

	private static final TableDefinition TABLE = TableDefinition.of("test", "test", "id");

	private static final Address ADDRESS = new Address("s", "c", null, "US");

	private static MappingDynamoConverter converter(Class<?>... types) {
		return new MappingDynamoConverter(DynamoMappingContext.of(List.of(TABLE), types));
	}

	private static <T> T roundTrip(Class<T> type, T item, Class<?>... others) {
		MappingDynamoConverter converter = converter(concat(type, others));
		return converter.fromItem(type, converter.toItem(item));
	}

	private static Class<?>[] concat(Class<?> type, Class<?>... others) {
		Class<?>[] all = new Class<?>[others.length + 1];
		all[0] = type;
		System.arraycopy(others, 0, all, 1, others.length);
		return all;
	}

	@Item(table = "test")
	private record PrivateRecord(@PartitionKey String id, int number, long big, boolean flag, char letter,
			double share) {
	}

	@Test
	void readsAndWritesPrivateNestedRecords() {
		PrivateRecord item = new PrivateRecord("a", 1, 2, true, 'x', 0.5);
		assertThat(roundTrip(PrivateRecord.class, item)).isEqualTo(item);
	}

	@Item(table = "test")
	record Refusing(@PartitionKey String id, int number) {

		Refusing {
			if (number < 0) {
				throw new IllegalArgumentException("negative");
			}
		}

	}

	@Test
	void namesTheExceptionOfAConstructorAndKeepsIt() {
		MappingDynamoConverter converter = converter(Refusing.class);
		Map<String, AttributeValue> item = Map.of("id", s("a"), "number", n("-1"));
		assertThatExceptionOfType(DynamoConversionException.class)
			.isThrownBy(() -> converter.fromItem(Refusing.class, item))
			.withMessage("Cannot read Refusing: the constructor, factory method or setter of Refusing threw "
					+ "java.lang.IllegalArgumentException")
			.withCauseInstanceOf(IllegalArgumentException.class);
	}

	@Item(table = "test")
	@SuppressWarnings("UnusedVariable") // the conversion reads them
	public static class Bean {

		@PartitionKey
		private String id;

		private int count = 7;

		private String name = "unnamed";

		private Set<String> tags;

		@AccessType(AccessType.Type.PROPERTY)
		private String upper;

		@Transient
		private String secret = "kept out";

		@ReadOnlyProperty
		private String stamp;

		public String getUpper() {
			return this.upper;
		}

		public void setUpper(String upper) {
			this.upper = upper.toUpperCase(java.util.Locale.ROOT);
		}

	}

	@Test
	void setsFieldsAndCallsSettersOfBeans() {
		Bean bean = new Bean();
		bean.id = "a";
		bean.count = 3;
		bean.name = null;
		bean.upper = "x";
		bean.stamp = "s";
		bean.secret = "t";
		MappingDynamoConverter converter = converter(Bean.class);
		Map<String, AttributeValue> item = converter.toItem(bean);
		assertThat(item).containsOnlyKeys("id", "count", "upper");
		Bean read = converter.fromItem(Bean.class, item);
		assertThat(read.count).isEqualTo(3);
		assertThat(read.upper).isEqualTo("X");
		assertThat(read.secret).isEqualTo("kept out");
		assertThat(read.tags).isEmpty();
	}

	@Test
	void leavesPropertiesOfBeansAloneThatAreNotStored() {
		Bean read = converter(Bean.class).fromItem(Bean.class, Map.of("id", s("a"), "stamp", s("x")));
		assertThat(read.count).isEqualTo(7);
		assertThat(read.name).isEqualTo("unnamed");
		assertThat(read.stamp).isEqualTo("x");
	}

	@Item(table = "test")
	static final class Immutable {

		@PartitionKey
		private final String id;

		private final @Nullable String note;

		@PersistenceCreator
		Immutable(String id) {
			this(id, null);
		}

		private Immutable(String id, @Nullable String note) {
			this.id = id;
			this.note = note;
		}

		Immutable withNote(@Nullable String note) {
			return new Immutable(this.id, note);
		}

		@Override
		public boolean equals(Object other) {
			return other instanceof Immutable that && this.id.equals(that.id) && Objects.equals(this.note, that.note);
		}

		@Override
		public int hashCode() {
			return this.id.hashCode();
		}

	}

	@Test
	void copiesImmutableObjectsByTheirWithers() {
		Immutable item = new Immutable("a", "note");
		assertThat(roundTrip(Immutable.class, item)).isEqualTo(item);
	}

	@Item(table = "test")
	static final class FromFactory {

		@PartitionKey
		private final String id;

		private final int number;

		private FromFactory(String id, int number, boolean made) {
			this.id = id;
			this.number = made ? number : 0;
		}

		@PersistenceCreator
		static FromFactory of(String id, int number) {
			return new FromFactory(id, number, true);
		}

	}

	@Test
	void makesObjectsByAFactoryMethod() {
		FromFactory read = roundTrip(FromFactory.class, FromFactory.of("a", 5));
		assertThat(read.number).isEqualTo(5);
		assertThat(read.id).isEqualTo("a");
	}

	sealed interface Shape permits Circle, Square, Group {

	}

	record Circle(int radius) implements Shape {
	}

	@TypeAlias("sq")
	record Square(int side) implements Shape {
	}

	record Group(List<Shape> members) implements Shape {
	}

	@Item(table = "test")
	record Drawing(@PartitionKey String id, Shape main, List<Shape> others, Circle circle) {
	}

	@Test
	void storesTheTypeOfNestedValuesThatAreDeclaredAsASupertype() {
		Drawing item = new Drawing("a", new Group(List.of(new Square(1), new Circle(2))), List.of(new Square(3)),
				new Circle(4));
		MappingDynamoConverter converter = converter(Drawing.class);
		Map<String, AttributeValue> stored = converter.toItem(item);
		assertThat(stored.get("main").m()).containsEntry("_type", s("Group"));
		assertThat(stored.get("others").l().get(0).m()).containsEntry("_type", s("sq"));
		assertThat(stored.get("circle").m()).containsOnlyKeys("radius");
		assertThat(converter.fromItem(Drawing.class, stored)).isEqualTo(item);
	}

	@Test
	void refusesTypesOfNestedValuesThatAreNotKnown() {
		MappingDynamoConverter converter = converter(Drawing.class);
		Map<String, AttributeValue> item = Map.of("id", s("a"), "main", m(Map.of("_type", s("Hexagon"))));
		assertThatExceptionOfType(DynamoConversionException.class)
			.isThrownBy(() -> converter.fromItem(Drawing.class, item))
			.withMessage("Cannot read Drawing.main from attribute 'main': expected the type of a Shape in attribute "
					+ "'_type', one of [Circle, Group, sq], found 'Hexagon'; add it as an alias of the type that reads it");
		Map<String, AttributeValue> untyped = Map.of("id", s("a"), "main", m(Map.of("side", n("1"))));
		assertThatExceptionOfType(DynamoConversionException.class)
			.isThrownBy(() -> converter.fromItem(Drawing.class, untyped))
			.withMessageEndingWith("one of [Circle, Group, sq], found none");
	}

	static class Animal {

		private String name;

		Animal() {
		}

		Animal(String name) {
			this.name = name;
		}

	}

	static class Dog extends Animal {

		private int tricks;

		Dog() {
		}

		Dog(String name, int tricks) {
			super(name);
			this.tricks = tricks;
		}

	}

	static class Cat extends Animal {

	}

	@Item(table = "test")
	record Home(@PartitionKey String id, Animal pet) {
	}

	@Test
	void storesTheTypeOfAKnownSubclass() {
		MappingDynamoConverter converter = converter(Home.class, Dog.class);
		Map<String, AttributeValue> stored = converter.toItem(new Home("a", new Dog("Rex", 3)));
		assertThat(stored.get("pet").m()).containsEntry("_type", s("Dog")).containsEntry("name", s("Rex"));
		Animal read = converter.fromItem(Home.class, stored).pet();
		assertThat(read).isInstanceOf(Dog.class);
		assertThat(((Dog) read).tricks).isEqualTo(3);
		assertThat(read.name).isEqualTo("Rex");
		Map<String, AttributeValue> plain = converter.toItem(new Home("a", new Animal("Tom")));
		assertThat(plain.get("pet").m()).containsOnlyKeys("name");
		assertThat(converter.fromItem(Home.class, plain).pet()).isExactlyInstanceOf(Animal.class);
	}

	@Test
	void refusesToWriteASubclassItCouldNotRead() {
		MappingDynamoConverter converter = converter(Home.class);
		assertThatExceptionOfType(DynamoConversionException.class)
			.isThrownBy(() -> converter.toItem(new Home("a", new Cat())))
			.withMessageStartingWith("Cannot write Home.pet to attribute 'pet': a value of type " + Cat.class.getName())
			.withMessageEndingWith("which is not known as a Animal; add the type to the mapping context, or make the "
					+ "hierarchy sealed");
	}

	record Page<T>(T first, List<T> rest) {
	}

	@Item(table = "test")
	record Book(@PartitionKey String id, Page<Address> addresses, Page<Integer> numbers) {
	}

	@Test
	void resolvesTypeVariables() {
		Book item = new Book("a", new Page<>(ADDRESS, List.of(ADDRESS)), new Page<>(1, List.of(2)));
		assertThat(roundTrip(Book.class, item)).isEqualTo(item);
	}

	@Item(table = "test")
	record Open(@PartitionKey String id, String name, @OtherAttributes Map<String, Object> others) {
	}

	@Test
	void keepsTheAttributesNoPropertyNames() {
		MappingDynamoConverter converter = converter(Open.class);
		Map<String, AttributeValue> item = new LinkedHashMap<>();
		item.put("id", s("a"));
		item.put("name", s("b"));
		item.put("more", l(s("c"), AttributeValue.fromNul(true)));
		item.put("nothing", AttributeValue.fromNul(true));
		item.put("numbers", AttributeValue.fromNs(List.of("1")));
		Open read = converter.fromItem(Open.class, item);
		assertThat(read.others()).containsOnlyKeys("more", "nothing", "numbers");
		assertThat(converter.toItem(read)).isEqualTo(item);
		assertThat(converter.fromItem(Open.class, Map.of("id", s("a"))).others()).isEmpty();
	}

	@Test
	void refusesOtherAttributesThatClashWithAProperty() {
		MappingDynamoConverter converter = converter(Open.class);
		assertThatExceptionOfType(DynamoConversionException.class)
			.isThrownBy(() -> converter.toItem(new Open("a", "b", Map.of("name", "c"))))
			.withMessage("Cannot write Open.others: it holds attribute 'name', which Open writes itself; "
					+ "remove it from the map");
	}

	@Item(table = "test")
	public record Basket(@PartitionKey String id, int count, BigDecimal price) {

		@Computed
		@Attribute("sum")
		BigDecimal total() {
			return this.price.multiply(BigDecimal.valueOf(this.count));
		}

		@Computed
		public boolean isEmpty() {
			return this.count == 0;
		}

	}

	@Test
	void writesComputedMethodsAndDoesNotReadThem() {
		MappingDynamoConverter converter = converter(Basket.class);
		Basket item = new Basket("a", 2, new BigDecimal("1.5"));
		Map<String, AttributeValue> stored = converter.toItem(item);
		assertThat(stored).containsEntry("sum", n("3.0")).containsEntry("empty", AttributeValue.fromBool(false));
		assertThat(converter.fromItem(Basket.class, stored)).isEqualTo(item);
	}

	@Item(table = "test")
	record ComputedComponent(@PartitionKey String id, @Computed int rank) {
	}

	@Test
	void givesComputedComponentsTheirZeroOnReading() {
		MappingDynamoConverter converter = converter(ComputedComponent.class);
		Map<String, AttributeValue> stored = converter.toItem(new ComputedComponent("a", 5));
		assertThat(stored).containsEntry("rank", n("5"));
		assertThat(converter.fromItem(ComputedComponent.class, stored).rank()).isZero();
	}

	@Item(table = "test")
	record Unsupported(@PartitionKey String id, List<Thread> threads) {
	}

	@Test
	void refusesTypesThatCannotBeStoredWhenItIsMade() {
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> converter(Unsupported.class))
			.withMessageContaining("Unsupported.threads: values of type java.lang.Thread cannot be stored; register a "
					+ "Converter for it, or mark the property @Transient");
	}

	@Item(table = "test")
	record Twice(@PartitionKey String id, @Attribute("x") String first, @Attribute("x") String second) {
	}

	@Test
	void refusesTwoPropertiesInOneAttribute() {
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> converter(Twice.class))
			.withMessageContaining("'first' and 'second'");
	}

	@Item(table = "test")
	@SuppressWarnings("UnusedVariable") // the conversion reads them
	static class Unsettable {

		@PartitionKey
		private String id;

		private final String fixed = "x".repeat(1);

	}

	@Test
	void refusesFinalFieldsNothingSets() {
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> converter(Unsettable.class))
			.withMessage("Unsettable: property 'fixed' cannot be set; make it a parameter of the constructor, add a "
					+ "setter or a method withFixed(…), or mark it @Computed or @Transient");
	}

}
