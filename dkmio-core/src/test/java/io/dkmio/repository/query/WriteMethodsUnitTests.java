package io.dkmio.repository.query;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import io.dkmio.UnservableQueryException;
import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.convert.DynamoCustomConversions;
import io.dkmio.core.convert.MappingDynamoConverter;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.GlobalIndex;
import io.dkmio.core.mapping.Item;
import io.dkmio.core.mapping.Unique;
import io.dkmio.domain.Customer;
import io.dkmio.domain.Order;
import io.dkmio.domain.Shop;
import io.dkmio.domain.Status;
import io.dkmio.repository.Condition;
import io.dkmio.repository.Delete;
import io.dkmio.repository.MethodPlan;
import io.dkmio.repository.NoRequests;
import io.dkmio.repository.Query;
import io.dkmio.repository.Update;
import io.dkmio.repository.support.DynamoRepositoryFactory;
import org.junit.jupiter.api.Test;

import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.QueryCreationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Methods that write one item: their plans, and what they cannot ask.
 */
class WriteMethodsUnitTests {

	private final DynamoMappingContext context = DynamoMappingContext.of(List.of(Shop.TABLE), Customer.class,
			Order.class, Account.class);

	private final DynamoRepositoryFactory factory = new DynamoRepositoryFactory(new DynamoTemplate(new NoRequests(),
			this.context, new MappingDynamoConverter(this.context), Clock.systemUTC()));

	private void refuses(Class<?> repository, String text) {
		QueryCreationException failure = catchThrowableOfType(QueryCreationException.class,
				() -> this.factory.getRepository(repository));
		assertThat(failure).isNotNull();
		assertThat(failure.getCause()).isInstanceOf(UnservableQueryException.class)
			.hasMessage(repository.getSimpleName() + "." + text);
	}

	private MethodPlan plan(Class<?> repository) {
		this.factory.getRepository(repository);
		return this.factory.plans(repository).get(0);
	}

	@Test
	void plansUpdates() {
		MethodPlan plan = plan(Changing.class);
		assertThat(plan.operation()).isEqualTo("UpdateItem");
		assertThat(plan.table()).isEqualTo("shop");
		assertThat(plan.keyCondition()).isEqualTo("pk = ? AND sk = ?");
		assertThat(plan.update()).isEqualTo("SET status = :next REMOVE total");
		assertThat(plan.condition()).isEqualTo("status = :expected (still-expected) AND attribute_exists(total)");
		assertThat(plan.cost()).isEqualTo(MethodPlan.Cost.ITEM);
		assertThat(plan.warnings()).isEmpty();
		assertThat(plan).hasToString("Changing.change(String, String, Status, Status): UpdateItem shop pk = ? AND sk ="
				+ " ?: update Order: SET status = ?3, version = if_not_exists(version, ?) + ?, gsi1pk = ?4 REMOVE total if"
				+ " attribute_exists(pk) AND status = ?2 AND attribute_exists(total)");
	}

	interface Changing extends Repository<Order, Order.Id> {

		@Update("SET status = :next REMOVE total")
		@Condition(name = "still-expected", value = "status = :expected")
		@Condition("attribute_exists(total)")
		void change(String customerId, String orderId, Status expected, Status next);

	}

	@Test
	void plansDeletions() {
		MethodPlan plan = plan(Deleting.class);
		assertThat(plan.operation()).isEqualTo("DeleteItem");
		assertThat(plan.condition()).isEqualTo("status = :expected");
		assertThat(plan.update()).isEmpty();
		assertThat(plan).hasToString("Deleting.drop(String, String, Status): DeleteItem shop pk = ? AND sk = ?: delete"
				+ " Order if status = ?2");
		assertThat(plan(UniqueDeleting.class)).hasToString("UniqueDeleting.drop(String): TransactWriteItems shop pk = ?"
				+ " AND sk = ?: delete Account (reads the item first, to free its unique values with it)");
	}

	interface Deleting extends Repository<Order, Order.Id> {

		@Delete
		@Condition("status = :expected")
		void drop(String customerId, String orderId, Status expected);

	}

	interface UniqueDeleting extends Repository<Account, String> {

		@Delete
		void drop(String id);

	}

