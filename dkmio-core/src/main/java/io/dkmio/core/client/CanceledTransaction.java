package io.dkmio.core.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.dkmio.CancellationReason;
import io.dkmio.WriteTransactionCanceledException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

import org.springframework.dao.DataAccessException;

/**
 * A cancelled transaction. A permanent reason outranks transient ones, which go away by
 * themselves; if one reason explains all, the application sees the exception of that
 * reason.
 */
final class CanceledTransaction {

	static final String CODE = "TransactionCanceled";

	private final Failure failure;

	private final List<CancellationReason> reasons;

	CanceledTransaction(Failure failure) {
		this.failure = failure;
		this.reasons = (failure.cause() instanceof TransactionCanceledException canceled) ? reasons(canceled)
				: List.of();
	}

	DataAccessException toException() {
		List<CancellationReason> failures = this.reasons.stream().filter(CancellationReason::isFailure).toList();
		WriteTransactionCanceledException canceled = canceled(failures);
		List<CancellationReason> permanent = failures.stream().filter((reason) -> !isTransient(reason)).toList();
		if (permanent.size() == 1) {
			return translated(permanent.get(0), canceled);
		}
		if (permanent.isEmpty() && !failures.isEmpty()) {
			return translated(failures.get(0), canceled);
		}
		permanent.forEach((reason) -> canceled.addSuppressed(translated(reason, canceled)));
		return canceled;
	}

	private DataAccessException translated(CancellationReason reason, WriteTransactionCanceledException canceled) {
		FailureKind kind = FailureKind.of(ErrorCode.normalized(reason.code()));
		return (kind != null)
				? kind.toException(
						this.failure.at(reason.position(), reason.code(), reason.message(), reason.item(), canceled))
				: canceled;
	}

	private WriteTransactionCanceledException canceled(List<CancellationReason> failures) {
		String found = failures.isEmpty() ? "the transaction was cancelled, and DynamoDB gave no reasons"
				: "the transaction was cancelled because of "
						+ failures.stream().map(this::named).collect(Collectors.joining(", "));
		return new WriteTransactionCanceledException(
				this.failure.message(found, failures.isEmpty()
						? "Nothing of it was done; perhaps it can be sent again after a short pause"
						: "Nothing of it was done; correct what the reasons name before it is sent again, getReasons()"
								+ " has them, and the suppressed exceptions say more"),
				this.failure.facts(), this.reasons, this.failure.cause());
	}

	private String named(CancellationReason reason) {
		DynamoOperation operation = this.failure.operation();
		return (reason.position() < operation.parts().size())
				? reason + " (" + operation.part(reason.position()).describe() + ")" : reason.toString();
	}

	private static boolean isTransient(CancellationReason reason) {
		FailureKind kind = FailureKind.of(ErrorCode.normalized(reason.code()));
		return kind != null && kind.isTransient();
	}

	private static List<CancellationReason> reasons(TransactionCanceledException canceled) {
		List<CancellationReason> reasons = new ArrayList<>();
		for (software.amazon.awssdk.services.dynamodb.model.CancellationReason reason : canceled
			.cancellationReasons()) {
			int position = reasons.size();
			reasons.add((reason != null)
					? new CancellationReason(position, code(reason.code()), reason.message(), item(reason))
					: new CancellationReason(position, CancellationReason.NONE, null, Map.of()));
		}
		return reasons;
	}

	private static String code(@Nullable String code) {
		return (code != null && !code.isEmpty()) ? code : CancellationReason.NONE;
	}

	private static Map<String, AttributeValue> item(
			software.amazon.awssdk.services.dynamodb.model.CancellationReason reason) {
		return reason.hasItem() ? reason.item() : Map.of();
	}

}
