package io.dkmio.repository;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import io.dkmio.core.mapping.Item;
import org.jspecify.annotations.Nullable;

/**
 * Coupons, all of which are in one partition.
 */
public interface CouponRepository extends DynamoRepository<CouponRepository.Coupon, String> {

	List<Coupon> findByActiveTrue();

	List<Coupon> findByActiveFalse();

	List<Coupon> findByPercentNot(int percent);

	List<Coupon> findByPercentBetween(int from, int to);

	List<Coupon> findByPercentNotIn(Collection<Integer> percents);

	List<Coupon> findByPercentIn(int... percents);

	List<Coupon> findByNoteIsNull();

	List<Coupon> findByNoteIsNotNull();

	List<Coupon> findByNoteExists();

	List<Coupon> findByNoteContaining(String part);

	List<Coupon> findByNoteNotContaining(String part);

	List<Coupon> findByShopsIsEmpty();

	List<Coupon> findByShopsIsNotEmpty();

	List<Coupon> findByEndsAtBefore(Instant time);

	List<Coupon> findByEndsAtAfter(Instant time);

	List<Coupon> findByPercentLessThanOrNoteIsNull(int percent);

	List<Coupon> findAllByOrderByCodeDesc();

	long deleteByPercentGreaterThan(int percent);

	void removeByCode(String code);

	List<Coupon> deleteByActiveFalse();

	@Query(filter = "percent >= :min AND NOT (active = :active)", count = true)
	long expensive(int min, boolean active);

	/**
	 * A coupon.
	 */
	@Item(pk = "COUPON", sk = "{code}")
	record Coupon(String code, boolean active, int percent, @Nullable Instant endsAt, @Nullable String note,
			@Nullable Set<String> shops) {
	}

}
