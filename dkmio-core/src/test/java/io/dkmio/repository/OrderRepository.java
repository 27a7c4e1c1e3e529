package io.dkmio.repository;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import io.dkmio.domain.Order;
import io.dkmio.domain.Status;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;
import org.springframework.data.util.Streamable;
import org.springframework.scheduling.annotation.Async;

/**
 * Orders, asked for in every way there is.
 */
public interface OrderRepository extends DynamoRepository<Order, Order.Id> {

	Optional<Order> findByCustomerIdAndOrderId(String customerId, String orderId);

	@Nullable Order getByCustomerIdAndOrderId(String customerId, String orderId);

	@ConsistentRead
	Optional<Order> findByCustomerIdAndOrderIdAndStatus(String customerId, String orderId, Status status);

	List<Order> findByCustomerId(String customerId);

	List<Order> findByCustomerId(String customerId, Sort sort);

	List<Order> findByCustomerIdAndOrderIdIn(String customerId, Collection<String> orderIds);

	Window<Order> findByStatusOrderByPlacedAtDesc(Status status, ScrollPosition position, Limit limit);

	List<Order> findByStatusAndPlacedAtBetween(Status status, Instant from, Instant to);

	List<Order> findByStatusIn(Collection<Status> statuses);

	Slice<Order> findByCustomerIdAndTotalGreaterThan(String customerId, BigDecimal min, Pageable pageable);

	Slice<Order> readByCustomerId(String customerId, Pageable pageable);

	Page<Order> findByCustomerIdAndStatus(String customerId, Status status, Pageable pageable);

	Stream<Order> streamByCustomerId(String customerId);

	Optional<Order> findFirstByStatusOrderByPlacedAtAsc(Status status);

	Optional<Order> findByStatus(Status status);

	List<Order> findTop3ByCustomerIdOrderByOrderIdDesc(String customerId);

	List<Order> findByCustomerIdAndOrderIdGreaterThanEqual(String customerId, String orderId, Limit limit);

	Set<Order> findByCustomerIdAndOrderIdStartingWith(String customerId, String start);

	Streamable<Order> findByCustomerIdAndShipToCity(String customerId, String city);

	Iterable<Order> findByCustomerIdAndTagsContaining(String customerId, String tag);

	Collection<Order> findByCustomerIdAndTotalIsNull(String customerId);

	boolean existsByCustomerId(String customerId);

	long countByStatus(Status status);

	int countByCustomerIdAndTotalGreaterThan(String customerId, BigDecimal min);

	List<Summary> findSummariesByCustomerId(String customerId);

	List<View> findViewsByCustomerId(String customerId);

	List<OpenView> findOpenViewsByCustomerId(String customerId);

	<P> List<P> queryByCustomerId(String customerId, Class<P> type);

	@Async
	CompletableFuture<List<Order>> searchByCustomerId(String customerId);

	@Async
	Future<Long> countByCustomerId(String customerId);

	@Query(key = "customerId = :customerId AND orderId BETWEEN :from AND :to", filter = "size(lines) > :min")
	List<Order> bigOrders(String customerId, String from, String to, int min);

	@AllowScan
	List<Order> findByTotalGreaterThan(BigDecimal min);

	/**
	 * A projection that is a record.
	 */
	record Summary(String orderId, @Nullable BigDecimal total, @Nullable Status status) {
	}

	/**
	 * A projection that is an interface.
	 */
	interface View {

		String getOrderId();

		@Nullable Instant getPlacedAt();

	}

	/**
	 * A projection that computes.
	 */
	interface OpenView {

		@org.springframework.beans.factory.annotation.Value("#{target.customerId() + '/' + target.orderId()}")
		String getTitle();

	}

}
