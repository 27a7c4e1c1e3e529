package io.dkmio.repository.query;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.dkmio.UnservableQueryException;
import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.convert.MappingDynamoConverter;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.Item;
import io.dkmio.domain.Address;
import io.dkmio.domain.Customer;
import io.dkmio.domain.Line;
import io.dkmio.domain.Order;
import io.dkmio.domain.Shop;
import io.dkmio.domain.Status;
import io.dkmio.repository.ConsistentRead;
import io.dkmio.repository.Index;
import io.dkmio.repository.NoRequests;
import io.dkmio.repository.Query;
import io.dkmio.repository.support.DynamoRepositoryFactory;
import org.junit.jupiter.api.Test;

import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.QueryCreationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Everything a method cannot ask fails when its repository is made, with a text that
 * names the method and says what to do.
 */
class RefusedMethodsUnitTests {

	private final DynamoMappingContext context = DynamoMappingContext.of(List.of(Shop.TABLE), Customer.class,
			Order.class, Parcel.class);

	private final DynamoRepositoryFactory factory = new DynamoRepositoryFactory(new DynamoTemplate(new NoRequests(),
			this.context, new MappingDynamoConverter(this.context), Clock.systemUTC()));

	private void refuses(Class<?> repository, String text) {
		QueryCreationException failure = catchThrowableOfType(QueryCreationException.class,
				() -> this.factory.getRepository(repository));
		assertThat(failure).isNotNull();
		assertThat(failure.getCause()).isInstanceOf(UnservableQueryException.class).hasMessage(text);
		assertThat(failure).hasMessageContaining(text);
	}

	@Test
	void refusesWhatNoKeyServes() {
		refuses(ByTotal.class,
				"ByTotal.findByTotal(BigDecimal): Order where total = ?0 cannot be served: the table needs one value "
						+ "of 'customerId'; index 'gsi1' needs one value of 'status'. Ask for one value of "
						+ "'customerId' to use the table, or declare an index whose keys are made of what is asked "
						+ "for, or allow a scan of the table with @AllowScan.");
	}

	interface ByTotal extends Repository<Order, Order.Id> {

		List<Order> findByTotal(BigDecimal total);

	}

	@Test
	void refusesToSortByNonKeys() {
		refuses(SortedByTotal.class,
				"SortedByTotal.findByCustomerIdOrderByTotal(String): Order where customerId = ?0 order by total "
						+ "cannot be served: the table sorts by 'orderId', not by 'total'; index 'gsi1' needs one "
						+ "value of 'status'. Sort by 'orderId' to use the table, or declare an index whose keys are "
						+ "made of what is asked for.");
	}

	interface SortedByTotal extends Repository<Order, Order.Id> {

		List<Order> findByCustomerIdOrderByTotal(String customerId);

	}

	@Test
	void refusesOrAcrossKeys() {
		refuses(Either.class,
				"Either.findByCustomerIdOrStatus(String, Status): Order where customerId = ?0 OR status = ?1 cannot be "
						+ "served: the table needs one value of 'customerId', which customerId = ?0 OR status = ?1 "
						+ "does not give; index 'gsi1' needs one value of 'status', which customerId = ?0 OR status "
						+ "= ?1 does not give. Ask for one value of 'customerId' to use the table, or declare an "
						+ "index whose keys are made of what is asked for, or allow a scan of the table with "
						+ "@AllowScan.");
	}

	interface Either extends Repository<Order, Order.Id> {

		List<Order> findByCustomerIdOrStatus(String customerId, Status status);

	}

	@Test
	void refusesConsistentReadsOfGlobalIndexes() {
		refuses(Consistent.class,
				"Consistent.findByStatus(Status): Order where status = ?0 cannot be served: the table needs one value "
						+ "of 'customerId'; index 'gsi1' is global, and cannot be read consistently. Do without the "
						+ "consistent read to use index 'gsi1', or declare a local index whose keys are made of what "
						+ "is asked for, or allow a scan of the table with @AllowScan.");
	}

