package io.dkmio.repository.query;

import java.util.ArrayList;
import java.util.List;

import io.dkmio.core.ReadCall;
import io.dkmio.repository.DynamoPageRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Sort;
import org.springframework.data.repository.query.Parameter;
import org.springframework.data.repository.query.Parameters;
import org.springframework.data.repository.util.QueryExecutionConverters;

/**
 * Which argument of a method is what, known once for all calls.
 */
final class MethodArguments {

	private static final int NONE = -1;

	private final DynamoQueryMethod method;

	private final int[] bindable;

	private final boolean allBindable;

	private final boolean wrapped;

	private final int sort;

	private final int pageable;

	private final int limit;

	private final int position;

	private final int projection;

	MethodArguments(DynamoQueryMethod method) {
		this.method = method;
		Parameters<?, ?> parameters = method.getParameters();
		List<Integer> indexes = new ArrayList<>();
		boolean wrapped = false;
		for (Parameter parameter : parameters.getBindableParameters()) {
			indexes.add(parameter.getIndex());
			wrapped |= QueryExecutionConverters
				.supportsUnwrapping(method.method().getParameterTypes()[parameter.getIndex()]);
		}
		this.bindable = indexes.stream().mapToInt(Integer::intValue).toArray();
		this.allBindable = this.bindable.length == parameters.getNumberOfParameters();
		this.wrapped = wrapped;
		this.sort = parameters.getSortIndex();
		this.pageable = parameters.getPageableIndex();
		this.limit = parameters.getLimitIndex();
		this.position = parameters.getScrollPositionIndex();
		this.projection = parameters.getDynamicProjectionIndex();
	}

	int count() {
		return this.bindable.length;
	}

	boolean isSorted() {
		return this.sort != NONE || this.pageable != NONE;
	}

	boolean isProjected() {
		return this.projection != NONE;
	}

	/**
	 * What is always called with the same order and projection needs one plan.
	 */
	boolean isPlain() {
		return !isSorted() && !isProjected();
	}

	ReadCall call(@Nullable Object[] arguments) {
		if (this.allBindable && !this.wrapped) {
			return ReadCall.of(arguments);
		}
		@Nullable Object[] bound = new @Nullable Object[this.bindable.length];
		for (int i = 0; i < bound.length; i++) {
			Object argument = arguments[this.bindable[i]];
			bound[i] = this.wrapped ? QueryExecutionConverters.unwrap(argument) : argument;
		}
		return ReadCall.of(bound);
	}

	Sort sort(@Nullable Object[] arguments) {
		if (this.sort != NONE) {
			return (arguments[this.sort] instanceof Sort sort) ? sort : Sort.unsorted();
		}
		return pageable(arguments).getSort();
	}

	@Nullable Class<?> projection(@Nullable Object[] arguments) {
		return (this.projection != NONE && arguments[this.projection] instanceof Class<?> type) ? type : null;
	}

	/**
	 * The page that is asked for.
	 * @throws InvalidDataAccessApiUsageException if it is known by its number alone
	 */
	Pageable pageable(@Nullable Object[] arguments) {
		return (this.pageable != NONE && arguments[this.pageable] instanceof Pageable given) ? known(given, this.method)
				: Pageable.unpaged();
	}

	static Pageable known(Pageable pageable, QuerySource source) {
		if (pageable.isPaged() && pageable.getPageNumber() > 0
				&& !(pageable instanceof DynamoPageRequest request && request.cursor().isPresent())) {
			throw new InvalidDataAccessApiUsageException(source.describe() + " was asked for page "
					+ pageable.getPageNumber() + " by its number, and DynamoDB cannot skip items. Take nextPageable() "
					+ "of the page before, or DynamoPageRequest.of(" + pageable.getPageSize() + ").after(cursor)");
		}
		return pageable;
	}

	/**
	 * How many items are asked for.
	 * @param fixed what the name of the method says
	 */
	@Nullable Integer limit(@Nullable Object[] arguments, @Nullable Integer fixed) {
		Limit given = (this.limit != NONE && arguments[this.limit] instanceof Limit limit) ? limit : Limit.unlimited();
		if (given.isUnlimited()) {
			return fixed;
		}
		if (given.max() < 1) {
			throw new InvalidDataAccessApiUsageException(this.method.describe() + " was called with a limit of "
					+ given.max() + ". Ask for at least one item");
		}
		return (fixed != null) ? Integer.valueOf(Math.min(fixed, given.max())) : Integer.valueOf(given.max());
	}

	ScrollPosition position(@Nullable Object[] arguments) {
		return (this.position != NONE && arguments[this.position] instanceof ScrollPosition position) ? position
				: ScrollPosition.keyset();
	}

}
