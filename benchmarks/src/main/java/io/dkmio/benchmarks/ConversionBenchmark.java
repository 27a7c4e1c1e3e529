package io.dkmio.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.dkmio.core.convert.DynamoConverter;
import io.dkmio.core.convert.MappingDynamoConverter;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.TableDefinition;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Converts an item both ways, by dkmio and by hand. Each call takes another item of a
 * few, so that nothing can be computed ahead.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ConversionBenchmark {

	private static final int EXAMPLES = 16;

	private final DynamoConverter converter = new MappingDynamoConverter(
			DynamoMappingContext.of(List.of(TableDefinition.of("shop")), Shipment.class));

	private final Shipment[] shipments = new Shipment[EXAMPLES];

	private final Map<String, AttributeValue>[] items = items();

	private int next;

	/**
	 * Creates the examples.
	 */
	public ConversionBenchmark() {
		for (int i = 0; i < EXAMPLES; i++) {
			this.shipments[i] = Shipment.example(i);
			this.items[i] = Map.copyOf(HandWritten.write(this.shipments[i]));
		}
	}

	@SuppressWarnings("unchecked")
	private static Map<String, AttributeValue>[] items() {
		return new Map[EXAMPLES];
	}

	private int next() {
		this.next = (this.next + 1) % EXAMPLES;
		return this.next;
	}

	/**
	 * Writes by hand.
	 * @return the item
	 */
	@Benchmark
	public Map<String, AttributeValue> writeByHand() {
		return HandWritten.write(this.shipments[next()]);
	}

	/**
	 * Writes by dkmio.
	 * @return the item
	 */
	@Benchmark
	public Map<String, AttributeValue> writeByDkmio() {
		return this.converter.toItem(this.shipments[next()]);
	}

	/**
	 * Reads by hand.
	 * @return the object
	 */
	@Benchmark
	public Shipment readByHand() {
		return HandWritten.read(this.items[next()]);
	}

	/**
	 * Reads by dkmio.
	 * @return the object
	 */
	@Benchmark
	public Shipment readByDkmio() {
		return this.converter.fromItem(Shipment.class, this.items[next()]);
	}

}
