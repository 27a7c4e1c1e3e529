package io.dkmio.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Contestants of one JVM, which work when {@link Turns} says so.
 */
final class TurnsWorker {

	/** What can be compared. */
	static final Map<String, Function<Contestant, Object>> OPERATIONS = operations();

	/** Whether clients have their answers ready. */
	static final String READY = "ready";

	private static final int EXAMPLE = 3;

	@SuppressWarnings("UnusedVariable") // so that the compiler leaves nothing out
	private static volatile @Nullable Object last;

	private TurnsWorker() {
	}

	private static Map<String, Function<Contestant, Object>> operations() {
		Map<String, Function<Contestant, Object>> operations = new LinkedHashMap<>();
		operations.put("toItem", (contestant) -> contestant.toItem(EXAMPLE));
		operations.put("fromItem", (contestant) -> contestant.fromItem(EXAMPLE));
		operations.put("get", Contestant::get);
		operations.put("put", Contestant::put);
		operations.put("update", Contestant::update);
		operations.put("query100", Contestant::query100);
		operations.put("query1000", Contestant::query1000);
		operations.put("batchGet250", Contestant::batchGet250);
		operations.put("batchWrite250", (contestant) -> {
			contestant.batchWrite250();
			return contestant;
		});
		operations.put("transaction5", (contestant) -> {
			contestant.transaction5();
			return contestant;
		});
		return operations;
	}

	/**
	 * Reads who is to work and for how many milliseconds, and writes what an operation
	 * cost, until there is nothing more to read.
	 * @param args {@link #READY} or not, the operation, and the contestants
	 * @throws IOException if standard input fails
	 */
	public static void main(String[] args) throws IOException {
		boolean ready = args[0].equals(READY);
		List<String> names = List.of(args).subList(ready ? 1 : 0, args.length);
		Map<String, Supplier<Object>> contestants = new LinkedHashMap<>();
		for (String name : names.subList(1, names.size())) {
			contestants.put(name,
					operation(names.get(0), ready ? Contestant.of(name, ReadyClient::new) : Contestant.of(name)));
		}
		BufferedReader turns = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		for (String turn = turns.readLine(); turn != null; turn = turns.readLine()) {
			String[] words = turn.split(" ", 2);
			System.out.println(work(Objects.requireNonNull(contestants.get(words[0])), Long.parseLong(words[1])));
		}
	}

	private static Supplier<Object> operation(String name, Contestant contestant) {
		Function<Contestant, Object> operation = Objects.requireNonNull(OPERATIONS.get(name), name);
		return () -> operation.apply(contestant);
	}

	/**
	 * What an operation costs.
	 * @return nanoseconds of the CPU, or not a number if there is no such operation
	 */
	static double work(Supplier<Object> operation, long millis) {
		Map<Long, Long> before = ThreadCpuProfiler.times();
		long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
		int operations = 0;
		try {
			while (System.nanoTime() < end) {
				last = operation.get();
				operations++;
			}
		}
		catch (UnsupportedOperationException ex) {
			return Double.NaN;
		}
		return (double) ThreadCpuProfiler.spentSince(before) / operations;
	}

}
