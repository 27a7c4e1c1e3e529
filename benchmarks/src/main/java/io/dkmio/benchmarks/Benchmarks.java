package io.dkmio.benchmarks;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks, and prints what dkmio costs as a multiple of code written by hand.
 */
public final class Benchmarks {

	private static final String BY_HAND = "ByHand";

	private static final String BY_DKMIO = "ByDkmio";

	private Benchmarks() {
	}

	/**
	 * Runs all benchmarks.
	 * @param args not used
	 * @throws RunnerException if a benchmark fails
	 */
	public static void main(String[] args) throws RunnerException {
		Collection<RunResult> results = new Runner(new OptionsBuilder().include(ConversionBenchmark.class.getName())
			.include(ReadBenchmark.class.getName())
			.addProfiler(GCProfiler.class)
			.jvmArgsAppend("-Djmh.ignoreLock=true")
			.build()).run();
		System.out.print(table(results));
	}

	static String table(Collection<RunResult> results) {
		Map<String, RunResult> byName = new TreeMap<>();
		results.forEach((result) -> byName.put(result.getPrimaryResult().getLabel(), result));
		StringBuilder table = new StringBuilder("""

				| operation | by hand, ns | dkmio, ns | ratio | by hand, bytes | dkmio, bytes | ratio |
				|---|---|---|---|---|---|---|
				""");
		byName.forEach((name, hand) -> {
			RunResult dkmio = byName.get(name.replace(BY_HAND, BY_DKMIO));
			if (name.endsWith(BY_HAND) && dkmio != null) {
				table.append(row(name.substring(0, name.length() - BY_HAND.length()), time(hand), time(dkmio),
						bytes(hand), bytes(dkmio)));
			}
		});
		return table.toString();
	}

	private static String row(String name, double hand, double dkmio, double handBytes, double dkmioBytes) {
		return "| %s | %.0f | %.0f | %.2f | %.0f | %.0f | %.2f |%n".formatted(name, hand, dkmio, dkmio / hand,
				handBytes, dkmioBytes, dkmioBytes / handBytes);
	}

	private static double time(RunResult result) {
		return result.getPrimaryResult().getScore();
	}

	private static double bytes(RunResult result) {
		return Objects.requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm")).getScore();
	}

}