	interface Consistent extends Repository<Order, Order.Id> {

		@ConsistentRead
		List<Order> findByStatus(Status status);

	}

	@Test
	void refusesUnknownIndexes() {
		refuses(NoIndex.class,
				"NoIndex.findByStatus(Status): Order where status = ?0 cannot be served: items of Order are not in "
						+ "index 'by-status'. They are in gsi1; name one of those.");
	}

	interface NoIndex extends Repository<Order, Order.Id> {

		@Index("by-status")
		List<Order> findByStatus(Status status);

	}

	@Test
	void refusesRangesOfEnums() {
		refuses(EnumRange.class,
				"EnumRange.findByCustomerIdAndStatusGreaterThan(String, Status) cannot be served: 'status' is an enum, "
						+ "stored by name, and names do not sort as its constants (IsGreaterThan). Ask for the "
						+ "constants by In.");
	}

	interface EnumRange extends Repository<Order, Order.Id> {

		List<Order> findByCustomerIdAndStatusGreaterThan(String customerId, Status status);

	}

	@Test
	void refusesRangesOfWhatDoesNotSort() {
		refuses(OffsetRange.class,
				"OffsetRange.findByParcelIdAndSentAtAfter(String, OffsetDateTime) cannot be served: 'sentAt' is a "
						+ "OffsetDateTime, whose text does not sort as its values (IsAfter). Store an Instant.");
		refuses(SetRange.class,
				"SetRange.findByCustomerIdAndTagsLessThan(String, String) cannot be served: 'tags' has no order "
						+ "(IsLessThan). Only strings, numbers, times and binary data have one.");
	}

	interface OffsetRange extends Repository<Parcel, String> {

		List<Parcel> findByParcelIdAndSentAtAfter(String parcelId, OffsetDateTime sentAt);

	}

	interface SetRange extends Repository<Order, Order.Id> {

		List<Order> findByCustomerIdAndTagsLessThan(String customerId, String tag);

	}

	@Test
	void refusesPatterns() {
		refuses(Like.class,
				"Like.findByCustomerIdAndOrderIdLike(String, String) cannot be served: DynamoDB has no patterns "
						+ "(Like), asked of 'orderId'. Use StartingWith, which keys can serve, or Containing as a "
						+ "filter.");
		refuses(NotLike.class,
				"NotLike.findByCustomerIdAndOrderIdNotLike(String, String) cannot be served: DynamoDB has no patterns "
						+ "(NotLike), asked of 'orderId'. Use StartingWith, which keys can serve, or Containing as a "
						+ "filter.");
		refuses(Regex.class,
				"Regex.findByCustomerIdAndOrderIdMatches(String, String) cannot be served: DynamoDB has no patterns "
						+ "(Matches), asked of 'orderId'. Use StartingWith, which keys can serve, or Containing as a "
						+ "filter.");
		refuses(Ending.class,
				"Ending.findByCustomerIdAndOrderIdEndingWith(String, String) cannot be served: DynamoDB cannot look "
						+ "for endings (EndingWith), asked of 'orderId'. Store the text backwards and use "
						+ "StartingWith, or use Containing as a filter.");
	}

	interface Like extends Repository<Order, Order.Id> {

		List<Order> findByCustomerIdAndOrderIdLike(String customerId, String pattern);

	}

	interface NotLike extends Repository<Order, Order.Id> {

		List<Order> findByCustomerIdAndOrderIdNotLike(String customerId, String pattern);

	}

	interface Regex extends Repository<Order, Order.Id> {

		List<Order> findByCustomerIdAndOrderIdMatches(String customerId, String pattern);

	}

	interface Ending extends Repository<Order, Order.Id> {

		List<Order> findByCustomerIdAndOrderIdEndingWith(String customerId, String end);

	}

