package io.dkmio.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Compares the CPU time of contestants on a machine whose speed changes while it is
 * measured. All are warmed up, and then they work in turns of a fraction of a second, so
 * that what else the machine does meets all of them. What counts is the median, over all
 * rounds, of the ratio to the code written by hand.
 * <p>
 * Each has a JVM of its own, or all work {@code together} in one. One JVM compiles code a
 * little better than the next, so that this is done several times, and the median is
 * told, and the lowest and the highest. Together they run the same code of the SDK,
 * compiled for all of them, as the parts of an application do. If clients are
 * {@code ready}, they answer without doing anything, and what counts is what is done
 * outside the SDK.
 * <p>
 * Arguments are operations, contestants, {@code together}, {@code ready}, and how often
 * to do it, in any order.
 *
 * <pre class="code">
 * java -cp benchmarks.jar io.dkmio.benchmarks.Turns get query100
 * java -cp benchmarks.jar io.dkmio.benchmarks.Turns 1 together get repository bean
 * </pre>
 */
public final class Turns {

	private static final String TOGETHER = "together";

	private static final String WIRE = "wire";

	private static final int TIMES = 3;

	private static final int ROUNDS = 31;

	private static final int TURN_MILLIS = 150;

	private static final int WARM_UP_MILLIS = 2000;

	/** So many warm-ups that are no better than those before are enough. */
	private static final int CALM = 4;

	private static final int MIN_WARM_UPS = 8;

	private static final int MAX_WARM_UPS = 16;

	private final List<String> contestants;

	private final boolean together;

	private final boolean ready;

	private final int times;

	private Turns(List<String> contestants, boolean together, boolean ready, int times) {
		this.contestants = contestants;
		this.together = together;
		this.ready = ready;
		this.times = times;
	}

	/**
	 * Compares and prints.
	 * @param args the operations, all if there are none
	 * @throws IOException if a JVM cannot be started
	 */
	public static void main(String[] args) throws IOException {
		int times = TIMES;
		boolean together = false;
		boolean ready = false;
		List<String> operations = new ArrayList<>();
		List<String> contestants = new ArrayList<>();
		for (String arg : args) {
			if (arg.matches("\\d+")) {
				times = Integer.parseInt(arg);
			}
			else if (arg.equals(TOGETHER)) {
				together = true;
			}
			else if (arg.equals(TurnsWorker.READY)) {
				ready = true;
			}
			else if (TurnsWorker.OPERATIONS.containsKey(arg)) {
				operations.add(arg);
			}
			else if (Comparison.NAMES.containsKey(arg)) {
				contestants.add(arg);
			}
			else {
				throw new IllegalArgumentException(
						"'" + arg + "' is neither an operation (" + String.join(", ", TurnsWorker.OPERATIONS.keySet())
								+ ") nor a contestant (" + String.join(", ", Comparison.NAMES.keySet()) + ") nor '"
								+ TOGETHER + "' nor '" + TurnsWorker.READY + "' nor a number");
			}
		}
		if (contestants.isEmpty()) {
			contestants.addAll(ready ? List.of("repository") : List.of("repository", WIRE));
		}
		if (ready && contestants.contains(WIRE)) {
			throw new IllegalArgumentException(
					"'" + WIRE + "' does its work inside the SDK, so that it cannot be '" + TurnsWorker.READY + "'");
		}
		new Turns(contestants, together, ready, times)
			.compare(operations.isEmpty() ? TurnsWorker.OPERATIONS.keySet() : operations);
	}

	private void compare(Collection<String> operations) throws IOException {
		System.out.println("| operation | by hand | " + String.join(" | ", this.contestants) + " |\n|---|"
				+ "---|".repeat(1 + this.contestants.size()));
		for (String operation : operations) {
			System.out.println(row(operation));
		}
	}

	/**
	 * Compares several times.
	 */
	private String row(String operation) throws IOException {
		double[] costs = new double[this.times];
		double[][] ratios = new double[this.contestants.size()][this.times];
		for (int i = 0; i < this.times; i++) {
			List<Player> players = play(operation);
			Player floor = players.get(0);
			costs[i] = floor.median();
			for (int player = 0; player < ratios.length; player++) {
				ratios[player][i] = players.get(player + 1).median(floor);
			}
		}
		StringBuilder row = new StringBuilder("| %s | %.1f µs |".formatted(operation, median(costs) / 1000));
		for (double[] ratio : ratios) {
			row.append(" %s |".formatted(told(ratio)));
		}
		return row.toString();
	}

