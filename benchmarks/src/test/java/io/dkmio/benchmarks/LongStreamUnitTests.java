package io.dkmio.benchmarks;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.QueryOperation;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.TableDefinition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests what a stream over very many items holds.
 */
class LongStreamUnitTests {

	private static final int PAGES = 1000;

	private static final int PAGE = 100;

	@ParameterizedTest(name = "wire {0}, prefetch {1}")
	@CsvSource({ "false, false", "false, true", "true, false", "true, true" })
	void aStreamOfAHundredThousandItemsHoldsTwoPagesAtMost(boolean wire, boolean prefetch) {
		StubHttpClient http = new StubHttpClient(bodies());
		QueryOperation<Shipment> query = query(new DynamoTemplate(http.client(wire),
				DynamoMappingContext.of(List.of(TableDefinition.of("shop")), Shipment.class)), prefetch);
		int count = 0;
		List<WeakReference<Shipment>> seen = new ArrayList<>(PAGES * PAGE);
		try (Stream<Shipment> stream = query.stream()) {
			for (Iterator<Shipment> items = stream.iterator(); items.hasNext(); count++) {
				seen.add(new WeakReference<>(items.next()));
				assertThat(http.requests()).isLessThanOrEqualTo(count / PAGE + 2);
				if (count % (PAGES * PAGE / 10) == PAGE / 2) {
					assertThat(held(seen)).isLessThanOrEqualTo(2 * PAGE);
				}
			}
		}
		assertThat(count).isEqualTo(PAGES * PAGE);
		assertThat(http.requests()).isEqualTo(PAGES);
	}

	private static QueryOperation<Shipment> query(DynamoTemplate dynamo, boolean prefetch) {
		QueryOperation<Shipment> query = dynamo.query(Shipment.class).where(attribute("customerId").eq("customer-1"));
		return prefetch ? query.prefetch() : query;
	}

	private static long held(List<WeakReference<Shipment>> seen) {
		System.gc();
		return seen.stream().filter((item) -> item.get() != null).count();
	}

	/** The same page again and again, and a last one. */
	private static byte[][] bodies() {
		byte[][] two = Answers.pages(2, PAGE);
		byte[][] bodies = new byte[PAGES][];
		Arrays.fill(bodies, two[0]);
		bodies[PAGES - 1] = two[1];
		return bodies;
	}

}
