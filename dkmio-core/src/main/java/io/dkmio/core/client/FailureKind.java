package io.dkmio.core.client;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

import io.dkmio.ItemCollectionSizeExceededException;
import io.dkmio.TableNotFoundException;
import io.dkmio.ThrottledException;
import io.dkmio.UncategorizedDynamoException;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;

/**
 * The kinds of failure DynamoDB reports, each with the codes it has and the exception it
 * becomes. Codes are without namespace and without the suffix {@code Exception}.
 */
@SuppressWarnings("ImmutableEnumChecker") // sets are copies, and the functions have no
											// state
enum FailureKind {

	/** A condition did not hold. */
	CONDITION(Set.of("ConditionalCheckFailed"),
			(failure) -> failure.operation()
				.refusal(failure.position())
				.toException(new RefusedCondition(failure, failure.position(), failure.item()))),

	/** Another transaction works on the item. */
	CONFLICT(Set.of("TransactionConflict"),
			simple("another transaction is working on the same item",
					"Nothing was written; repeat the whole operation after a short random pause",
					CannotAcquireLockException::new)),

	/** The same transaction is still running. */
	IN_PROGRESS(Set.of("TransactionInProgress"),
			simple("a transaction with the same client request token is still running",
					"Send the same transaction with the same token again, five seconds or more after the first time,"
							+ " to learn how it ended",
					CannotAcquireLockException::new)),

	/** Another Region writes the item. */
	REPLICA_CONFLICT(Set.of("ReplicatedWriteConflict"),
			simple("another Region is writing the same item",
					"Nothing was written; repeat the whole operation after a short random pause",
					ConcurrencyFailureException::new)),

	/** A token came twice with two payloads. */
	TOKEN_REUSED(Set.of("IdempotentParameterMismatch"),
			simple("the client request token was used for another transaction within the last ten minutes",
					"Give each transaction a token of its own, and a changed one a new token",
					InvalidDataAccessApiUsageException::new)),

	/** Too fast. */
	THROTTLED(Set.of("ProvisionedThroughputExceeded", "Throttling", "ThrottlingError", "ThrottledRequest",
			"RequestThrottled", "RequestLimitExceeded", "TooManyRequests", "SlowDown", "BandwidthLimitExceeded",
			"PriorRequestNotComplete", "EC2Throttled"), FailureKind::throttled),

	/** Too many. */
	LIMIT(Set.of("LimitExceeded"),
			(failure) -> new ThrottledException(failure.message(
					"a limit of the account is reached, such as that of tables being created or changed at one time",
					"Wait until those operations end, or ask AWS for a higher quota"), failure.facts(), List.of(),
					failure.cause())),

	/** Table or index missing. */
	TABLE_MISSING(Set.of("ResourceNotFound", "TableNotFound", "IndexNotFound"),
			(failure) -> new TableNotFoundException(failure.message(
					"the table or the index does not exist in this account and Region, or is not ready yet",
					"Check its name (dkmio.table.name, dkmio.table-prefix), the Region and the endpoint;"
							+ " dkmio.schema=create makes missing tables, dkmio.schema=validate reports them at"
							+ " start-up"),
					failure.facts(), failure.cause())),

	/** Something else is missing. */
	OTHER_MISSING(
			Set.of("BackupNotFound", "ExportNotFound", "GlobalTableNotFound", "ImportNotFound", "PolicyNotFound",
					"ReplicaNotFound"),
			simple("what the request names does not exist", "Check its name, the Region and the endpoint",
					InvalidDataAccessResourceUsageException::new)),

	/** The table is busy, or exists. */
	IN_USE(Set.of("ResourceInUse", "TableInUse", "BackupInUse", "ExportConflict", "ImportConflict"),
			(failure) -> (failure.action() == DynamoAction.CREATE_TABLE) ? alreadyExists(failure)
					: new TransientDataAccessResourceException(
							failure.message("the table is being created, changed or deleted",
									"Wait until it is ACTIVE and repeat the operation"),
							failure.cause())),

	/** It exists. */
	ALREADY_EXISTS(Set.of("TableAlreadyExists", "GlobalTableAlreadyExists", "ReplicaAlreadyExists"),
			FailureKind::alreadyExists),

	/** A feature that is switched off. */
	NOT_AVAILABLE(
			Set.of("ContinuousBackupsUnavailable", "PointInTimeRecoveryUnavailable", "InvalidExportTime",
					"InvalidRestoreTime"),
			simple("backups of this table do not cover what was asked for",
					"Check that point-in-time recovery is enabled and since when",
					InvalidDataAccessResourceUsageException::new)),

	/** A position in a stream is gone. */
	STREAM_POSITION(Set.of("ExpiredIterator", "TrimmedDataAccess"),
			simple("this position of the stream is no longer readable",
					"Ask for a new iterator; records older than 24 hours are gone",
					DataRetrievalFailureException::new)),

	/** 10 GB. */
	COLLECTION_SIZE(Set.of("ItemCollectionSizeLimitExceeded"),
			(failure) -> new ItemCollectionSizeExceededException(
					failure.message(
							"the items of this partition have reached 10 GB, the most a table with a local index"
									+ " can hold under one partition key",
							"Delete or move items of this partition, or spread them over more partition keys"),
					failure.facts(), failure.cause())),

	/** A request DynamoDB does not accept. */
	INVALID(Set.of("Validation", "ValidationError", "InvalidParameterValue", "InvalidParameterCombination",
			"MissingParameter", "MissingAction"), FailureKind::invalid),

	/** A request DynamoDB cannot read. */
	UNREADABLE(Set.of("Serialization", "UnknownOperation", "InvalidAction"),
			simple("the endpoint could not read the request or does not know the operation",
					"Check that the endpoint is DynamoDB and as new as this SDK",
					InvalidDataAccessApiUsageException::new)),