	@Test
	void refusesPlaces() {
		refuses(Near.class,
				"Near.findByCustomerIdAndShipToNear(String, Address) cannot be served: DynamoDB knows no places (Near),"
						+ " asked of 'shipTo'. Store a geohash as part of a key and use StartingWith or Between.");
		refuses(Within.class,
				"Within.findByCustomerIdAndShipToWithin(String, Address) cannot be served: DynamoDB knows no places "
						+ "(Within), asked of 'shipTo'. Store a geohash as part of a key and use StartingWith or "
						+ "Between.");
	}

	interface Near extends Repository<Order, Order.Id> {

		List<Order> findByCustomerIdAndShipToNear(String customerId, Address address);

	}

	interface Within extends Repository<Order, Order.Id> {

		List<Order> findByCustomerIdAndShipToWithin(String customerId, Address address);

	}

	@Test
	void refusesToIgnoreCase() {
		String text = "keys and filters compare exactly, and 'orderId' is asked IgnoreCase. Store a lower-case copy "
				+ "of 'orderId' and ask for that.";
		refuses(IgnoreCase.class,
				"IgnoreCase.findByCustomerIdAndOrderIdIgnoreCase(String, String) cannot be served: " + text);
		refuses(AllIgnoreCase.class,
				"AllIgnoreCase.findByCustomerIdAllIgnoreCase(String) cannot be served: keys and filters compare "
						+ "exactly, and 'customerId' is asked IgnoreCase. Store a lower-case copy of 'customerId' and "
						+ "ask for that.");
	}

	interface IgnoreCase extends Repository<Order, Order.Id> {

		List<Order> findByCustomerIdAndOrderIdIgnoreCase(String customerId, String orderId);

	}

	interface AllIgnoreCase extends Repository<Order, Order.Id> {

		List<Order> findByCustomerIdAllIgnoreCase(String customerId);

	}

	@Test
	void refusesDistinct() {
		refuses(Distinct.class,
				"Distinct.findDistinctByCustomerId(String) cannot be served: DynamoDB cannot leave out repetitions "
						+ "(Distinct). Leave it out, or return a Set.");
	}

	interface Distinct extends Repository<Order, Order.Id> {

		List<Order> findDistinctByCustomerId(String customerId);

	}

	@Test
	void refusesLimitsThatLimitNothing() {
		refuses(TopZero.class,
				"TopZero.findTop0ByCustomerId(String) cannot be served: First and Top take a number from 1. Ask for "
						+ "one item or more.");
		refuses(CountFirst.class,
				"CountFirst.countFirst5ByCustomerId(String) cannot be served: 'First5' limits what is found, not what "
						+ "'count' is about. Leave it out.");
		refuses(DeleteTop.class,
				"DeleteTop.deleteTopByCustomerId(String) cannot be served: 'Top' limits what is found, not what "
						+ "'delete' is about. Leave it out.");
		refuses(LimitedPage.class,
				"LimitedPage.findTop5ByCustomerId(String, Pageable) cannot be served: its name limits what is found, "
						+ "and so does its Pageable. Leave out one of them.");
	}

	interface TopZero extends Repository<Order, Order.Id> {

		List<Order> findTop0ByCustomerId(String customerId);

	}

	interface CountFirst extends Repository<Order, Order.Id> {

		long countFirst5ByCustomerId(String customerId);

	}

	interface DeleteTop extends Repository<Order, Order.Id> {

		void deleteTopByCustomerId(String customerId);

	}

	interface LimitedPage extends Repository<Order, Order.Id> {

		Slice<Order> findTop5ByCustomerId(String customerId, Pageable pageable);

	}

