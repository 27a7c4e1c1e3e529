package io.dkmio.benchmarks;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The operations of an application, by all contestants. The answers are canned: what is
 * measured is the work in the client.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 6, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class OperationsBenchmark {

	/** Who it is. */
	@Param({ "hand", "bean", "immutable", "springCloud", "template", "repository", "wire" })
	public String contestant = "hand";

	private static final int EXAMPLES = 16;

	private @Nullable Contestant it;

	private int next;

	/**
	 * Creates the contestant.
	 */
	@Setup
	public void setUp() {
		this.it = Contestant.of(this.contestant);
	}

	private Contestant it() {
		return Objects.requireNonNull(this.it);
	}

	/** Another item each time, so that nothing can be computed ahead. */
	private int next() {
		this.next = (this.next + 1) % EXAMPLES;
		return this.next;
	}

	/**
	 * Conversion alone, to attributes.
	 * @return the attributes
	 */
	@Benchmark
	public Object toItem() {
		return it().toItem(next());
	}

	/**
	 * Conversion alone, from attributes.
	 * @return the item
	 */
	@Benchmark
	public Object fromItem() {
		return it().fromItem(next());
	}

	/**
	 * GetItem.
	 * @return the item
	 */
	@Benchmark
	public Object get() {
		return it().get();
	}

	/**
	 * A page of a Query.
	 * @return the items
	 */
	@Benchmark
	public List<?> query100() {
		return it().query100();
	}

	/**
	 * Ten pages of a Query.
	 * @return the items
	 */
	@Benchmark
	public List<?> query1000() {
		return it().query1000();
	}

	/**
	 * PutItem.
	 * @return what the contestant returns
	 */
	@Benchmark
	public Object put() {
		return it().put();
	}

	/**
	 * UpdateItem with three attributes and a condition.
	 * @return the item
	 */
	@Benchmark
	public Object update() {
		return it().update();
	}

	/**
	 * BatchGetItem of 250 items.
	 * @return the items
	 */
	@Benchmark
	public List<?> batchGet250() {
		return it().batchGet250();
	}

	/**
	 * BatchWriteItem of 250 items.
	 */
	@Benchmark
	public void batchWrite250() {
		it().batchWrite250();
	}

	/**
	 * TransactWriteItems of five items.
	 */
	@Benchmark
	public void transaction5() {
		it().transaction5();
	}

}
