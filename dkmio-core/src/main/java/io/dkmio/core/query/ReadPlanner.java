package io.dkmio.core.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import io.dkmio.UnservableQueryException;
import io.dkmio.core.expression.Condition;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.DynamoPersistentEntity;
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

	private final DynamoMappingContext context;

	private final TypeSeparation separation;

	/**
	 * Creates a planner.
	 * @param context knows all types of a table
	 */
	public ReadPlanner(DynamoMappingContext context) {
		Assert.notNull(context, "DynamoMappingContext must not be null");
		this.context = context;
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
		return plan(shape, ItemFamily.of(this.context, shape.type()));
	}

	/**
	 * Decides how items of several types are read together, by the keys they have in
	 * common.
	 * @param shape what is asked; its type is one of them
	 * @param types the types
	 * @return how it is served
	 * @throws UnservableQueryException if no key or index can serve it
	 */
	public AccessPath plan(QueryShape shape, List<DynamoPersistentEntity<?>> types) {
		Assert.notNull(shape, "QueryShape must not be null");
		Assert.notEmpty(types, "Types must not be empty");
		return plan(shape, ItemFamily.of(types, shape.describe()));
	}

	/**
	 * Decides how all items of a partition are read, of whatever types.
	 * @param shape what is asked; its type has the partition key
	 * @return how it is served
	 * @throws UnservableQueryException if no key or index can serve it
	 */
	public AccessPath planPartition(QueryShape shape) {
		Assert.notNull(shape, "QueryShape must not be null");
		List<DynamoPersistentEntity<?>> types = partition(shape);
		return plan(shape, new ItemFamily(types.get(0), types, true, true));
	}

	/**
	 * The types that have the partition key in common that a read asks for.
	 */
	private List<DynamoPersistentEntity<?>> partition(QueryShape shape) {
		DynamoPersistentEntity<?> lead = ItemFamily.of(this.context, shape.type()).lead();
		KeyPredicates predicates = new KeyPredicates(lead, shape.where());
		List<DynamoPersistentEntity<?>> types = new ArrayList<>(List.of(lead));
		for (KeyPath path : KeyPath.of(lead)) {
			boolean named = path.index() != null && path.index().name().equals(shape.index());
			if ((shape.index() == null || named) && path.partitionKey()
				.stream()
				.flatMap((component) -> component.properties().stream())
				.allMatch(predicates::isFixed)) {
				this.context.getItems(lead.getRequiredTable())
					.stream()
					.filter((other) -> !other.equals(lead) && sharesPartition(path, other))
					.forEach(types::add);
				return types;
			}
		}
		return types;
	}

	private static boolean sharesPartition(KeyPath path, DynamoPersistentEntity<?> other) {
		KeyPath otherPath = path.ofOther(other);
		return otherPath != null && ItemFamily.same(path.partitionKey(), otherPath.partitionKey());
	}

	private AccessPath plan(QueryShape asked, ItemFamily family) {
		QueryShape shape = asked.withType(family.lead());
		if (shape.where().and(shape.filter()).isNever()) {
			return new NothingToRead(shape);
		}
		KeyPredicates predicates = new KeyPredicates(shape.type(), shape.where());
		SelectCheck.check(this.context, asked, family);
		checkProperties(shape);
		checkRanges(shape, predicates);
		List<Candidate> candidates = new ArrayList<>();
		for (KeyPath path : family.paths()) {
			if (shape.index() == null || (path.index() != null && path.index().name().equals(shape.index()))) {
				candidates.add(new Candidate(shape, path, predicates, this.separation, family));
			}
		}
		if (candidates.isEmpty()) {
			throw (family.types().size() > 1) ? nothingInCommon(asked, family) : noSuchIndex(shape);
		}
		Candidate first = candidates.get(0);
		AccessPath byKey = byKey(shape, first, family);
		if (byKey != null) {
			return byKey;
		}
		Candidate best = candidates.stream().filter((each) -> each.refusal() == null).min(BEST_FIRST).orElse(null);
		if (best != null) {
			return query(shape, predicates, best, family);
		}
		if (shape.scanAllowed() && isScannable(shape, predicates)) {
			return tableScan(shape, family);
		}
		throw unservable(shape, predicates, candidates);
	}

	/**
	 * Plans a read of the whole table, whatever keys could serve.
	 * @param asked what is asked, without an order
	 * @return how it is served
	 */
	public AccessPath scan(QueryShape asked) {
		Assert.notNull(asked, "QueryShape must not be null");
		ItemFamily family = ItemFamily.of(this.context, asked.type());
		QueryShape shape = asked.withType(family.lead());
		SelectCheck.check(this.context, asked, family);
		Assert.isTrue(isScannable(shape, new KeyPredicates(shape.type(), shape.where())),
				"A scan has no order, no index, and no conditions keys must serve");
		return shape.where().and(shape.filter()).isNever() ? new NothingToRead(shape) : tableScan(shape, family);
	}

	private TableScan tableScan(QueryShape shape, ItemFamily family) {
		return new TableScan(shape,
				shape.where().and(shape.filter()).and(this.separation.filter(family, null, List.of())), family.types());
	}

	private @Nullable AccessPath byKey(QueryShape shape, Candidate table, ItemFamily family) {
		boolean usable = table.path().isTable() && table.isComplete() && table.refusal() == null
				&& shape.answer() != QueryShape.Answer.COUNT;
		if (!usable) {
			return null;
		}
		Condition residual = Condition.allOf(table.rest()).and(shape.filter());
		KeyPredicate oneOf = table.oneOf();
		return (oneOf != null) ? new KeyBatch(shape, table, oneOf, residual, family.types())
				: new KeyRead(shape, table, residual, family.types());
	}

	private KeyQuery query(QueryShape shape, KeyPredicates predicates, Candidate candidate, ItemFamily family) {
		List<SortOrder> open = OrderCheck.open(shape, predicates);
		boolean forward = open.isEmpty() ? !shape.descending() : open.get(0).ascending();
		return new KeyQuery(shape, candidate, candidate.filter(), forward, family.types());
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

	private static UnservableQueryException nothingInCommon(QueryShape shape, ItemFamily family) {
		return new UnservableQueryException(shape.describe(),
				family.names() + " have no partition key in common"
						+ ((shape.index() != null) ? " in index '" + shape.index() + "'" : ""),
				"Give them the same template as partition key, or an index where they have it");
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