	@Test
	void refusesNamesThatAreNoQuestions() {
		refuses(Change.class,
				"Change.changeStatus(String) cannot be served: its name does not begin like a query's. Begin it with "
						+ "find…By, read…By, get…By, query…By, search…By, stream…By, count…By, exists…By, delete…By or "
						+ "remove…By, or annotate the method with @Query.");
		refuses(Unknown.class,
				"Unknown.findByCustomer(String) cannot be served: Order has no property 'customer'. Use one of its "
						+ "properties: customerId, orderId, status, placedAt, total, lines, shipTo, tags, version, "
						+ "createdAt, updatedAt, expiresAt.");
	}

	interface Change extends Repository<Order, Order.Id> {

		Order changeStatus(String orderId);

	}

	interface Unknown extends Repository<Order, Order.Id> {

		List<Order> findByCustomer(String customerId);

	}

	@Test
	void refusesToLookIntoElements() {
		refuses(Elements.class,
				"Elements.findByCustomerIdAndLinesSku(String, String) cannot be served: 'lines' is not a single object, "
						+ "and DynamoDB does not look into each element. Ask for 'lines' itself (Containing, IsEmpty), "
						+ "or store 'lines.sku' as a property of its own.");
	}

	interface Elements extends Repository<Order, Order.Id> {

		List<Order> findByCustomerIdAndLinesSku(String customerId, String sku);

	}

	@Test
	void refusesWhatDoesNotSuitAProperty() {
		refuses(StartOfNumber.class,
				"StartOfNumber.findByCustomerIdAndTotalStartingWith(String, BigDecimal) cannot be served: 'total' is "
						+ "no text (IsStartingWith). Use Between, LessThan or GreaterThanEqual for a range.");
		refuses(TrueText.class,
				"TrueText.findByCustomerIdAndOrderIdTrue(String) cannot be served: 'orderId' is no boolean (IsTrue). "
						+ "Compare 'orderId' with a value.");
		refuses(EmptyNumber.class,
				"EmptyNumber.findByCustomerIdAndTotalIsEmpty(String) cannot be served: 'total' has no size, and is "
						+ "never empty. Use IsNull or IsNotNull.");
		refuses(NumberContains.class,
				"NumberContains.findByCustomerIdAndTotalContaining(String, BigDecimal) cannot be served: 'total' is "
						+ "neither text nor a collection (IsContaining). Compare 'total' with a value.");
		refuses(MapContains.class,
				"MapContains.findByParcelIdAndLabelsContaining(String, String) cannot be served: 'labels' is a map, and "
						+ "maps contain nothing (IsContaining). Ask for one of its entries with @Query.");
	}

	interface StartOfNumber extends Repository<Order, Order.Id> {

		List<Order> findByCustomerIdAndTotalStartingWith(String customerId, BigDecimal total);

	}

	interface TrueText extends Repository<Order, Order.Id> {

		List<Order> findByCustomerIdAndOrderIdTrue(String customerId);

	}

	interface EmptyNumber extends Repository<Order, Order.Id> {

		List<Order> findByCustomerIdAndTotalIsEmpty(String customerId);

	}

	interface NumberContains extends Repository<Order, Order.Id> {

		List<Order> findByCustomerIdAndTotalContaining(String customerId, BigDecimal total);

	}

	interface MapContains extends Repository<Parcel, String> {

		List<Parcel> findByParcelIdAndLabelsContaining(String parcelId, String label);

	}

	@Test
	void refusesParametersOfOtherTypes() {
		refuses(TextTotal.class,
				"TextTotal.findByCustomerIdAndTotal(String, String) cannot be served: parameter 2 is a String, and "
						+ "'total' a BigDecimal. Make the parameter a BigDecimal.");
		refuses(OneOfOne.class,
				"OneOfOne.findByCustomerIdAndOrderIdIn(String, String) cannot be served: 'orderId' is compared with one "
						+ "String (IsIn). Make parameter 2 a collection or an array.");
		refuses(OneOfOthers.class,
				"OneOfOthers.findByCustomerIdAndOrderIdIn(String, List) cannot be served: parameter 2 is a Integer, and "
						+ "'orderId' a String. Make the parameter a String.");
		refuses(TooFew.class,
				"TooFew.findByCustomerIdAndOrderId(String) cannot be served: 'orderId' has no parameter to compare "
						+ "with. Add a parameter of type String.");
		refuses(TooMany.class,
				"TooMany.findByCustomerId(String, String) cannot be served: its name has no use for parameter 2. Name "
						+ "a property for each parameter.");
	}

