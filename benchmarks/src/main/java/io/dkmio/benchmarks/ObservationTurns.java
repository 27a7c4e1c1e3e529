package io.dkmio.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.observability.ObservingDynamoExecutor;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler.IgnoredMeters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Tells what observing adds to the CPU time of a GetItem, part by part. All of them work
 * in turns in one JVM, so that what they share is compiled alike.
 *
 * <pre class="code">
 * java -cp benchmarks.jar io.dkmio.benchmarks.ObservationTurns
 * </pre>
 */
public final class ObservationTurns {

	private static final String NONE = "none";

	private static final int WARM_UPS = 8;

	private static final int WARM_UP_MILLIS = 700;

	private static final int ROUNDS = 61;

	private static final int TURN_MILLIS = 100;

	private final Map<String, Supplier<Object>> players = new LinkedHashMap<>();

	private ObservationTurns() {
		add(NONE, ObservationRegistry.NOOP, null);
		add("counters alone", ObservationRegistry.NOOP, new SimpleMeterRegistry());
		add("observation nobody handles", handled(new NoHandler()), null);
		add("observation with a timer",
				handled(new DefaultMeterObservationHandler(new SimpleMeterRegistry(), IgnoredMeters.LONG_TASK_TIMER)),
				null);
		add("observation with a timer and one of running calls",
				handled(new DefaultMeterObservationHandler(new SimpleMeterRegistry())), null);
		MeterRegistry meters = new SimpleMeterRegistry();
		add("all", handled(new DefaultMeterObservationHandler(meters)), meters);
	}

	private static ObservationRegistry handled(ObservationHandler<?> handler) {
		ObservationRegistry observations = ObservationRegistry.create();
		observations.observationConfig().observationHandler(handler);
		return observations;
	}

	private void add(String name, ObservationRegistry observations, @Nullable MeterRegistry meters) {
		DynamoExecutor executor = ObservingDynamoExecutor.observe(ObservationBenchmark.executor(), observations, meters,
				null);
		ShipmentRepository repository = ObservationBenchmark.repository(executor);
		this.players.put(name, () -> ObservationBenchmark.get(repository));
	}

	/**
	 * Compares and prints.
	 * @param args none
	 */
	public static void main(String[] args) {
		System.out.print(new ObservationTurns().compare());
	}

	private String compare() {
		List<Supplier<Object>> players = new ArrayList<>(this.players.values());
		for (int i = 0; i < WARM_UPS; i++) {
			players.forEach((player) -> TurnsWorker.work(player, WARM_UP_MILLIS));
		}
		double[][] costs = new double[players.size()][ROUNDS];
		for (int round = 0; round < ROUNDS; round++) {
			for (int turn = 0; turn < players.size(); turn++) {
				int player = (turn + round) % players.size();
				costs[player][round] = TurnsWorker.work(players.get(player), TURN_MILLIS);
			}
		}
		StringBuilder table = new StringBuilder("| observed | ns more | ratio |%n|---|---|---|%n".formatted());
		List<String> names = new ArrayList<>(this.players.keySet());
		for (int player = 1; player < names.size(); player++) {
			double[] more = new double[ROUNDS];
			double[] ratios = new double[ROUNDS];
			for (int round = 0; round < ROUNDS; round++) {
				more[round] = costs[player][round] - costs[0][round];
				ratios[round] = costs[player][round] / costs[0][round];
			}
			table.append(
					"| %s | %.0f | %.3f |%n".formatted(names.get(player), Turns.median(more), Turns.median(ratios)));
		}
		return table
			.append("A GetItem by a repository, not observed: %.0f ns%n"
				.formatted(Turns.median(Arrays.copyOf(costs[0], ROUNDS))))
			.toString();
	}

	/**
	 * Does nothing.
	 */
	private static final class NoHandler implements ObservationHandler<Observation.Context> {

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

	}

}