	@Test
	void refusesKeysThatAreNotWhole() {
		refuses(HalfKey.class,
				"change(String, Status) cannot be served: it writes one item, and its parameters do not say which: there"
						+ " is none named 'orderId'. Add a parameter with the name of each property of the key, or one"
						+ " Id.");
		refuses(NoKey.class,
				"change(Status) cannot be served: it writes one item, and its parameters do not say which: there is"
						+ " none named 'customerId', none named 'orderId'. Add parameters with the name of each"
						+ " property of the key, or one Id.");
	}

	interface HalfKey extends Repository<Order, Order.Id> {

		@Update("SET status = :next")
		void change(String customerId, Status next);

	}

	interface NoKey extends Repository<Order, Order.Id> {

		@Update("SET status = :next")
		void change(Status next);

	}

	@Test
	void refusesWhatIsNotThereOrNotUsed() {
		refuses(NoProperty.class,
				"change(String, String, String) cannot be served: 'state' is no property: Order has no 'state'. Use one"
						+ " of its properties: customerId, orderId, status, placedAt, total, lines, shipTo, tags,"
						+ " version, createdAt, updatedAt, expiresAt.");
		refuses(NoParameter.class,
				"change(String, String) cannot be served: the text of @Update is wrong. Update 'SET status = :next' is"
						+ " not valid: at position 13 there is no parameter ':next'; there are :customerId, :orderId."
						+ " Write updates such as SET status = :status, total = total + :amount REMOVE note ADD visits"
						+ " :one. Correct it.");
		refuses(NotUsed.class,
				"change(String, String, Status, Status) cannot be served: @Update has no use for parameter ':former'."
						+ " Use it in the update or a @Condition, or leave it out.");
		refuses(NotUsedByDelete.class, "drop(String, String, Status) cannot be served: @Delete has no use for parameter"
				+ " ':status'. Use it in a @Condition, or leave it out.");
		refuses(NoConditionParameter.class,
				"drop(String, String) cannot be served: a @Condition is wrong. Condition 'status = :expected' is not"
						+ " valid: at position 9 there is no parameter ':expected'; there are :customerId, :orderId."
						+ " Write conditions such as status = :status AND (size(lines) > :min OR begins_with(note,"
						+ " :start)). Correct it.");
	}

	interface NoProperty extends Repository<Order, Order.Id> {

		@Update("SET state = :next")
		void change(String customerId, String orderId, String next);

	}

	interface NoParameter extends Repository<Order, Order.Id> {

		@Update("SET status = :next")
		void change(String customerId, String orderId);

	}

	interface NotUsed extends Repository<Order, Order.Id> {

		@Update("SET status = :next")
		void change(String customerId, String orderId, Status next, Status former);

	}

	interface NotUsedByDelete extends Repository<Order, Order.Id> {

		@Delete
		void drop(String customerId, String orderId, Status status);

	}

	interface NoConditionParameter extends Repository<Order, Order.Id> {

		@Delete
		@Condition("status = :expected")
		void drop(String customerId, String orderId);

	}

	@Test
	void refusesParametersThatAreStoredAsSomethingElse() {
		refuses(TextForNumber.class,
				"change(String, String, String) cannot be served: parameter ':total' is a String, which is stored as S,"
						+ " and 'total' a BigDecimal, stored as N. Make the parameter a BigDecimal.");
		refuses(TextForAmount.class,
				"change(String, String, String) cannot be served: parameter ':more' is a String, which is stored as S,"
						+ " and 'total' a BigDecimal, stored as N. Make the parameter a BigDecimal.");
		refuses(NumberForText.class,
				"change(String, String, int) cannot be served: parameter ':city' is a int, which is stored as N, and"
						+ " 'shipTo.city' a String, stored as S. Make the parameter a String.");
		refuses(NumberInCondition.class,
				"drop(String, String, List) cannot be served: parameter ':states' is a Integer, which is stored as N,"
						+ " and 'status' a Status, stored as S. Make the parameter a Status.");
		refuses(BooleanInFilter.class,
				"orders(String, boolean, String) cannot be served: parameter ':min' is a boolean, which is stored as"
						+ " BOOL, and 'total' a BigDecimal, stored as N. Make the parameter a BigDecimal.");
	}