	interface TextTotal extends Repository<Order, Order.Id> {

		List<Order> findByCustomerIdAndTotal(String customerId, String total);

	}

	interface OneOfOne extends Repository<Order, Order.Id> {

		List<Order> findByCustomerIdAndOrderIdIn(String customerId, String orderId);

	}

	interface OneOfOthers extends Repository<Order, Order.Id> {

		List<Order> findByCustomerIdAndOrderIdIn(String customerId, List<Integer> orderIds);

	}

	interface TooFew extends Repository<Order, Order.Id> {

		List<Order> findByCustomerIdAndOrderId(String customerId);

	}

	interface TooMany extends Repository<Order, Order.Id> {

		List<Order> findByCustomerId(String customerId, String orderId);

	}

	@Test
	void refusesAnswersThatDoNotFit() {
		refuses(CountsItems.class,
				"CountsItems.countByCustomerId(String) cannot be served: it counts, and returns List. Return a long.");
		refuses(ExistingItems.class,
				"ExistingItems.existsByCustomerId(String) cannot be served: it asks whether there is an item, and "
						+ "returns Order. Return a boolean.");
		refuses(FindsNothing.class,
				"FindsNothing.findByCustomerId(String) cannot be served: it finds items, and returns nothing. Return "
						+ "what it finds.");
		refuses(FindsNumber.class,
				"FindsNumber.findByCustomerId(String) cannot be served: it finds items, and returns Long. Begin its "
						+ "name with count or exists, or set count or exists of @Query.");
		refuses(ThreeInOne.class,
				"ThreeInOne.findTop3ByCustomerId(String) cannot be served: it asks for 3 items, and returns one. Return "
						+ "a List.");
		refuses(AnySlice.class,
				"AnySlice.findByCustomerId(String) cannot be served: it returns a Slice, and is not told which. Add a "
						+ "parameter of type Pageable.");
		refuses(Texts.class,
				"Texts.findByCustomerId(String) cannot be served: what it returns, String, is neither Order nor a "
						+ "projection of it. Return items, an interface with getters for some properties, or a record "
						+ "of some properties.");
	}

	interface CountsItems extends Repository<Order, Order.Id> {

		List<Order> countByCustomerId(String customerId);

	}

	interface ExistingItems extends Repository<Order, Order.Id> {

		Optional<Order> existsByCustomerId(String customerId);

	}

	interface FindsNothing extends Repository<Order, Order.Id> {

		void findByCustomerId(String customerId);

	}

	interface FindsNumber extends Repository<Order, Order.Id> {

		long findByCustomerId(String customerId);

	}

	interface ThreeInOne extends Repository<Order, Order.Id> {

		Order findTop3ByCustomerId(String customerId);

	}

	interface AnySlice extends Repository<Order, Order.Id> {

		Slice<Order> findByCustomerId(String customerId);

	}

	interface Texts extends Repository<Order, Order.Id> {

		List<String> findByCustomerId(String customerId);

	}

	@Test
	void refusesProjectionsOfWhatIsNotThere() {
		refuses(WrongName.class,
				"WrongName.findByCustomerId(String) cannot be served: what it returns, Named, has 'name', which Order "
						+ "does not have. Use its properties: customerId, orderId, status, placedAt, total, lines, "
						+ "shipTo, tags, version, createdAt, updatedAt, expiresAt.");
		refuses(WrongType.class,
				"WrongType.findByCustomerId(String) cannot be served: what it returns, Totals, has 'total' as String, "
						+ "which Order has as BigDecimal. Declare the same type.");
		refuses(NoConstructor.class,
				"NoConstructor.findByCustomerId(String) cannot be served: what it returns, Bean, is a projection that "
						+ "has no constructor, or several, with parameters. Make it a record of some properties, or "
						+ "mark one constructor with @PersistenceCreator.");
	}

