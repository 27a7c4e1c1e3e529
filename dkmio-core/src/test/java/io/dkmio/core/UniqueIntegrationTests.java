package io.dkmio.core;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import io.dkmio.core.expression.Update;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.InvalidMappingException;
import io.dkmio.core.mapping.Item;
import io.dkmio.core.mapping.PartitionKey;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.core.mapping.TimeToLive;
import io.dkmio.core.mapping.Unique;
import io.dkmio.core.query.QueryShape;
import io.dkmio.core.query.ReadPlanner;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.test.LocalDynamo;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.annotation.Version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Unique}.
 */
class UniqueIntegrationTests {

	private static final TableDefinition TABLE = TableDefinition.of("unique");

	private static DynamoDbClient client;

	private static DynamoMappingContext context;

	private static DynamoTemplate dynamo;

	@BeforeAll
	static void createTable() {
		client = LocalDynamo.client(UniqueIntegrationTests.class);
		context = DynamoMappingContext.of(List.of(TABLE), User.class, Member.class);
		dynamo = new DynamoTemplate(client, context);
		new SchemaManager(client).create(List.of(TABLE));
	}

	@BeforeEach
	void empty() {
		for (Map<String, AttributeValue> item : items()) {
			client.deleteItem(
					(request) -> request.tableName("unique").key(Map.of("pk", item.get("pk"), "sk", item.get("sk"))));
		}
	}

