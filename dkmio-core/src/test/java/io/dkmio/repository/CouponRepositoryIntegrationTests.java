package io.dkmio.repository;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import io.dkmio.UnservableQueryException;
import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.client.ClientDynamoExecutor;
import io.dkmio.core.convert.MappingDynamoConverter;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.domain.Customer;
import io.dkmio.domain.Order;
import io.dkmio.domain.Shop;
import io.dkmio.repository.CouponRepository.Coupon;
import io.dkmio.repository.support.DynamoRepositoryFactory;
import io.dkmio.test.LocalDynamo;
import io.dkmio.test.RecordingExecutor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.Select;

import org.springframework.data.domain.Example;
import org.springframework.data.domain.ExampleMatcher;
import org.springframework.data.domain.ExampleMatcher.StringMatcher;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Repositories of types whose items are all in one partition: everything is one Query.
 */
class CouponRepositoryIntegrationTests {

	private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

	private static RecordingExecutor sent;

	private static CouponRepository coupons;

	private static DynamoTemplate dynamo;

	@BeforeAll
	static void createTheTable() {
		DynamoDbClient client = LocalDynamo.client(CouponRepositoryIntegrationTests.class);
		DynamoMappingContext context = DynamoMappingContext.of(List.of(Shop.TABLE), Customer.class, Order.class,
				Coupon.class);
		new SchemaManager(client).create(List.of(Shop.TABLE));
		sent = new RecordingExecutor(new ClientDynamoExecutor(client));
		dynamo = new DynamoTemplate(sent, context, new MappingDynamoConverter(context), Clock.systemUTC());
		coupons = new DynamoRepositoryFactory(dynamo).getRepository(CouponRepository.class);
		dynamo.insert(Customer.of("c1", "Ada"));
	}

	@BeforeEach
	void storeSixCoupons() {
		coupons.deleteAll();
		coupons.saveAll(List.of(coupon("a", true, 10, "spring", Set.of()), coupon("b", true, 20, null, Set.of("x")),
				coupon("c", false, 30, "summer sale", Set.of("x", "y")), coupon("d", false, 40, null, Set.of()),
				coupon("e", true, 50, "autumn", Set.of("z")), coupon("f", true, 60, "winter sale", Set.of())));
		sent.clear();
	}

	private static Coupon coupon(String code, boolean active, int percent, @Nullable String note, Set<String> shops) {
		return new Coupon(code, active, percent, (percent % 20 == 0) ? START.plusSeconds(percent) : null, note, shops);
	}

	private static String codes(Iterable<Coupon> found) {
		StringBuilder codes = new StringBuilder();
		found.forEach((each) -> codes.append(each.code()));
		return codes.toString();
	}

	@Test
	void readsAllByOneQuery() {
		assertThat(codes(coupons.findAll())).isEqualTo("abcdef");
		assertThat(sent.only(QueryRequest.class).keyConditionExpression()).isNotEmpty();
		sent.clear();
		assertThat(coupons.count()).isEqualTo(6);
		assertThat(sent.only(QueryRequest.class).select()).isEqualTo(Select.COUNT);
		assertThat(codes(coupons.findAllByOrderByCodeDesc())).isEqualTo("fedcba");
	}

	@Test
	void asksForBooleans() {
		assertThat(codes(coupons.findByActiveTrue())).isEqualTo("abef");
		assertThat(codes(coupons.findByActiveFalse())).isEqualTo("cd");
	}

	@Test
	void asksForNumbers() {
		assertThat(codes(coupons.findByPercentNot(30))).isEqualTo("abdef");
		assertThat(codes(coupons.findByPercentBetween(20, 40))).isEqualTo("bcd");
		assertThat(codes(coupons.findByPercentBetween(40, 20))).isEmpty();
		assertThat(codes(coupons.findByPercentIn(10, 60))).isEqualTo("af");
		assertThat(codes(coupons.findByPercentNotIn(List.of(10, 60)))).isEqualTo("bcde");
		assertThat(codes(coupons.findByPercentNotIn(List.of()))).isEqualTo("abcdef");
	}

	@Test
	void asksForNulls() {
		assertThat(codes(coupons.findByNoteIsNull())).isEqualTo("bd");
		assertThat(codes(coupons.findByNoteIsNotNull())).isEqualTo("acef");
		assertThat(codes(coupons.findByNoteExists())).isEqualTo("acef");
	}

	@Test
	void asksForPartsOfText() {
		assertThat(codes(coupons.findByNoteContaining("sale"))).isEqualTo("cf");
		assertThat(codes(coupons.findByNoteNotContaining("sale"))).isEqualTo("abde");
	}

	@Test
	void asksForEmptiness() {
		assertThat(codes(coupons.findByShopsIsEmpty())).isEqualTo("adf");
		assertThat(codes(coupons.findByShopsIsNotEmpty())).isEqualTo("bce");
	}

	@Test
	void asksForTimes() {
		assertThat(codes(coupons.findByEndsAtBefore(START.plusSeconds(40)))).isEqualTo("b");
		assertThat(codes(coupons.findByEndsAtAfter(START.plusSeconds(20)))).isEqualTo("df");
	}

	@Test
	void asksForEitherInAFilter() {
		assertThat(codes(coupons.findByPercentLessThanOrNoteIsNull(20))).isEqualTo("abd");
		sent.only(QueryRequest.class);
		assertThat(coupons.expensive(20, true)).isEqualTo(2);
	}