	private static String told(double[] ratios) {
		double median = median(ratios);
		if (Double.isNaN(median)) {
			return "–";
		}
		return "%.2f".formatted(median)
				+ ((ratios.length > 1) ? " (%.2f–%.2f)".formatted(ratios[0], ratios[ratios.length - 1]) : "");
	}

	/**
	 * Compares once.
	 * @return the floor and the contestants, in their order
	 */
	private List<Player> play(String operation) throws IOException {
		List<String> names = new ArrayList<>(List.of(Comparison.FLOOR));
		names.addAll(this.contestants);
		List<Jvm> jvms = new ArrayList<>();
		try {
			List<Player> players = new ArrayList<>();
			for (List<String> shared : this.together ? List.of(names) : names.stream().map(List::of).toList()) {
				Jvm jvm = new Jvm(this.ready, operation, shared);
				jvms.add(jvm);
				shared.forEach((name) -> players.add(new Player(jvm, name)));
			}
			for (int i = 0; i < MAX_WARM_UPS
					&& (i < MIN_WARM_UPS || players.stream().anyMatch(Player::improves)); i++) {
				for (Player player : players) {
					player.warmUp();
				}
			}
			for (int turn = 0; turn < ROUNDS * players.size(); turn++) {
				int round = turn / players.size();
				players.get((turn + round) % players.size()).turn();
			}
			return players;
		}
		finally {
			jvms.forEach(Jvm::end);
		}
	}

	/**
	 * Sorts the values.
	 */
	static double median(double[] values) {
		Arrays.sort(values);
		return values[values.length / 2];
	}

	/**
	 * A JVM for one contestant or several.
	 */
	private static final class Jvm {

		private final String operation;

		private final Process process;

		private final BufferedReader answers;

		Jvm(boolean ready, String operation, List<String> contestants) throws IOException {
			this.operation = operation;
			List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"),
					"-Xmx1g", "-cp", System.getProperty("java.class.path"), TurnsWorker.class.getName()));
			if (ready) {
				command.add(TurnsWorker.READY);
			}
			command.add(operation);
			command.addAll(contestants);
			this.process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
			this.answers = new BufferedReader(
					new InputStreamReader(this.process.getInputStream(), StandardCharsets.UTF_8));
		}

		double work(String contestant, int millis) throws IOException {
			this.process.getOutputStream().write((contestant + " " + millis + "\n").getBytes(StandardCharsets.UTF_8));
			this.process.getOutputStream().flush();
			String answer = this.answers.readLine();
			if (answer == null) {
				throw new IllegalStateException(
						"Contestant '" + contestant + "' cannot do " + this.operation + ", or has failed");
			}
			return Double.parseDouble(answer);
		}

		void end() {
			this.process.destroy();
		}

	}

	/**
	 * A contestant and what its operations cost.
	 */
	private static final class Player {

		private final Jvm jvm;

		private final String name;

		private final List<Double> costs = new ArrayList<>();

		private double best = Double.MAX_VALUE;

		private int calm;

		Player(Jvm jvm, String name) {
			this.jvm = jvm;
			this.name = name;
		}

		void warmUp() throws IOException {
			double cost = this.jvm.work(this.name, WARM_UP_MILLIS);
			this.calm = (cost <= 0.95 * this.best) ? 0 : this.calm + 1;
			this.best = Math.min(this.best, cost);
		}

		boolean improves() {
			return this.calm < CALM;
		}

		void turn() throws IOException {
			this.costs.add(this.jvm.work(this.name, TURN_MILLIS));
		}

		double median() {
			return Turns.median(this.costs.stream().mapToDouble(Double::doubleValue).toArray());
		}

		double median(Player floor) {
			double[] ratios = new double[this.costs.size()];
			Arrays.setAll(ratios, (round) -> this.costs.get(round) / floor.costs.get(round));
			return Turns.median(ratios);
		}

	}

}