	interface TextForNumber extends Repository<Order, Order.Id> {

		@Update("SET total = :total")
		void change(String customerId, String orderId, String total);

	}

	interface TextForAmount extends Repository<Order, Order.Id> {

		@Update("SET total = if_not_exists(total, :more) + :more")
		void change(String customerId, String orderId, String more);

	}

	interface NumberForText extends Repository<Order, Order.Id> {

		@Update("SET shipTo.city = :city")
		void change(String customerId, String orderId, int city);

	}

	interface NumberInCondition extends Repository<Order, Order.Id> {

		@Delete
		@Condition("NOT status IN (:states)")
		void drop(String customerId, String orderId, List<Integer> states);

	}

	interface BooleanInFilter extends Repository<Order, Order.Id> {

		@Query(key = "customerId = :customerId",
				filter = "total BETWEEN :min AND :max OR begins_with(shipTo.city, :max)")
		List<Order> orders(String customerId, boolean min, String max);

	}

	@Test
	void takesParametersThatAreStoredAlike() {
		assertThat(plan(StoredAlike.class).update())
			.isEqualTo("SET status = :status, total = total + :more, shipTo.city = :city ADD tags :tag");
		DynamoCustomConversions conversions = DynamoCustomConversions.of(YesNo.INSTANCE);
		DynamoMappingContext context = new DynamoMappingContext(List.of(Shop.TABLE));
		context.setCustomConversions(conversions);
		DynamoRepositoryFactory factory = new DynamoRepositoryFactory(new DynamoTemplate(new NoRequests(), context,
				new MappingDynamoConverter(context, conversions), Clock.systemUTC()));
		factory.getRepository(Switching.class);
		assertThat(factory.plans(Switching.class).get(0).update()).isEqualTo("SET on = :on");
	}

	interface StoredAlike extends Repository<Order, Order.Id> {

		@Update("SET status = :status, total = total + :more, shipTo.city = :city ADD tags :tag")
		@Condition("size(lines) > :more AND contains(tags, :status) AND placedAt < :placedAt")
		void change(String customerId, String orderId, String status, int more, Object city, List<String> tag,
				String placedAt);

	}

	@Item(pk = "SWITCH#{id}", sk = "SWITCH")
	record Switch(String id, boolean on) {

	}

	interface Switching extends Repository<Switch, String> {

		@Update("SET on = :on")
		void turn(String id, String on);

	}

	@WritingConverter
	enum YesNo implements Converter<Boolean, String> {

		INSTANCE;

		@Override
		public String convert(Boolean source) {
			return source ? "yes" : "no";
		}

	}

	@Test
	void refusesToChangeWhatMustNotBe() {
		refuses(ChangedKey.class,
				"change(String, String, String) cannot be served: An update of Order cannot change 'orderId': it is part"
						+ " of the primary key; the key of an item never changes: delete the item and insert another"
						+ " one. No such write is sent.");
		refuses(ChangedVersion.class,
				"change(String, String, long) cannot be served: An update of Order cannot change 'version': it is the"
						+ " version, which every update counts up by itself; use expectVersion(…) for a condition on"
						+ " it. No such write is sent.");
		refuses(Empty.class,
				"change(String, String) cannot be served: the text of @Update is wrong. Update '' is not valid: at"
						+ " position 0 SET, REMOVE, ADD, DELETE or the end was expected. Write updates such as SET"
						+ " status = :status, total = total + :amount REMOVE note ADD visits :one. Correct it.");
		refuses(Unique1.class,
				"change(String, String) cannot be served: An update of Account changes 'email', which is unique, and has"
						+ " to read the item first: it cannot be planned ahead. Use update(…) of the operations, or save"
						+ " the item. No such write is sent.");
	}

	interface ChangedKey extends Repository<Order, Order.Id> {

		@Update("SET orderId = :next")
		void change(String customerId, String orderId, String next);

	}

	interface ChangedVersion extends Repository<Order, Order.Id> {

		@Update("SET version = :next")
		void change(String customerId, String orderId, long next);

	}

	interface Empty extends Repository<Order, Order.Id> {

		@Update("")
		void change(String customerId, String orderId);

	}

	interface Unique1 extends Repository<Account, String> {

		@Update("SET email = :email")
		void change(String id, String email);

	}