	@Test
	void deletesWhatItFinds() {
		assertThat(coupons.deleteByPercentGreaterThan(45)).isEqualTo(2);
		assertThat(sent.requests()).hasSize(2);
		assertThat(sent.requests().get(0)).isInstanceOf(QueryRequest.class);
		assertThat(((QueryRequest) sent.requests().get(0)).projectionExpression()).isNotNull();
		assertThat(sent.requests().get(1)).isInstanceOf(BatchWriteItemRequest.class);
		assertThat(codes(coupons.deleteByActiveFalse())).isEqualTo("cd");
		sent.clear();
		coupons.removeByCode("a");
		sent.only(DeleteItemRequest.class);
		assertThat(codes(coupons.findAll())).isEqualTo("b");
		coupons.deleteAll();
		assertThat(coupons.findAll()).isEmpty();
		assertThat(dynamo.get(Customer.class, "c1").optional()).isPresent();
	}

	@Test
	void readsByIdsInTheirOrder() {
		assertThat(codes(coupons.findAllById(List.of("c", "a", "nothing", "c")))).isEqualTo("cac");
		sent.only(BatchGetItemRequest.class);
		assertThat(coupons.findAllById(List.of())).isEmpty();
		coupons.deleteAllById(List.of("a", "b", "b"));
		coupons.deleteAll(coupons.findAllById(List.of("c", "d")));
		assertThat(codes(coupons.findAll())).isEqualTo("ef");
	}

	@Test
	void savesManyInBatches() {
		coupons.saveAll(IntStream.range(0, 60).mapToObj((i) -> coupon("x" + i, true, i, null, Set.of())).toList());
		assertThat(sent.requests()).hasSize(3).allMatch(BatchWriteItemRequest.class::isInstance);
	}

	private static Coupon probe(@Nullable String note) {
		return new Coupon(null, true, 0, null, note, null);
	}

	private static final ExampleMatcher MATCHER = ExampleMatcher.matching().withIgnorePaths("percent");

	@Test
	void asksByExample() {
		assertThat(codes(coupons.findAll(Example.of(probe(null), MATCHER)))).isEqualTo("abef");
		sent.only(QueryRequest.class);
		assertThat(coupons.findOne(Example.of(probe("autumn"), MATCHER))).map(Coupon::code).contains("e");
		assertThat(coupons.count(Example.of(probe(null), MATCHER))).isEqualTo(4);
		assertThat(coupons.exists(Example.of(probe("spring"), MATCHER))).isTrue();
		assertThat(codes(coupons.findAll(Example.of(probe(null), MATCHER), Sort.by("code").descending())))
			.isEqualTo("feba");
		Page<Coupon> page = coupons.findAll(Example.of(probe(null), MATCHER), DynamoPageRequest.of(3));
		assertThat(codes(page)).isEqualTo("abe");
		assertThat(page.getTotalElements()).isEqualTo(4);
		assertThat(codes(coupons.findAll(Example.of(probe(null), MATCHER), page.nextPageable()))).isEqualTo("f");
	}

	@Test
	void matchesPartsByExample() {
		assertThat(
				codes(coupons.findAll(Example.of(probe("sale"), MATCHER.withStringMatcher(StringMatcher.CONTAINING)))))
			.isEqualTo("f");
		assertThat(codes(coupons.findAll(Example.of(probe("sp"), MATCHER.withStringMatcher(StringMatcher.STARTING)))))
			.isEqualTo("a");
		assertThat(codes(coupons.findAll(Example.of(probe(null),
				ExampleMatcher.matchingAny().withIgnorePaths("percent", "code", "endsAt").withIncludeNullValues()))))
			.isEqualTo("abdef");
	}

	@Test
	void goesOnFromAnExample() {
		Example<Coupon> active = Example.of(probe(null), MATCHER);
		Window<Coupon> window = coupons.findBy(active, (query) -> query.limit(2).scroll(ScrollPosition.keyset()));
		assertThat(codes(window)).isEqualTo("ab");
		assertThat(codes(coupons.findBy(active, (query) -> query.limit(2).scroll(window.positionAt(1)))))
			.isEqualTo("ef");
		assertThat(coupons.<Coupon, List<String>>findBy(active,
				(query) -> query.as(Code.class).all().stream().map(Code::code).toList()))
			.containsExactly("a", "b", "e", "f");
		assertThat(coupons.<Coupon, Coupon>findBy(active,
				(query) -> query.sortBy(Sort.by("code").descending()).firstValue()))
			.extracting(Coupon::code)
			.isEqualTo("f");
	}

	record Code(String code) {
	}

	@Test
	void refusesExamplesItCannotServe() {
		assertThatExceptionOfType(UnservableQueryException.class)
			.isThrownBy(() -> coupons.findAll(Example.of(probe("x"), MATCHER.withIgnoreCase())))
			.withMessage("CouponRepository by example cannot be served: keys and filters compare exactly, and 'note' "
					+ "is to ignore case. Store a lower-case copy of 'note' and ask for that.");
		assertThatExceptionOfType(UnservableQueryException.class)
			.isThrownBy(() -> coupons.findAll(Example.of(probe("x"), MATCHER.withStringMatcher(StringMatcher.ENDING))))
			.withMessage("CouponRepository by example cannot be served: DynamoDB has neither endings nor patterns, and "
					+ "'note' is matched by ENDING. Match it exactly, or by STARTING or CONTAINING.");
		assertThatExceptionOfType(UnservableQueryException.class)
			.isThrownBy(() -> coupons.findAll(Example.of(probe(null), MATCHER), Sort.by("percent")))
			.withMessageStartingWith("CouponRepository by example: Coupon where active = ?0 order by percent cannot be "
					+ "served: the table sorts by 'code', not by 'percent'");
	}

}