	@Test
	void refusesAValueAnotherItemHas() {
		dynamo.insert(new User("1", "ada@example.org", "Ada", null));
		assertThatExceptionOfType(DuplicateKeyException.class)
			.isThrownBy(() -> dynamo.insert(new User("2", "ada@example.org", "Eve", null)))
			.withMessageContaining(
					"another item has the value of the unique property 'email'. Choose another value, or "
							+ "change the other item first; nothing was written")
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("ada@"));
		assertThat(dynamo.exists(User.class, "2")).isFalse();
		dynamo.insert(new User("2", null, "Eve", null));
		dynamo.insert(new User("3", null, "Bob", null));
		assertNoOrphans();
	}

	@Test
	void namesThePropertyIfTheKeyIsTakenAsWell() {
		dynamo.insert(new User("1", "a", "Ada", null));
		dynamo.insert(new User("2", "b", "Eve", null));
		assertThatExceptionOfType(DuplicateKeyException.class)
			.isThrownBy(() -> dynamo.insert(new User("1", "b", "Eve", null)))
			.withMessageContaining("Operation 'insert' of User on table 'unique' failed at action 0 of the transaction:"
					+ " an item with this key exists already.")
			.withMessageContaining("Besides: Operation 'insert' of User on table 'unique' failed at action 1 of the"
					+ " transaction: another item has the value of the unique property 'email'.");
		assertNoOrphans();
	}

	@Test
	void aStaleItemIsStaleWhateverItsValueIs() {
		User ada = dynamo.insert(new User("1", "a", "Ada", null));
		dynamo.put(ada);
		dynamo.insert(new User("2", "b", "Eve", null));
		assertThatExceptionOfType(OptimisticLockingFailureException.class)
			.isThrownBy(() -> dynamo.put(new User("1", "b", "Ada", 1L)));
		assertNoOrphans();
	}

	@Test
	void freesAValueThatIsChangedOrDeleted() {
		User ada = dynamo.insert(new User("1", "a", "Ada", null));
		User changed = dynamo.put(new User("1", "b", "Ada", ada.version()));
		assertNoOrphans();
		User eve = dynamo.insert(new User("2", "a", "Eve", null));
		assertThatExceptionOfType(DuplicateKeyException.class)
			.isThrownBy(() -> dynamo.put(new User("2", "b", "Eve", 1L)));
		dynamo.delete(changed);
		dynamo.put(new User("2", "b", "Eve", eve.version()));
		dynamo.delete(User.class, "2");
		assertThat(items()).isEmpty();
	}

	@Test
	void movesAValueWithAnUpdate() {
		dynamo.insert(new User("1", "a", "Ada", null));
		assertThat(dynamo.patchAndReturn(User.class, "1", Update.empty().set("email", "b")))
			.isEqualTo(new User("1", "b", "Ada", 2L));
		assertNoOrphans();
		dynamo.insert(new User("2", "a", "Eve", null));
		assertThatExceptionOfType(DuplicateKeyException.class)
			.isThrownBy(() -> dynamo.update(User.class, "1").set("email", "a").execute());
		dynamo.update(User.class, "1").remove("email").execute();
		dynamo.update(User.class, "2").set("email", "b").execute();
		dynamo.update(User.class, "2").set("name", "Eva").execute();
		assertNoOrphans();
		User eva = dynamo.get(User.class, "2").consistent().required();
		User moved = dynamo.update(eva, new User("2", "c", "Eva", eva.version()));
		assertNoOrphans();
		assertThatExceptionOfType(OptimisticLockingFailureException.class)
			.isThrownBy(() -> dynamo.update(eva, new User("2", "d", "Eva", eva.version())));
		assertThat(dynamo.upsert(new User("2", "e", "Eva", moved.version())).email()).isEqualTo("e");
		assertThat(dynamo.upsert(new User("3", "c", "New", null)).version()).isEqualTo(1);
		assertThatExceptionOfType(EmptyResultDataAccessException.class)
			.isThrownBy(() -> dynamo.update(User.class, "none").set("email", "z").execute());
		assertNoOrphans();
	}

	@Test
	void keepsValuesUniqueWithinAScope() {
		dynamo.put(new Member("red", "1", 7));
		dynamo.put(new Member("blue", "2", 7));
		assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> dynamo.put(new Member("red", "3", 7)));
		assertThatExceptionOfType(DuplicateKeyException.class)
			.isThrownBy(() -> dynamo.update(Member.class, "2").set("team", "red").execute());
		dynamo.update(Member.class, "2").set("team", "red").set("number", 8).execute();
		dynamo.put(new Member("blue", "3", 7));
		assertNoOrphans();
		dynamo.update(Member.class, "3").add("number", 1).execute();
		assertThat(dynamo.get(Member.class, "3").consistent().required().number()).isEqualTo(8);
		assertNoOrphans();
	}

	@Test
	void writesBatchesOfSuchItemsOneByOne() {
		dynamo.putAll(List.of(new Member("red", "1", 1), new Member("red", "2", 2)));
		assertNoOrphans();
		dynamo.deleteAllById(Member.class, List.of("1", "2"));
		assertThat(items()).isEmpty();
	}

	@Test
	void returnsNothingOfATransaction() {
		dynamo.insert(new User("1", "a", "Ada", null));
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> dynamo.delete(User.class, "1", Write.returningOld()))
			.withMessage(
					"A write of User that changes a unique value is a transaction, and transactions return no items. "
							+ "Read the item before, or ask for nothing");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> dynamo.update(User.class, "1").set("email", "b").returning(ReturnedItem.ALL_OLD));
		assertThat(dynamo.update(User.class, "1").set("name", "A").returning(ReturnedItem.ALL_OLD).name())
			.isEqualTo("Ada");
	}

	@Test
	void leavesClaimsOutOfScans() {
		dynamo.insert(new User("1", "a", "Ada", null));
		dynamo.put(new Member("red", "1", 1));
		assertThat(items()).hasSize(4);
		QueryShape all = QueryShape.of(context.getRequiredPersistentEntity(User.class)).withScanAllowed();
		assertThat(new ReadPlanner(context).plan(all).describe()).isEqualTo("Scan unique filter _type = ?");
	}

	@Test
	void letsExactlyOneOfManyWin() throws Exception {
		List<Callable<Boolean>> inserts = new ArrayList<>();
		for (int i = 0; i < 200; i++) {
			String id = "many-" + i;
			inserts.add(() -> {
				try {
					dynamo.insert(new User(id, "one@example.org", "x", null));
					return true;
				}
				catch (DuplicateKeyException ex) {
					return false;
				}
			});
		}
		assertThat(run(inserts)).filteredOn((won) -> won).hasSize(1);
		assertThat(items()).hasSize(2);
		assertNoOrphans();
	}

	@Test
	void leavesNoOrphansWhateverHappensAtOneTime() throws Exception {
		List<Callable<Boolean>> writes = new ArrayList<>();
		for (int i = 0; i < 300; i++) {
			SplittableRandom random = new SplittableRandom(i);
			writes.add(() -> {
				try {
					write(random);
					return true;
				}
				catch (DataAccessException ex) {
					return false;
				}
			});
		}
		assertThat(run(writes)).contains(true, false);
		assertNoOrphans();
	}

	private static void write(SplittableRandom random) {
		String id = "id" + random.nextInt(4);
		int number = random.nextInt(4);
		String team = "team" + random.nextInt(2);
		switch (random.nextInt(5)) {
			case 0 -> dynamo.insert(new Member(team, id, number));
			case 1 -> dynamo.put(new Member(team, id, number));
			case 2 -> dynamo.delete(Member.class, id);
			case 3 -> dynamo.update(Member.class, id).set("number", number).execute();
			default -> dynamo.upsert(new Member(team, id, null));
		}
	}

	private static List<Boolean> run(List<Callable<Boolean>> tasks) throws Exception {
		ExecutorService executor = Executors.newFixedThreadPool(20);
		try {
			List<Boolean> results = new ArrayList<>();
			for (Future<Boolean> future : executor.invokeAll(tasks)) {
				results.add(future.get());
			}
			return results;
		}
		finally {
			executor.shutdownNow();
		}
	}

	@Test
	void saysAtStartWhatCannotBeUnique() {
		assertThatExceptionOfType(InvalidMappingException.class)
			.isThrownBy(() -> DynamoMappingContext.of(
					List.of(TableDefinition.of("plain", "plain", "id"),
							TableDefinition.of("numbers", "numbers", "id:N"),
							TableDefinition.of("shared").withTimeToLive("ttl")),
					Plain.class, Numbered.class, Expiring.class, Tagged.class))
			.withMessageContaining(
					"property 'email' is @Unique, for which other items are stored in table 'plain', and "
							+ "nothing would tell them apart; declare a type attribute for the table")
			.withMessageContaining(
					"property 'email' is @Unique, for which items with keys of their own are stored, but the "
							+ "keys of table 'numbers' are no strings; remove @Unique, or declare the keys as strings")
			.withMessageContaining(
					"property 'email' is @Unique, and the items expire, which would not free their values; "
							+ "remove @TimeToLive or @Unique")
			.withMessageContaining("template 'UNIQUE#Tagged#tags#{tags}'");
	}

	/**
	 * Each claim names an item that has the value, and each value is claimed.
	 */
	private static void assertNoOrphans() {
		Set<String> claims = new HashSet<>();
		Set<String> values = new HashSet<>();
		for (Map<String, AttributeValue> item : items()) {
			switch (item.get("_type").s()) {
				case "$unique" -> claims.add(item.get("pk").s() + " of " + item.get("_owner").m().get("pk").s());
				case "User" -> {
					if (item.containsKey("email")) {
						values.add("UNIQUE#User#email#" + item.get("email").s() + " of " + item.get("pk").s());
					}
				}
				default -> {
					if (item.containsKey("number") && item.containsKey("team")) {
						values.add("UNIQUE#Member#number#" + item.get("team").s() + "#"
								+ String.format("%010d", Integer.parseInt(item.get("number").n())) + " of "
								+ item.get("pk").s());
					}
				}
			}
		}
		assertThat(claims).isEqualTo(values);
	}

	private static List<Map<String, AttributeValue>> items() {
		return client.scanPaginator((request) -> request.tableName("unique").consistentRead(true))
			.items()
			.stream()
			.collect(Collectors.toList());
	}

	@Item(pk = "USER#{id}", sk = "USER")
	record User(String id, @Unique @Nullable String email, String name, @Version @Nullable Long version) {
	}

	@Item(pk = "MEMBER#{id}", sk = "MEMBER")
	record Member(@Nullable String team, String id, @Unique(scope = "{team}") @Nullable Integer number) {
	}

	@Item(table = "plain")
	record Plain(@PartitionKey String id, @Unique String email) {
	}

	@Item(table = "numbers")
	record Numbered(@PartitionKey int id, @Unique String email) {
	}

	@Item(pk = "E#{id}", sk = "E")
	record Expiring(String id, @Unique String email, @TimeToLive Long ttl) {
	}

	@Item(pk = "T#{id}", sk = "T")
	record Tagged(String id, @Unique List<String> tags) {
	}

}
