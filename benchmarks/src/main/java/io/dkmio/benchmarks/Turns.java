package io.dkmio.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares the CPU time of contestants on a machine whose speed changes while it is
 * measured. Each has a JVM of its own, all are warmed up, and then they work in turns of
 * a fraction of a second, so that what else the machine does meets all of them. What
 * counts is the median, over all rounds, of the ratio to the code written by hand.
 * {@code observations} compares a GetItem without, with unused, and with used
 * observations.
 *
 * <pre class="code">
 * java -cp benchmarks.jar io.dkmio.benchmarks.Turns get query100
 * </pre>
 */
public final class Turns {

	private static final int ROUNDS = 31;

	private static final int TURN_MILLIS = 150;

	private static final int WARM_UP_MILLIS = 2000;

	/** So many warm-ups that are no better than those before are enough. */
	private static final int CALM = 4;

	private static final int MIN_WARM_UPS = 8;

	private static final int MAX_WARM_UPS = 16;

	private Turns() {
	}

	/**
	 * Compares and prints.
	 * @param args the operations, all if there are none
	 * @throws IOException if a JVM cannot be started
	 * @throws InterruptedException if somebody is impatient
	 */
	public static void main(String[] args) throws IOException, InterruptedException {
		System.out.println("| operation | by hand | repository | repository, wire |\n|---|---|---|---|");
		for (String operation : (args.length > 0) ? List.of(args) : TurnsWorker.OPERATIONS.keySet()) {
			System.out.println(operation.equals(TurnsWorker.OBSERVATIONS) ? row(operation, "none", "off", "on")
					: row(operation, "hand", "repository", "wire"));
		}
	}

	private static String row(String operation, String... contestants) throws IOException, InterruptedException {
		Map<String, Player> players = new LinkedHashMap<>();
		try {
			for (String contestant : contestants) {
				players.put(contestant, new Player(operation, contestant));
			}
			for (Player player : players.values()) {
				player.warmUp();
			}
			for (int round = 0; round < ROUNDS; round++) {
				for (Player player : players.values()) {
					player.turn();
				}
			}
		}
		finally {
			players.values().forEach(Player::end);
		}
		return describe(operation, new ArrayList<>(players.values()));
	}

	private static String describe(String operation, List<Player> players) {
		Player floor = players.get(0);
		StringBuilder row = new StringBuilder("| %s | %.1f µs |".formatted(operation, floor.median() / 1000));
		for (Player player : players.subList(1, players.size())) {
			row.append(" %.2f |".formatted(player.median(floor)));
		}
		return row.toString();
	}

	/**
	 * A contestant in its JVM.
	 */
	private static final class Player {

		private final Process process;

		private final BufferedReader answers;

		private final List<Double> costs = new ArrayList<>();

		Player(String operation, String contestant) throws IOException {
			this.process = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-Xmx1g", "-cp",
					System.getProperty("java.class.path"), TurnsWorker.class.getName(), operation, contestant)
				.redirectError(ProcessBuilder.Redirect.DISCARD)
				.start();
			this.answers = new BufferedReader(
					new InputStreamReader(this.process.getInputStream(), StandardCharsets.UTF_8));
		}

		double work(int millis) throws IOException {
			this.process.getOutputStream().write((millis + "\n").getBytes(StandardCharsets.UTF_8));
			this.process.getOutputStream().flush();
			String answer = this.answers.readLine();
			if (answer == null) {
				throw new IllegalStateException("A contestant has ended: " + this.process.info());
			}
			return Double.parseDouble(answer);
		}

		void warmUp() throws IOException {
			double best = Double.MAX_VALUE;
			int calm = 0;
			for (int i = 0; i < MIN_WARM_UPS || (i < MAX_WARM_UPS && calm < CALM); i++) {
				double cost = work(WARM_UP_MILLIS);
				calm = (cost > 0.95 * best) ? calm + 1 : 0;
				best = Math.min(best, cost);
			}
		}

		void turn() throws IOException {
			this.costs.add(work(TURN_MILLIS));
		}

		double median() {
			return median(this.costs.stream().mapToDouble(Double::doubleValue).toArray());
		}

		double median(Player floor) {
			double[] ratios = new double[this.costs.size()];
			Arrays.setAll(ratios, (round) -> this.costs.get(round) / floor.costs.get(round));
			return median(ratios);
		}

		private static double median(double[] values) {
			Arrays.sort(values);
			return values[values.length / 2];
		}

		void end() {
			this.process.destroy();
		}

	}

}
