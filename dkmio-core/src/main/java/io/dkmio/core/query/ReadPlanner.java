package io.dkmio.core.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import io.dkmio.UnservableQueryException;
import io.dkmio.core.expression.Condition;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.DynamoPersistentProperty;
import io.dkmio.core.mapping.KeyComponent;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Decides how reads are served. The same question always gets the same answer:
 * <ol>
 * <li>the whole primary key is known: GetItem, or BatchGetItem if one property of it is
 * one of several values;</li>
 * <li>else, of the table and the indexes whose partition key is known, that sort as asked
 * and hold what is asked for, the one whose keys serve most conditions: Query. The table
 * wins over an index that serves no more, a local index over a global one, and then the
 * one declared first;</li>
 * <li>else, where it is allowed: Scan.</li>
 * </ol>
 *
 * @since 1.0
 */
public final class ReadPlanner {

	private static final Comparator<Candidate> BEST_FIRST = Comparator.comparingInt(Candidate::servedCount)
		.reversed()
		.thenComparing((candidate) -> !candidate.path().isTable())
		.thenComparing((candidate) -> candidate.path().isGlobalIndex());

	private final TypeSeparation separation;

	/**
	 * Creates a planner.
	 * @param context knows all types of a table
	 */
	public ReadPlanner(DynamoMappingContext context) {
		Assert.notNull(context, "DynamoMappingContext must not be null");
		this.separation = new TypeSeparation(context);
	}

	/**
	 * Decides how a read is served.
	 * @param shape what is asked
	 * @return how it is served
	 * @throws UnservableQueryException if no key or index can serve it
	 */
	public AccessPath plan(QueryShape shape) {
		Assert.notNull(shape, "QueryShape must not be null");
		KeyPredicates predicates = new KeyPredicates(shape.type(), shape.where());
		checkProperties(shape);
		checkRanges(shape, predicates);
		List<Candidate> candidates = new ArrayList<>();
		for (KeyPath path : KeyPath.of(shape.type())) {
			if (shape.index() == null || (path.index() != null && path.index().name().equals(shape.index()))) {
				candidates.add(new Candidate(shape, path, predicates, this.separation));
			}
		}
		if (candidates.isEmpty()) {
			throw noSuchIndex(shape);
		}
		Candidate first = candidates.get(0);
		AccessPath byKey = byKey(shape, first);
		if (byKey != null) {
			return byKey;
		}
		Candidate best = candidates.stream().filter((each) -> each.refusal() == null).min(BEST_FIRST).orElse(null);
		if (best != null) {
			return query(shape, predicates, best);
		}
		if (shape.scanAllowed() && isScannable(shape, predicates)) {
			return new TableScan(shape,
					shape.where().and(shape.filter()).and(this.separation.filter(shape.type(), null, List.of())));
		}
		throw unservable(shape, predicates, candidates);
	}

	private @Nullable AccessPath byKey(QueryShape shape, Candidate table) {
		boolean usable = table.path().isTable() && table.isComplete() && table.refusal() == null
				&& shape.answer() != QueryShape.Answer.COUNT;
		if (!usable) {
			return null;
		}
		Condition residual = Condition.allOf(table.rest()).and(shape.filter());
		KeyPredicate oneOf = table.oneOf();
		return (oneOf != null) ? new KeyBatch(shape, table, oneOf, residual) : new KeyRead(shape, table, residual);
	}

	private KeyQuery query(QueryShape shape, KeyPredicates predicates, Candidate candidate) {
		List<SortOrder> open = OrderCheck.open(shape, predicates);
		boolean forward = open.isEmpty() ? !shape.descending() : open.get(0).ascending();
		return new KeyQuery(shape, candidate, candidate.filter(), forward);
	}

	private void checkProperties(QueryShape shape) {
		for (SortOrder order : shape.orders()) {
			if (KeyPredicates.property(shape.type(), order.property()) == null) {
				throw new UnservableQueryException(shape.describe(),
						"'" + order.property() + "' is no property of " + shape.type().getType().getSimpleName(),
						"Sort by a property of a sort key");
			}
		}
	}

	/**
	 * Enums in keys are names, whose order is not that of the constants.
	 */
	private void checkRanges(QueryShape shape, KeyPredicates predicates) {
		for (KeyComponent.Composed key : shape.type().getComposedKeys()) {
			for (int part = 0; part < key.properties().size(); part++) {
				DynamoPersistentProperty property = key.properties().get(part);
				KeyPredicate predicate = predicates.get(property);
				String refusal = key.format().rangeRefusal(part);
				if (predicate != null && predicate.kind() == KeyPredicate.Kind.RANGE && refusal != null
						&& property.getType().isEnum()) {
					Refusal parts = Refusal.of(refusal);
					throw new UnservableQueryException(shape.describe(), parts.reason(),
							StringUtils.capitalize((parts.remedy() != null) ? parts.remedy() : "Ask for equality"));
				}
			}
		}
	}

	private static boolean isScannable(QueryShape shape, KeyPredicates predicates) {
		return shape.index() == null && !shape.descending() && (!shape.keysOnly() || shape.where().isAlways())
				&& OrderCheck.open(shape, predicates).isEmpty();
	}

	private static UnservableQueryException noSuchIndex(QueryShape shape) {
		String names = shape.type()
			.getIndexes()
			.stream()
			.map((index) -> index.index().name())
			.collect(Collectors.joining(", "));
		return new UnservableQueryException(shape.describe(),
				"items of " + shape.type().getType().getSimpleName() + " are not in index '" + shape.index() + "'",
				names.isEmpty() ? "They are in no index; leave it out"
						: "They are in " + names + "; name one of those");
	}

	private static UnservableQueryException unservable(QueryShape shape, KeyPredicates predicates,
			List<Candidate> candidates) {
		Candidate nearest = candidates.stream()
			.min(Comparator.<Candidate>comparingInt((each) -> each.missing().size())
				.thenComparing(Comparator.comparingInt(Candidate::servedCount).reversed()))
			.orElseThrow();
		String reason = candidates.stream()
			.map(Candidate::refusal)
			.filter(Objects::nonNull)
			.map(Refusal::reason)
			.collect(Collectors.joining("; "));
		List<String> advice = new ArrayList<>();
		if (nearest.refusal() != null && nearest.refusal().remedy() != null) {
			advice.add(nearest.refusal().remedy());
		}
		if (shape.index() == null) {
			advice.add("declare " + (shape.consistent() ? "a local index" : "an index")
					+ " whose keys are made of what is asked for");
		}
		else {
			advice.add("leave the choice of the index open");
		}
		if (!shape.scanAllowed() && isScannable(shape, predicates)) {
			advice.add("allow a scan of the table with @AllowScan");
		}
		return new UnservableQueryException(shape.describe(), reason,
				StringUtils.capitalize(String.join(", or ", advice)));
	}

}
