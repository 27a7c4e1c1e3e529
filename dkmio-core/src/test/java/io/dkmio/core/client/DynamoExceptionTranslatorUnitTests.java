package io.dkmio.core.client;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;

import io.dkmio.ConditionFailedException;
import io.dkmio.ItemCollectionSizeExceededException;
import io.dkmio.TableNotFoundException;
import io.dkmio.ThrottledException;
import io.dkmio.UncategorizedDynamoException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.RequestLimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingException;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;

import static org.assertj.core.api.Assertions.assertThat;

class DynamoExceptionTranslatorUnitTests {

	private static final String CANARY = "c4n4ry-value";

	private static final DynamoOperation SAVE = DynamoOperation.of("save")
		.withTable("shop")
		.withItemType("Order")
		.withRepositoryMethod("OrderRepository.save");

	private final DynamoExceptionTranslator translator = new DynamoExceptionTranslator();

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			ConditionalCheckFailedException          | ConditionFailedException                | false
			TransactionCanceledException             | WriteTransactionCanceledException       | false
			TransactionConflictException             | CannotAcquireLockException              | true
			TransactionInProgressException           | CannotAcquireLockException              | true
			ReplicatedWriteConflictException         | ConcurrencyFailureException             | true
			IdempotentParameterMismatchException     | InvalidDataAccessApiUsageException      | false
			ProvisionedThroughputExceededException   | ThrottledException                      | true
			ThrottlingException                      | ThrottledException                      | true
			Throttling                               | ThrottledException                      | true
			RequestLimitExceeded                     | ThrottledException                      | true
			TooManyRequestsException                 | ThrottledException                      | true
			LimitExceededException                   | ThrottledException                      | true
			ResourceNotFoundException                | TableNotFoundException                  | false
			TableNotFoundException                   | TableNotFoundException                  | false
			IndexNotFoundException                   | TableNotFoundException                  | false
			BackupNotFoundException                  | InvalidDataAccessResourceUsageException | false
			ExportNotFoundException                  | InvalidDataAccessResourceUsageException | false
			GlobalTableNotFoundException             | InvalidDataAccessResourceUsageException | false
			ImportNotFoundException                  | InvalidDataAccessResourceUsageException | false
			PolicyNotFoundException                  | InvalidDataAccessResourceUsageException | false
			ReplicaNotFoundException                 | InvalidDataAccessResourceUsageException | false
			ResourceInUseException                   | TransientDataAccessResourceException    | true
			TableInUseException                      | TransientDataAccessResourceException    | true
			BackupInUseException                     | TransientDataAccessResourceException    | true
			ExportConflictException                  | TransientDataAccessResourceException    | true
			ImportConflictException                  | TransientDataAccessResourceException    | true
			TableAlreadyExistsException              | InvalidDataAccessResourceUsageException | false
			GlobalTableAlreadyExistsException        | InvalidDataAccessResourceUsageException | false
			ReplicaAlreadyExistsException            | InvalidDataAccessResourceUsageException | false
			ContinuousBackupsUnavailableException    | InvalidDataAccessResourceUsageException | false
			PointInTimeRecoveryUnavailableException  | InvalidDataAccessResourceUsageException | false
			InvalidExportTimeException               | InvalidDataAccessResourceUsageException | false
			InvalidRestoreTimeException              | InvalidDataAccessResourceUsageException | false
			ExpiredIteratorException                 | DataRetrievalFailureException           | false
			TrimmedDataAccessException               | DataRetrievalFailureException           | false
			ItemCollectionSizeLimitExceededException | ItemCollectionSizeExceededException     | false
			ValidationException                      | InvalidDataAccessApiUsageException      | false
			ValidationError                          | InvalidDataAccessApiUsageException      | false
			SerializationException                   | InvalidDataAccessApiUsageException      | false
			UnknownOperationException                | InvalidDataAccessApiUsageException      | false
			DuplicateItemException                   | DuplicateKeyException                   | false
			AccessDeniedException                    | PermissionDeniedDataAccessException     | false
			NotAuthorized                            | PermissionDeniedDataAccessException     | false
			UnrecognizedClientException              | PermissionDeniedDataAccessException     | false
			IncompleteSignatureException             | PermissionDeniedDataAccessException     | false
			InvalidSignatureException                | PermissionDeniedDataAccessException     | false
			MissingAuthenticationTokenException      | PermissionDeniedDataAccessException     | false
			MissingAuthenticationToken               | PermissionDeniedDataAccessException     | false
			ExpiredTokenException                    | PermissionDeniedDataAccessException     | false
			InternalServerError                      | TransientDataAccessResourceException    | true
			InternalFailure                          | TransientDataAccessResourceException    | true
			ServiceUnavailable                       | TransientDataAccessResourceException    | true
			ServiceUnavailableException              | TransientDataAccessResourceException    | true
			SomethingNewException                    | UncategorizedDynamoException            | false
			""")
	void translatesACodeBareAndNamespaced(String code, String expected, boolean retryable) {
		for (String sent : List.of(code, "com.amazonaws.dynamodb.v20120810#" + code,
				"com.amazon.coral.validate#" + code, code + ":http://internal.amazon.com/coral/")) {
			DataAccessException translated = translate(exception(sent, 400), SAVE);
			assertThat(translated.getClass().getSimpleName()).as(sent).isEqualTo(expected);
			assertThat(translated instanceof TransientDataAccessException).as(sent).isEqualTo(retryable);
			assertThat(translated.getMessage())
				.startsWith("Operation 'save' of Order on table 'shop' (OrderRepository.save) failed: ")
				.endsWith(" [PutItem: " + code + ", request id R-1]")
				.doesNotContain(CANARY);
			assertThat(translated.getCause()).isInstanceOf(DynamoDbException.class);
		}
	}

	@Test
	void knowsEveryExceptionOfTheModel() throws Exception {
		TreeSet<String> missed = new TreeSet<>();
		int known = 0;
		for (String name : modelledExceptions()) {
			FailureKind kind = FailureKind.of(name);
			if (kind == null && !name.startsWith(CanceledTransaction.CODE)) {
				missed.add(name);
			}
			known++;
		}
		assertThat(missed).isEmpty();
		assertThat(known).isGreaterThan(30);
	}

	@Test
	void takesTheCodeFromTheClassIfNoneWasSent() {
		assertThat(translate(TransactionConflictException.builder().build(), SAVE))
			.hasMessageContaining("another transaction is working on the same item")
			.hasMessageContaining("[PutItem: TransactionConflictException]");
		assertThat(translate(ResourceNotFoundException.builder().build(), SAVE))
			.isInstanceOf(TableNotFoundException.class);
	}

	@ParameterizedTest
	@CsvSource({ "500,TransientDataAccessResourceException", "502,TransientDataAccessResourceException",
			"503,TransientDataAccessResourceException", "504,TransientDataAccessResourceException",
			"429,ThrottledException", "401,PermissionDeniedDataAccessException",
			"403,PermissionDeniedDataAccessException", "413,InvalidDataAccessApiUsageException",
			"404,UncategorizedDynamoException", "400,UncategorizedDynamoException" })
	void looksAtTheStatusIfThereIsNoCode(int status, String expected) {
		DynamoDbException exception = (DynamoDbException) DynamoDbException.builder().statusCode(status).build();
		assertThat(translate(exception, SAVE).getClass().getSimpleName()).isEqualTo(expected);
	}

	@Test
	void anUnknownCodeWithAServerErrorIsTransient() {
		assertThat(translate(exception("BrandNewTrouble", 503), SAVE))
			.isExactlyInstanceOf(TransientDataAccessResourceException.class);
	}

	@Test
	void anUnknownCodeSaysWhereToLook() {
		assertThat(translate(exception("BrandNewTrouble", 400), SAVE))
			.isInstanceOfSatisfying(UncategorizedDynamoException.class,
					(ex) -> assertThat(ex.getOperation().errorCode()).isEqualTo("BrandNewTrouble"))
			.hasMessage("Operation 'save' of Order on table 'shop' (OrderRepository.save) failed: DynamoDB answered"
					+ " with an error this version does not know. The cause has the answer of DynamoDB."
					+ " [PutItem: BrandNewTrouble, request id R-1]");
	}

	@Test
	void translatesExceptionsOfAnyAwsService() {
		AwsServiceException exception = AwsServiceException.builder()
			.awsErrorDetails(AwsErrorDetails.builder().errorCode("ExpiredToken").build())
			.build();
		assertThat(this.translator.translateExceptionIfPossible(exception)).hasMessageStartingWith(
				"A DynamoDB operation failed: DynamoDB does not accept the credentials. Check access key, secret and"
						+ " session token");
	}

	@Test
	void leavesForeignExceptionsAlone() {
		IllegalStateException foreign = new IllegalStateException("mine");
		assertThat(this.translator.translateExceptionIfPossible(foreign)).isNull();
		assertThat(this.translator.translate(foreign, DynamoAction.PUT_ITEM, SAVE)).isSameAs(foreign);
		DuplicateKeyException translated = new DuplicateKeyException("done");
		assertThat(this.translator.translate(translated, DynamoAction.PUT_ITEM, SAVE)).isSameAs(translated);
	}

	@Test
	void looksIntoTheExceptionOfAFuture() {
		assertThat(this.translator.translate(new CompletionException(exception("ThrottlingException", 400)),
				DynamoAction.QUERY, SAVE))
			.isInstanceOf(ThrottledException.class);
		assertThat(this.translator
			.translateExceptionIfPossible(new CompletionException(exception("ThrottlingException", 400))))
			.isInstanceOf(ThrottledException.class);
	}

	@Test
	void tellsTheCodeOfATranslatedException() {
		assertThat(DynamoExceptionTranslator.errorCode(translate(exception("ns#ResourceInUseException", 400), SAVE)))
			.isEqualTo("ResourceInUseException");
		assertThat(DynamoExceptionTranslator.errorCode(new IllegalStateException())).isNull();
	}

	@Test
	void aRefusedInsertIsADuplicateKey() {
		DynamoOperation insert = DynamoOperation.of("insert")
			.withTable("shop")
			.withItemType("Order")
			.withRefusal(ConditionRefusal.insert());
		assertThat(translate(refused(), insert)).isExactlyInstanceOf(DuplicateKeyException.class)
			.hasMessage("Operation 'insert' of Order on table 'shop' failed: an item with this key exists already."
					+ " Choose another key, or use an operation that replaces or changes the existing item."
					+ " [PutItem: ConditionalCheckFailedException, request id R-1]");
	}

	@Test
	void aRefusedVersionIsAnOptimisticLockingFailure() {
		assertThat(translate(refused(), SAVE.withRefusal(ConditionRefusal.version())))
			.isExactlyInstanceOf(OptimisticLockingFailureException.class)
			.hasMessageContaining("the item was changed or deleted since it was read. Read it again, apply the change"
					+ " to what was read, and write that.");
	}

	@Test
	void anyOtherRefusedConditionHasItsNameAndTheStoredItem() {
		DataAccessException translated = translate(refused(), SAVE.withRefusal(ConditionRefusal.named("notShipped")));
		assertThat(translated).isInstanceOf(DataIntegrityViolationException.class)
			.hasMessageContaining(
					"failed: the condition 'notShipped' does not hold. getItem() of this exception has the"
							+ " item as it is stored.")
			.isInstanceOfSatisfying(ConditionFailedException.class, (ex) -> {
				assertThat(ex.getConditionName()).contains("notShipped");
				assertThat(ex.getItem()).containsEntry("pk", AttributeValue.fromS(CANARY));
				assertThat(ex.getCurrent(String.class)).isEmpty();
				assertThat(ex.getOperation().tableName()).isEqualTo("shop");
				assertThat(ex.getOperation().errorCode()).isEqualTo("ConditionalCheckFailedException");
				assertThat(ex.getOperation().requestId()).isEqualTo("R-1");
				assertThat(ex.toString()).doesNotContain(CANARY);
			});
	}

	@Test
	void aRefusedConditionWithoutNameOrItemStillTeaches() {
		assertThat(translate(exception("ConditionalCheckFailedException", 400), SAVE))
			.hasMessageContaining("failed: its condition does not hold. Read the item to see why; perhaps it does not"
					+ " exist. Repeating the write will not help.")
			.isInstanceOfSatisfying(ConditionFailedException.class, (ex) -> {
				assertThat(ex.getConditionName()).isEmpty();
				assertThat(ex.getItem()).isEmpty();
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "TableReadProvisionedThroughputExceeded", "TableWriteProvisionedThroughputExceeded",
			"IndexReadProvisionedThroughputExceeded", "IndexWriteProvisionedThroughputExceeded",
			"TableReadAccountLimitExceeded", "TableWriteAccountLimitExceeded", "IndexReadAccountLimitExceeded",
			"IndexWriteAccountLimitExceeded", "TableReadKeyRangeThroughputExceeded",
			"TableWriteKeyRangeThroughputExceeded", "IndexReadKeyRangeThroughputExceeded",
			"IndexWriteKeyRangeThroughputExceeded", "TableReadMaxOnDemandThroughputExceeded",
			"TableWriteMaxOnDemandThroughputExceeded", "IndexReadMaxOnDemandThroughputExceeded",
			"IndexWriteMaxOnDemandThroughputExceeded", "AReasonOfTomorrow" })
	void tellsWhyItWasThrottled(String reason) {
		ThrottlingReason given = ThrottlingReason.builder()
			.reason(reason)
			.resource("arn:aws:dynamodb:eu-west-1:123456789012:table/shop")
			.build();
		List<AwsServiceException> thrown = List.of(
				ThrottlingException.builder().throttlingReasons(given, given).build(),
				ProvisionedThroughputExceededException.builder().throttlingReasons(given).build(),
				RequestLimitExceededException.builder().throttlingReasons(given).build());
		for (AwsServiceException exception : thrown) {
			assertThat(translate(exception, SAVE))
				.hasMessageContaining("failed: DynamoDB throttled the request for " + reason + ". The SDK has")
				.isInstanceOfSatisfying(ThrottledException.class,
						(ex) -> assertThat(ex.getReasons()).containsExactly(reason));
		}
	}

	@Test
	void throttlingWithoutReasonsIsTolerated() {
		ThrottlingReason empty = ThrottlingReason.builder().build();
		assertThat(translate(ThrottlingException.builder().throttlingReasons(empty).build(), SAVE))
			.hasMessageContaining("failed: DynamoDB throttled the request. The SDK has repeated it as often as it is"
					+ " configured to; repeat it later, spread the load over more partition keys, or raise the capacity"
					+ " of the table or index.")
			.isInstanceOfSatisfying(ThrottledException.class, (ex) -> assertThat(ex.getReasons()).isEmpty());
	}

	@Test
	void aMissingTableComesWithTheStartUpHint() {
		assertThat(translate(exception("ResourceNotFoundException", 400), SAVE))
			.hasMessageContaining("the table or the index does not exist in this account and Region, or is not ready"
					+ " yet. Check its name (dkmio.table.name, dkmio.table-prefix), the Region and the endpoint;"
					+ " dkmio.schema=create makes missing tables, dkmio.schema=validate reports them at start-up.")
			.isInstanceOfSatisfying(TableNotFoundException.class,
					(ex) -> assertThat(ex.getOperation().tableName()).isEqualTo("shop"));
	}

	@Test
	void aDeniedActionIsNamedAsThePolicyNamesIt() {
		DynamoOperation query = DynamoOperation.of("query").withTable("shop").withIndex("gsi1");
		assertThat(this.translator.translate(exception("AccessDeniedException", 400), DynamoAction.QUERY, query))
			.hasMessage("Operation 'query' on index 'gsi1' of table 'shop' failed: the credentials in use do not allow"
					+ " it. Allow dynamodb:Query in the IAM policy for the table and for its index (table/…/index/…),"
					+ " and the KMS key if the table is encrypted with one."
					+ " [Query: AccessDeniedException, request id R-1]");
	}

	@Test
	void aServerErrorOnAWriteLeavesTheOutcomeOpen() {
		assertThat(translate(exception("InternalServerError", 500), SAVE))
			.hasMessageContaining("Nobody knows whether the write was done: repeat it only if doing it twice does no"
					+ " harm, or read the item first.");
		assertThat(this.translator.translate(exception("InternalServerError", 500), DynamoAction.QUERY, SAVE))
			.hasMessageContaining("Repeat it after a short pause.");
	}

	@Test
	void aFullItemCollectionSaysWhatToDo() {
		assertThat(translate(exception("ItemCollectionSizeLimitExceededException", 400), SAVE))
			.isInstanceOf(ItemCollectionSizeExceededException.class)
			.hasMessageContaining("have reached 10 GB, the most a table with a local index can hold under one partition"
					+ " key. Delete or move items of this partition, or spread them over more partition keys.");
	}

	@Test
	void aTableThatExistsIsNotCreatedAgain() {
		assertThat(this.translator.translate(exception("ResourceInUseException", 400), DynamoAction.CREATE_TABLE,
				DynamoOperation.of("createTable").withTable("shop")))
			.isExactlyInstanceOf(InvalidDataAccessResourceUsageException.class)
			.hasMessage("Operation 'createTable' on table 'shop' failed: it exists already or is being created. Use it"
					+ " as it is, or choose another name; nothing was changed."
					+ " [CreateTable: ResourceInUseException, request id R-1]");
	}

	@Test
	void showsAValidationTextThatHasNoValues() {
		assertThat(translate(
				exception("ValidationException", 400,
						"One or more parameter values were invalid: Type mismatch for key sk expected: S actual: N"),
				SAVE))
			.hasMessageContaining("failed: DynamoDB does not accept the request: One or more parameter values were"
					+ " invalid: Type mismatch for key sk expected: S actual: N. Correct the request; repeating it will"
					+ " not help.");
	}

	@Test
	void hidesAValidationTextThatMayHaveValues() {
		assertThat(translate(exception("ValidationException", 400,
				"The parameter cannot be converted to a numeric value: " + CANARY), SAVE))
			.isInstanceOf(InvalidDataAccessApiUsageException.class)
			.hasMessageContaining("failed: DynamoDB does not accept the request. The cause has DynamoDB's own text,"
					+ " which is not repeated here because it may contain values.")
			.hasMessageNotContaining(CANARY);
	}

	@Test
	void showsEveryValidationTextOfTables() {
		assertThat(this.translator.translate(
				exception("ValidationException", 400, "Invalid table/index name.  Name 'a' is too short"),
				DynamoAction.CREATE_TABLE, DynamoOperation.of("createTable").withTable("a")))
			.hasMessageContaining("DynamoDB does not accept the request: Invalid table/index name.  Name 'a' is too"
					+ " short. Correct");
	}

	@ParameterizedTest
	@EnumSource
	void everyKindHasAMessageForAnUnknownOperation(FailureKind kind) {
		Failure failure = Failure.of(DynamoOperation.of(Failure.UNKNOWN), null, exception("X", 400));
		assertThat(kind.toException(failure).getMessage()).startsWith("A DynamoDB operation failed: ").endsWith(".");
	}

	private DataAccessException translate(RuntimeException thrown, DynamoOperation operation) {
		return (DataAccessException) this.translator.translate(thrown, DynamoAction.PUT_ITEM, operation);
	}

	private static DynamoDbException refused() {
		return ConditionalCheckFailedException.builder()
			.item(Map.of("pk", AttributeValue.fromS(CANARY)))
			.awsErrorDetails(AwsErrorDetails.builder().errorCode("ConditionalCheckFailedException").build())
			.requestId("R-1")
			.statusCode(400)
			.build();
	}

	private static DynamoDbException exception(String code, int status) {
		return exception(code, status, "text with " + CANARY);
	}

	private static DynamoDbException exception(String code, int status, String text) {
		return (DynamoDbException) DynamoDbException.builder()
			.awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage(text).build())
			.requestId("R-1")
			.statusCode(status)
			.build();
	}

	private static List<String> modelledExceptions() throws Exception {
		String folder = "software/amazon/awssdk/services/dynamodb/model/";
		String jar = DynamoDbException.class.getProtectionDomain().getCodeSource().getLocation().getPath();
		try (java.util.jar.JarFile file = new java.util.jar.JarFile(jar)) {
			return file.stream()
				.map(java.util.jar.JarEntry::getName)
				.filter((name) -> name.startsWith(folder) && name.endsWith("Exception.class"))
				.map((name) -> name.substring(folder.length(), name.length() - ".class".length()))
				.filter((name) -> !"DynamoDbException".equals(name) && isThrowable(folder.replace('/', '.') + name))
				.toList();
		}
	}

	private static boolean isThrowable(String className) {
		try {
			return DynamoDbException.class.isAssignableFrom(Class.forName(className));
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
