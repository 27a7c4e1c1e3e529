package io.dkmio.core.client;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.dkmio.ConditionFailedException;
import io.dkmio.ItemCollectionSizeExceededException;
import io.dkmio.ThrottledException;
import io.dkmio.WriteTransactionCanceledException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.OptimisticLockingFailureException;

import static org.assertj.core.api.Assertions.assertThat;

class CanceledTransactionUnitTests {

	private static final DynamoOperation COMMIT = DynamoOperation.of("commit").withTable("shop");

	private final DynamoExceptionTranslator translator = new DynamoExceptionTranslator();

	@Test
	void oneRefusedConditionExplainsItAll() {
		DynamoOperation operation = COMMIT
			.withRefusals(List.of(ConditionRefusal.version(), ConditionRefusal.insert(), ConditionRefusal.named("c")));
		assertThat(translate(operation, "None", "ConditionalCheckFailed", "None"))
			.isExactlyInstanceOf(DuplicateKeyException.class)
			.hasMessage(
					"Operation 'commit' on table 'shop' failed at action 1 of the transaction: an item with this key"
							+ " exists already. Choose another key, or use an operation that replaces or changes the existing"
							+ " item. [TransactWriteItems: ConditionalCheckFailed]")
			.cause()
			.isInstanceOfSatisfying(WriteTransactionCanceledException.class, (ex) -> {
				assertThat(ex.getReasons()).hasSize(3);
				assertThat(ex.getFailures()).singleElement()
					.satisfies((reason) -> assertThat(reason.position()).isEqualTo(1));
				assertThat(ex.getCause()).isInstanceOf(TransactionCanceledException.class);
			});
		assertThat(translate(operation, "ConditionalCheckFailed", "None", "None"))
			.isExactlyInstanceOf(OptimisticLockingFailureException.class);
		assertThat(translate(operation, "None", "None", "ConditionalCheckFailed")).isInstanceOfSatisfying(
				ConditionFailedException.class, (ex) -> assertThat(ex.getConditionName()).contains("c"));
	}

	@Test
	void theItemOfTheRefusedActionIsInTheExceptionAndNotInItsText() {
		CancellationReason reason = CancellationReason.builder()
			.code("ConditionalCheckFailed")
			.item(Map.of("name", AttributeValue.fromS("c4n4ry")))
			.message("c4n4ry")
			.build();
		DataAccessException translated = translate(COMMIT, canceled(List.of(reason)));
		assertThat(translated).isInstanceOfSatisfying(ConditionFailedException.class,
				(ex) -> assertThat(ex.getItem()).containsKey("name"));
		assertThat(translated.toString() + translated.getCause()).doesNotContain("c4n4ry");
		assertThat(((WriteTransactionCanceledException) translated.getCause()).getReasons().toString())
			.isEqualTo("[action 0: ConditionalCheckFailed]");
	}

	@Test
	void aPermanentReasonOutranksTransientOnes() {
		assertThat(translate(COMMIT, "TransactionConflict", "ConditionalCheckFailed", "ThrottlingError"))
			.isInstanceOf(ConditionFailedException.class);
	}

	@Test
	void severalPermanentReasonsAreListed() {
		assertThat(translate(COMMIT, "ConditionalCheckFailed", "None", "ValidationError", "TransactionConflict"))
			.isInstanceOf(WriteTransactionCanceledException.class)
			.hasMessage("Operation 'commit' on table 'shop' failed: the transaction was cancelled because of action 0:"
					+ " ConditionalCheckFailed, action 2: ValidationError, action 3: TransactionConflict. Nothing of it"
					+ " was done; correct what the reasons name before it is sent again, getReasons() has them,"
					+ " and the suppressed exceptions say more. [TransactWriteItems: TransactionCanceledException]");
	}

	@Test
	void transientReasonsAloneAreWorthARetry() {
		assertThat(translate(COMMIT, "TransactionConflict", "TransactionConflict"))
			.isExactlyInstanceOf(CannotAcquireLockException.class);
		assertThat(translate(COMMIT, "None", "ProvisionedThroughputExceeded")).isInstanceOf(ThrottledException.class);
		assertThat(translate(COMMIT, "None", "ThrottlingError")).isInstanceOf(ThrottledException.class);
	}

	@Test
	void theOtherReasonsBecomeWhatTheyAreOutsideOfTransactions() {
		assertThat(translate(COMMIT, "ItemCollectionSizeLimitExceeded"))
			.isInstanceOf(ItemCollectionSizeExceededException.class);
		assertThat(translate(COMMIT, "ValidationError")).isExactlyInstanceOf(InvalidDataAccessApiUsageException.class);
		assertThat(translate(COMMIT, "DuplicateItem")).isExactlyInstanceOf(DuplicateKeyException.class);
	}

	@Test
	void anUnknownReasonIsListed() {
		assertThat(translate(COMMIT, "None", "ReasonOfTomorrow"))
			.isExactlyInstanceOf(WriteTransactionCanceledException.class)
			.hasMessageContaining("because of action 1: ReasonOfTomorrow.");
	}

	@Test
	void missingReasonsAreTolerated() {
		for (TransactionCanceledException canceled : List.of(canceled(null), canceled(List.of()),
				canceled(List.of(CancellationReason.builder().build())))) {
			assertThat(translate(COMMIT, canceled)).isInstanceOf(WriteTransactionCanceledException.class)
				.hasMessageContaining("the transaction was cancelled, and DynamoDB gave no reasons");
		}
	}

	@Test
	void fewerReasonsThanActionsAreTolerated() {
		DynamoOperation operation = COMMIT
			.withRefusals(List.of(ConditionRefusal.insert(), ConditionRefusal.insert(), ConditionRefusal.insert()));
		assertThat(translate(operation, "ConditionalCheckFailed")).isInstanceOf(DuplicateKeyException.class);
	}

	@Test
	void moreReasonsThanKnownActionsAreTolerated() {
		DynamoOperation operation = COMMIT.withRefusals(List.of(ConditionRefusal.insert()));
		assertThat(translate(operation, "None", "None", "ConditionalCheckFailed"))
			.isInstanceOf(ConditionFailedException.class)
			.hasMessageContaining("failed at action 2 of the transaction: its condition does not hold");
	}

	@Test
	void aCancellationOfAnotherClassHasNoReasons() {
		DynamoDbException plain = (DynamoDbException) DynamoDbException.builder()
			.awsErrorDetails(AwsErrorDetails.builder().errorCode("ns#TransactionCanceledException").build())
			.build();
		assertThat(this.translator.translate(plain, DynamoAction.TRANSACT_WRITE_ITEMS, COMMIT))
			.isInstanceOfSatisfying(WriteTransactionCanceledException.class, (ex) -> {
				assertThat(ex.getReasons()).isEmpty();
				assertThat(ex.getOperation().operation()).isEqualTo("commit");
			});
	}

	private DataAccessException translate(DynamoOperation operation, String... codes) {
		return translate(operation,
				canceled(Stream.of(codes).map((code) -> CancellationReason.builder().code(code).build()).toList()));
	}

	private DataAccessException translate(DynamoOperation operation, TransactionCanceledException canceled) {
		return (DataAccessException) this.translator.translate(canceled, DynamoAction.TRANSACT_WRITE_ITEMS, operation);
	}

	private static TransactionCanceledException canceled(List<CancellationReason> reasons) {
		return TransactionCanceledException.builder().cancellationReasons(reasons).build();
	}

}
