package io.dkmio.benchmarks;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the contestants of {@link ReadBenchmark} do the same work.
 */
class ReadBenchmarkUnitTests {

	private final ReadBenchmark benchmark = new ReadBenchmark();

	@Test
	void bothGetTheSameItem() {
		assertThat(this.benchmark.getByDkmio()).isEqualTo(this.benchmark.getByHand()).isEqualTo(Shipment.example(1));
	}

	@Test
	void bothFindTheSameItem() {
		assertThat(this.benchmark.queryOfOneByDkmio()).hasSize(1).isEqualTo(this.benchmark.queryOfOneByHand());
	}

	@Test
	void bothFindTheSameHundredItems() {
		assertThat(this.benchmark.queryOf100ByDkmio()).hasSize(100).isEqualTo(this.benchmark.queryOf100ByHand());
	}

}
