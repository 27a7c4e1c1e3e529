package io.dkmio.benchmarks;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;

/**
 * The cost of the contestants, as multiples of the cost of code written by hand.
 */
final class Comparison {

	/** The name of the contestant all others are compared with. */
	static final String FLOOR = "hand";

	/** The labels of contestants by their names, that of the floor first. */
	static final Map<String, String> NAMES = names();

	private final Map<String, Map<String, Cost>> costs = new LinkedHashMap<>();

	Comparison(Collection<RunResult> results) {
		for (RunResult result : results) {
			this.costs.computeIfAbsent(result.getPrimaryResult().getLabel(), (operation) -> new LinkedHashMap<>())
				.put(result.getParams().getParam("contestant"), Cost.of(result));
		}
	}

	private static Map<String, String> names() {
		Map<String, String> names = new LinkedHashMap<>();
		names.put(FLOOR, "by hand");
		names.put("bean", "Enhanced Client, bean");
		names.put("immutable", "Enhanced Client, immutable");
		names.put("springCloud", "DynamoDbTemplate");
		names.put("template", "dkmio template");
		names.put("repository", "dkmio repository");
		names.put("wire", "dkmio repository, wire");
		return names;
	}

	@Override
	public String toString() {
		StringBuilder table = new StringBuilder("\n| operation |");
		NAMES.forEach((key, name) -> table.append(' ').append(name).append(" |"));
		table.append("\n|---|").append("---|".repeat(NAMES.size())).append('\n');
		this.costs.forEach((operation, costs) -> {
			Cost floor = costs.get(FLOOR);
			if (floor != null) {
				table.append("| ").append(operation).append(" |");
				NAMES.keySet()
					.forEach((key) -> table.append(' ')
						.append(key.equals(FLOOR) ? floor : ratio(costs.get(key), floor))
						.append(" |"));
				table.append('\n');
			}
		});
		return table.toString();
	}

	private static String ratio(@Nullable Cost cost, Cost floor) {
		return (cost == null) ? "–" : "%.2f, %.2f".formatted(cost.cpu() / floor.cpu(), cost.bytes() / floor.bytes());
	}

	/**
	 * What one operation costs.
	 *
	 * @param cpu nanoseconds of CPU time
	 * @param bytes bytes allocated
	 */
	private record Cost(double cpu, double bytes) {

		static Cost of(RunResult result) {
			return new Cost(secondary(result, ThreadCpuProfiler.LABEL), secondary(result, "gc.alloc.rate.norm"));
		}

		@Override
		public String toString() {
			return "%.1f µs, %.1f kB".formatted(this.cpu / 1000, this.bytes / 1000);
		}

		private static double secondary(RunResult result, String label) {
			return Objects.requireNonNull(result.getSecondaryResults().get(label), label).getScore();
		}

	}

}