	interface WrongName extends Repository<Order, Order.Id> {

		List<Named> findByCustomerId(String customerId);

	}

	interface Named {

		String getName();

	}

	interface WrongType extends Repository<Order, Order.Id> {

		List<Totals> findByCustomerId(String customerId);

		record Totals(String total) {
		}

	}

	interface NoConstructor extends Repository<Order, Order.Id> {

		List<Bean> findByCustomerId(String customerId);

	}

	static class Bean {

	}

	@Test
	void refusesAnnotationsThatAreWrong() {
		refuses(BadSyntax.class,
				"BadSyntax.orders(String) cannot be served: the key of @Query is wrong. Condition 'customerId == "
						+ ":customerId' is not valid: at position 12 an attribute, or a parameter such as :name, was "
						+ "expected. Write conditions such as status = :status AND (size(lines) > :min OR "
						+ "begins_with(note, :start)). Correct it.");
		refuses(NoSuchParameter.class,
				"NoSuchParameter.orders(String) cannot be served: the key of @Query is wrong. Condition 'customerId = "
						+ ":customerId AND orderId = :orderId' is not valid: at position 39 there is no parameter "
						+ "':orderId'; there are :customerId. Write conditions such as status = :status AND "
						+ "(size(lines) > :min OR begins_with(note, :start)). Correct it.");
		refuses(UnusedParameter.class,
				"UnusedParameter.orders(String, String) cannot be served: @Query has no use for parameter ':orderId'. "
						+ "Use it in key or filter, or leave it out.");
		refuses(NoSuchProperty.class,
				"NoSuchProperty.orders(String, String) cannot be served: 'shipTo.town' is no property: Address has no "
						+ "'town'. Use one of its properties: street, city, zip, country.");
		refuses(KeyNotServed.class,
				"KeyNotServed.orders(String, BigDecimal): Order where customerId = ?0 AND total > ?1 cannot be served: "
						+ "the table does not serve total > ?1 by its keys; index 'gsi1' needs one value of 'status'. "
						+ "Make that a filter, or declare an index whose keys are made of what is asked for.");
		refuses(CountAndExists.class,
				"CountAndExists.orders(String) cannot be served: @Query asks to count and whether there is one. Choose "
						+ "one of them.");
	}

	interface BadSyntax extends Repository<Order, Order.Id> {

		@Query(key = "customerId == :customerId")
		List<Order> orders(String customerId);

	}

	interface NoSuchParameter extends Repository<Order, Order.Id> {

		@Query(key = "customerId = :customerId AND orderId = :orderId")
		List<Order> orders(String customerId);

	}

	interface UnusedParameter extends Repository<Order, Order.Id> {

		@Query(key = "customerId = :customerId")
		List<Order> orders(String customerId, String orderId);

	}

	interface NoSuchProperty extends Repository<Order, Order.Id> {

		@Query(key = "customerId = :customerId", filter = "shipTo.town = :town")
		List<Order> orders(String customerId, String town);

	}

	interface KeyNotServed extends Repository<Order, Order.Id> {

		@Query(key = "customerId = :customerId AND total > :min")
		List<Order> orders(String customerId, BigDecimal min);

	}

	interface CountAndExists extends Repository<Order, Order.Id> {

		@Query(key = "customerId = :customerId", count = true, exists = true)
		long orders(String customerId);

	}

	@Item(pk = "PARCEL#{parcelId}", sk = "PARCEL")
	record Parcel(String parcelId, OffsetDateTime sentAt, Instant arrivedAt, Map<String, String> labels,
			List<Line> lines) {
	}

}
