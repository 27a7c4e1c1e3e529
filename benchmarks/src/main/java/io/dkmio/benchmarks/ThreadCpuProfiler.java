package io.dkmio.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * The CPU time of the Java threads for one operation. Other than the clock's time it does
 * not count what the machine did meanwhile, nor the work of the compiler and the
 * collector.
 */
public final class ThreadCpuProfiler implements InternalProfiler {

	/** The name of the result. */
	static final String LABEL = "cpu.time.norm";

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	private Map<Long, Long> before = Map.of();

	@Override
	public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
		this.before = times();
	}

	@Override
	public Collection<? extends Result<?>> afterIteration(BenchmarkParams benchmark, IterationParams iteration,
			IterationResult result) {
		long operations = result.getMetadata().getAllOps();
		return List.of(new ScalarResult(LABEL, (double) spentSince(this.before) / Math.max(1, operations), "ns/op",
				AggregationPolicy.AVG));
	}

	/**
	 * The CPU time the threads have spent since.
	 * @param before the times of the threads before
	 * @return nanoseconds
	 */
	static long spentSince(Map<Long, Long> before) {
		long spent = 0;
		for (Map.Entry<Long, Long> thread : times().entrySet()) {
			spent += thread.getValue() - before.getOrDefault(thread.getKey(), 0L);
		}
		return spent;
	}

	/**
	 * The CPU times of the threads.
	 * @return nanoseconds by the numbers of the threads
	 */
	static Map<Long, Long> times() {
		Map<Long, Long> times = new HashMap<>();
		for (long id : THREADS.getAllThreadIds()) {
			long time = THREADS.getThreadCpuTime(id);
			if (time >= 0) {
				times.put(id, time);
			}
		}
		return times;
	}

	@Override
	public String getDescription() {
		return "CPU time of the Java threads for one operation";
	}

}
