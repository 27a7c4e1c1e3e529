package io.dkmio.benchmarks;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the contestants of {@link ConversionBenchmark} do the same work.
 */
class ConversionBenchmarkUnitTests {

	private final ConversionBenchmark benchmark = new ConversionBenchmark();

	@Test
	void bothWriteTheSameItem() {
		ConversionBenchmark other = new ConversionBenchmark();
		assertThat(this.benchmark.writeByDkmio()).isEqualTo(other.writeByHand());
	}

	@Test
	void bothReadTheSameObject() {
		ConversionBenchmark other = new ConversionBenchmark();
		assertThat(this.benchmark.readByDkmio()).isEqualTo(other.readByHand());
	}

}