	@Test
	void refusesIndexKeysThatCannotBeComposed() {
		refuses(HalfIndexKey.class,
				"change(String, String) cannot be served: An update of Account changes 'handle', of which the index key"
						+ " 'HANDLE#{team}#{handle}' is composed, but the value of 'team' is not known, so that the"
						+ " index would no longer find the item. Demand its value by a condition such as team = :team,"
						+ " set it as well, or use update(…).readFirst() of the operations. No such write is sent.");
		assertThat(plan(WholeIndexKey.class).update()).isEqualTo("SET handle = :handle");
	}

	interface HalfIndexKey extends Repository<Account, String> {

		@Update("SET handle = :handle")
		void change(String id, String handle);

	}

	interface WholeIndexKey extends Repository<Account, String> {

		@Update("SET handle = :handle")
		@Condition("team = :team")
		void change(String id, String handle, String team);

	}

	@Test
	void refusesAnswersAWriteDoesNotGive() {
		refuses(Several.class, "change(String, String, Status) cannot be served: it writes one item, and returns List."
				+ " Return the item, an Optional of it, a projection, a boolean, or nothing.");
		refuses(Number1.class, "change(String, String, Status) cannot be served: it writes one item, and returns int."
				+ " Return the item, an Optional of it, a projection, a boolean, or nothing.");
		refuses(Foreign.class,
				"change(String, String, Status) cannot be served: what it returns, Foreign1, has 'weight', which Order"
						+ " does not have. Use its properties: customerId, orderId, status, placedAt, total, lines,"
						+ " shipTo, tags, version, createdAt, updatedAt, expiresAt.");
		refuses(ReturningUnique.class,
				"drop(String) cannot be served: A write of Account that changes a unique value is a transaction, and"
						+ " transactions return no items. Read the item before, or ask for nothing. No such write is"
						+ " sent.");
	}

	interface Several extends Repository<Order, Order.Id> {

		@Update("SET status = :next")
		List<Order> change(String customerId, String orderId, Status next);

	}

	interface Number1 extends Repository<Order, Order.Id> {

		@Update("SET status = :next")
		int change(String customerId, String orderId, Status next);

	}

	interface Foreign extends Repository<Order, Order.Id> {

		@Update("SET status = :next")
		Foreign1 change(String customerId, String orderId, Status next);

	}

	record Foreign1(BigDecimal weight, String unit) {
	}

	interface ReturningUnique extends Repository<Account, String> {

		@Delete
		Optional<Account> drop(String id);

	}

	@Test
	void refusesAnnotationsThatDoNotGoTogether() {
		refuses(ConditionAlone.class, "findByCustomerId(String) cannot be served: it has a @Condition, and writes"
				+ " nothing. Add @Update or @Delete, or use the filter of @Query.");
		refuses(Both.class, "change(String, String, Status) cannot be served: it has @Update and @Delete. Choose one of"
				+ " them.");
		refuses(WithQuery.class, "change(String, String, Status) cannot be served: it has @Query, which reads, and"
				+ " @Update. Choose one of them.");
		refuses(Limited.class, "change(String, String, Status, Limit) cannot be served: it writes one item, so that"
				+ " there is nothing to sort, to limit or to page. Leave out the parameters that are no values.");
	}

	interface ConditionAlone extends Repository<Order, Order.Id> {

		@Condition("status = :status")
		List<Order> findByCustomerId(String customerId);

	}

	interface Both extends Repository<Order, Order.Id> {

		@Update("SET status = :next")
		@Delete
		void change(String customerId, String orderId, Status next);

	}

	interface WithQuery extends Repository<Order, Order.Id> {

		@Query(key = "customerId = :customerId")
		@Update("SET status = :next")
		void change(String customerId, String orderId, Status next);

	}

	interface Limited extends Repository<Order, Order.Id> {

		@Update("SET status = :next")
		void change(String customerId, String orderId, Status next, Limit limit);

	}

	@Item(pk = "ACCOUNT#{id}", sk = "ACCOUNT")
	@GlobalIndex(name = "gsi1", pk = "HANDLE#{team}#{handle}", sk = "{id}")
	record Account(String id, String team, String handle, @Unique String email) {
	}

}