	/** PartiQL found the item already there. */
	DUPLICATE_ITEM(Set.of("DuplicateItem"),
			simple("an item with this key exists already",
					"Choose another key, or use an operation that replaces or changes the existing item",
					DuplicateKeyException::new)),

	/** Known, and not allowed. */
	DENIED(Set.of("AccessDenied", "NotAuthorized", "UnauthorizedOperation", "OptInRequired", "SubscriptionRequired",
			"KMSAccessDenied"),
			(failure) -> new PermissionDeniedDataAccessException(
					failure.message("the credentials in use do not allow it",
							(failure.action() != null)
									? "Allow dynamodb:" + failure.action().name() + " in the IAM policy for the table"
											+ ((failure.operation().indexName() != null)
													? " and for its index (table/…/index/…)" : "")
											+ ", and the KMS key if the table is encrypted with one"
									: "Allow the action in the IAM policy for the table and its indexes"),
					failure.cause())),

	/** Not known. */
	CREDENTIALS(
			Set.of("UnrecognizedClient", "IncompleteSignature", "InvalidSignature", "SignatureDoesNotMatch",
					"MissingAuthenticationToken", "MissingAuthentication", "ExpiredToken", "InvalidToken",
					"InvalidClientTokenId", "InvalidAccessKeyId", "RequestExpired", "RequestTimeTooSkewed",
					"RequestInTheFuture"),
			simple("DynamoDB does not accept the credentials",
					"Check access key, secret and session token, whether they have expired, that they belong to this"
							+ " partition and Region, and the clock of this machine",
					PermissionDeniedDataAccessException::new)),

	/** DynamoDB's own trouble. */
	SERVER(Set.of("InternalServerError", "InternalServer", "InternalFailure", "InternalError", "ServiceUnavailable",
			"ServiceUnavailableError", "Unavailable"),
			(failure) -> new TransientDataAccessResourceException(
					failure.message("DynamoDB had an internal error or was not available", repeat(failure)),
					failure.cause())),

	/** Anything new. */
	UNKNOWN(Set.of(),
			(failure) -> new UncategorizedDynamoException(
					failure.message("DynamoDB answered with an error this version does not know",
							"The cause has the answer of DynamoDB"),
					failure.facts(), failure.cause()));

	private static final Map<String, FailureKind> BY_CODE = byCode();

	private static final Set<FailureKind> TRANSIENT = Set.of(CONFLICT, IN_PROGRESS, REPLICA_CONFLICT, THROTTLED, LIMIT,
			SERVER);

	private final Set<String> codes;

	private final Function<Failure, DataAccessException> exception;

	FailureKind(Set<String> codes, Function<Failure, DataAccessException> exception) {
		this.codes = codes;
		this.exception = exception;
	}

	/**
	 * The kind of a code.
	 * @param code the code, with or without the suffix {@code Exception}
	 * @return the kind, or {@code null} for a code that is not known
	 */
	static @Nullable FailureKind of(String code) {
		FailureKind kind = BY_CODE.get(code);
		return (kind == null && code.endsWith("Exception"))
				? BY_CODE.get(code.substring(0, code.length() - "Exception".length())) : kind;
	}

	DataAccessException toException(Failure failure) {
		return this.exception.apply(failure);
	}

	/**
	 * Whether the same request can succeed later.
	 */
	boolean isTransient() {
		return TRANSIENT.contains(this);
	}

	Set<String> codes() {
		return this.codes;
	}

	static String repeat(Failure failure) {
		return failure.isWrite()
				? "Nobody knows whether the write was done: repeat it only if doing it twice does no harm, or read"
						+ " the item first"
				: "Repeat it after a short pause";
	}

	private static DataAccessException throttled(Failure failure) {
		List<String> reasons = failure.throttlingReasons();
		return new ThrottledException(failure.message(
				"DynamoDB throttled the request" + (reasons.isEmpty() ? "" : " for " + String.join(", ", reasons)),
				"The SDK has repeated it as often as it is configured to; repeat it later, spread the load over"
						+ " more partition keys, or raise the capacity of the table or index"),
				failure.facts(), reasons, failure.cause());
	}

	private static DataAccessException alreadyExists(Failure failure) {
		return new InvalidDataAccessResourceUsageException(failure.message("it exists already or is being created",
				"Use it as it is, or choose another name; nothing was changed"), failure.cause());
	}

	private static DataAccessException invalid(Failure failure) {
		String serverText = failure.serverText();
		boolean shown = serverText != null && (failure.isControl() || ValueFreeText.isSafe(serverText));
		return new InvalidDataAccessApiUsageException(
				failure.message("DynamoDB does not accept the request" + (shown ? ": " + trimmed(serverText) : ""),
						shown ? "Correct the request; repeating it will not help"
								: "The cause has DynamoDB's own text, which is not repeated here because it may contain"
										+ " values"),
				failure.cause());
	}

	private static String trimmed(@Nullable String text) {
		String trimmed = (text != null) ? text.strip() : "";
		return trimmed.endsWith(".") ? trimmed.substring(0, trimmed.length() - 1) : trimmed;
	}

	private static Function<Failure, DataAccessException> simple(String found, String advice,
			BiFunction<String, Throwable, DataAccessException> type) {
		return (failure) -> type.apply(failure.message(found, advice), failure.cause());
	}

	private static Map<String, FailureKind> byCode() {
		Map<String, FailureKind> kinds = new HashMap<>();
		for (FailureKind kind : values()) {
			kind.codes.forEach((code) -> kinds.put(code, kind));
		}
		return Map.copyOf(kinds);
	}

}
