package io.dkmio.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Compares the CPU time of contestants on a machine whose speed changes while it is
 * measured. Each has a JVM of its own, all are warmed up, and then they work in turns of
 * a fraction of a second, so that what else the machine does meets all of them. What
 * counts is the median, over all rounds, of the ratio to the code written by hand. One
 * JVM compiles code a little better than the next, so that this is done several times,
 * and the median is told, and the lowest and the highest.
 * <p>
 * Arguments are operations and contestants, in any order, and how often to do it.
 *
 * <pre class="code">
 * java -cp benchmarks.jar io.dkmio.benchmarks.Turns get query100
 * java -cp benchmarks.jar io.dkmio.benchmarks.Turns 1 get repository bean springCloud
 * </pre>
 */
public final class Turns {

	private static final int TIMES = 3;

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
		int times = TIMES;
		List<String> operations = new ArrayList<>();
		List<String> contestants = new ArrayList<>();
		for (String arg : args) {
			if (arg.matches("\\d+")) {
				times = Integer.parseInt(arg);
			}
			else if (TurnsWorker.OPERATIONS.containsKey(arg)) {
				operations.add(arg);
			}
			else if (Comparison.NAMES.keySet().contains(arg)) {
				contestants.add(arg);
			}
			else {
				throw new IllegalArgumentException("'" + arg + "' is neither an operation ("
						+ String.join(", ", TurnsWorker.OPERATIONS.keySet()) + ") nor a contestant ("
						+ String.join(", ", Comparison.NAMES.keySet()) + ") nor a number");
			}
		}
		compare(operations.isEmpty() ? TurnsWorker.OPERATIONS.keySet() : operations,
				contestants.isEmpty() ? List.of("repository", "wire") : contestants, times);
	}

	private static void compare(Collection<String> operations, List<String> contestants, int times)
			throws IOException, InterruptedException {
		System.out.println("| operation | by hand | " + String.join(" | ", contestants) + " |\n|---|"
				+ "---|".repeat(1 + contestants.size()));
		for (String operation : operations) {
			System.out.println(row(operation, contestants, times));
		}
	}

	/**
	 * Compares several times.
	 */
	private static String row(String operation, List<String> contestants, int times)
			throws IOException, InterruptedException {
		double[] costs = new double[times];
		Map<String, double[]> ratios = new LinkedHashMap<>();
		contestants.forEach((contestant) -> ratios.put(contestant, new double[times]));
		for (int i = 0; i < times; i++) {
			Map<String, Player> players = play(operation, contestants);
			Player lowest = Objects.requireNonNull(players.remove(Comparison.FLOOR));
			costs[i] = lowest.median();
			for (Map.Entry<String, Player> player : players.entrySet()) {
				Objects.requireNonNull(ratios.get(player.getKey()))[i] = player.getValue().median(lowest);
			}
		}
		StringBuilder row = new StringBuilder("| %s | %.1f µs |".formatted(operation, median(costs) / 1000));
		for (double[] ratio : ratios.values()) {
			row.append(" %.2f".formatted(median(ratio)));
			row.append((times > 1) ? " (%.2f–%.2f) |".formatted(ratio[0], ratio[times - 1]) : " |");
		}
		return row.toString();
	}

	private static Map<String, Player> play(String operation, List<String> contestants)
			throws IOException, InterruptedException {
		Map<String, Player> players = new LinkedHashMap<>();
		try {
			players.put(Comparison.FLOOR, new Player(operation, Comparison.FLOOR));
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
		return players;
	}

	/**
	 * Sorts the values.
	 */
	static double median(double[] values) {
		Arrays.sort(values);
		return values[values.length / 2];
	}

	/**
	 * A contestant in its JVM.
	 */
	private static final class Player {

		private final String operation;

		private final String contestant;

		private final Process process;

		private final BufferedReader answers;

		private final List<Double> costs = new ArrayList<>();

		Player(String operation, String contestant) throws IOException {
			this.operation = operation;
			this.contestant = contestant;
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
				throw new IllegalStateException(
						"Contestant '" + this.contestant + "' cannot do " + this.operation + ", or has failed");
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
			return Turns.median(this.costs.stream().mapToDouble(Double::doubleValue).toArray());
		}

		double median(Player floor) {
			double[] ratios = new double[this.costs.size()];
			Arrays.setAll(ratios, (round) -> this.costs.get(round) / floor.costs.get(round));
			return Turns.median(ratios);
		}

		void end() {
			this.process.destroy();
		}

	}

}
