package io.dkmio.repository;

import org.junit.jupiter.api.Test;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link DynamoPageRequest}.
 */
class DynamoPageRequestUnitTests {

	@Test
	void beginsAtTheFirstPage() {
		DynamoPageRequest request = DynamoPageRequest.of(20, Sort.by("orderId"));
		assertThat(request.getPageNumber()).isZero();
		assertThat(request.getPageSize()).isEqualTo(20);
		assertThat(request.cursor()).isEmpty();
		assertThat(request.first()).isEqualTo(request);
		assertThat(request.withPage(0)).isEqualTo(request);
		assertThat(request.previous()).isEqualTo(request);
	}

	@Test
	void goesOnByCursor() {
		DynamoPageRequest read = DynamoPageRequest.of(PageRequest.of(0, 20), "abc");
		DynamoPageRequest next = (DynamoPageRequest) read.next();
		assertThat(next.cursor()).contains("abc");
		assertThat(next.getPageNumber()).isEqualTo(1);
		assertThat(next).isEqualTo(DynamoPageRequest.of(20).after("abc")).hasSameHashCodeAs(read.withPage(1));
		assertThat(next.toString()).isEqualTo("DynamoPageRequest[page=1, size=20, sort=UNSORTED]");
	}

	@Test
	void refusesWhatIsNotKnown() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> DynamoPageRequest.of(20).next())
			.withMessage("The page after page 0 of 20 items is not known: it starts where the one before it ends. Read "
					+ "that page, and take nextPageable() of the slice");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> DynamoPageRequest.of(20).after("abc").previousOrFirst())
			.withMessage("The page before page 1 of 20 items is not known: cursors lead forward. Keep the request of "
					+ "that page");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> DynamoPageRequest.of(20).withPage(7))
			.withMessage("Page 7 of 20 items is not known: DynamoDB cannot skip items. Go on from page to page with "
					+ "nextPageable()");
	}

}
