package io.dkmio.benchmarks;

import java.util.ArrayList;
import java.util.List;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks, and prints what each contestant costs as a multiple of code
 * written by hand.
 */
public final class Benchmarks {

	private Benchmarks() {
	}

	/**
	 * Runs the benchmarks.
	 * @param args regular expressions of the operations to run; all if there are none
	 * @throws RunnerException if a benchmark fails
	 */
	public static void main(String[] args) throws RunnerException {
		String operations = (args.length == 0) ? ".*" : "(" + String.join("|", args) + ")";
		List<RunResult> results = new ArrayList<>();
		results.addAll(run(OperationsBenchmark.class, operations, "hand", "bean", "immutable", "template", "repository",
				"wire"));
		results.addAll(run(OperationsBenchmark.class, operations.equals(".*") ? "(get|query.*|put|update)" : operations,
				"springCloud"));
		System.out.print(new Comparison(results));
	}

	private static List<RunResult> run(Class<?> benchmark, String operations, String... contestants)
			throws RunnerException {
		return List.copyOf(new Runner(new OptionsBuilder().include(benchmark.getName() + "\\." + operations + "$")
			.param("contestant", contestants)
			.addProfiler(GCProfiler.class)
			.addProfiler(ThreadCpuProfiler.class)
			.jvmArgsAppend("-Djmh.ignoreLock=true")
			.build()).run());
	}

}
