package io.dkmio.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

import org.springframework.util.FileSystemUtils;

/**
 * Measures what dkmio adds to the start of an application, each start in a JVM of its
 * own, and starts that are compared in turns: the starter, one table and five
 * repositories beside an application with only a client, and one with as many
 * repositories of Spring Data's store in memory, both without dkmio on their class path;
 * 1, 20 and 100 repositories; planning a method; the memory of an entity.
 *
 * <pre class="code">
 * java -cp benchmarks.jar io.dkmio.benchmarks.StartupCost 10
 * </pre>
 */
public final class StartupCost {

	/** So many repositories are measured more closely. */
	static final int MOST = 100;

	private static final int FEW = 5;

	private static final int[] REPOSITORIES = { 1, FEW, 20, MOST };

	private final Path directory;

	private final Map<Integer, Path> shops = new TreeMap<>();

	private StartupCost(Path directory) {
		this.directory = directory;
	}

	/**
	 * Measures and prints.
	 * @param args how often each is started, 10 unless given
	 * @throws IOException if a JVM cannot be started
	 * @throws InterruptedException if somebody is impatient
	 */
	public static void main(String[] args) throws IOException, InterruptedException {
		int rounds = (args.length > 0) ? Integer.parseInt(args[0]) : 10;
		Path directory = Files.createTempDirectory("dkmio-startup");
		try {
			System.out.print(new StartupCost(directory).measure(rounds));
		}
		finally {
			FileSystemUtils.deleteRecursively(directory);
		}
	}

	String measure(int rounds) throws IOException, InterruptedException {
		for (int count : REPOSITORIES) {
			Path shop = this.directory.resolve("shop-" + count);
			GeneratedShop.compile(shop, count);
			this.shops.put(count, shop);
		}
		Path jar = Path.of(System.getProperty("java.class.path"));
		Path client = this.directory.resolve("client.jar");
		new JarWithoutDkmio(false).write(jar, client);
		Path springData = this.directory.resolve("spring-data.jar");
		new JarWithoutDkmio(true).write(jar, springData);
		Path maps = this.directory.resolve("maps");
		GeneratedShop.compileKeyValue(maps, FEW);
		Map<String, List<Double>> found = new TreeMap<>();
		for (int round = 0; round < rounds; round++) {
			note(found, "client", start(StartedClient.class, client.toString(), ""));
			note(found, "maps",
					start(StartedKeyValue.class, maps + File.pathSeparator + springData, String.valueOf(FEW)));
			for (Map.Entry<Integer, Path> shop : this.shops.entrySet()) {
				note(found, "dkmio " + shop.getKey(), start(StartedApplication.class,
						GeneratedShop.classPath(shop.getValue()), String.valueOf(shop.getKey())));
			}
		}
		return table(found);
	}

	private static void note(Map<String, List<Double>> found, String name, Properties measures) {
		measures.forEach((measure, value) -> found.computeIfAbsent(name + " " + measure, (absent) -> new ArrayList<>())
			.add(Double.valueOf(value.toString())));
	}

	private Properties start(Class<?> application, String classPath, String count)
			throws IOException, InterruptedException {
		Path output = this.directory.resolve("output");
		Path log = this.directory.resolve("log");
		Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-cp", classPath,
				application.getName(), output.toString(), count)
			.redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start();
		if (process.waitFor() != 0) {
			throw new IllegalStateException("The measured application has failed:\n" + Files.readString(log));
		}
		Properties properties = new Properties();
		try (var reader = Files.newBufferedReader(output)) {
			properties.load(reader);
		}
		return properties;
	}

	private static String table(Map<String, List<Double>> found) {
		double client = median(found, "client start");
		StringBuilder text = new StringBuilder("""

				| application | context start, ms | more than a client alone, ms | ratio to 20 repositories |
				|---|---|---|---|
				""");
		text.append("| a client alone | %.0f | | |%n".formatted(client));
		double maps = median(found, "maps start");
		text.append("| a client, %d repositories of maps | %.0f | %.0f | |%n".formatted(FEW, maps, maps - client));
		double twenty = median(found, "dkmio 20 start");
		for (int count : REPOSITORIES) {
			double start = median(found, "dkmio " + count + " start");
			text.append("| dkmio, %d repositories | %.0f | %.0f | %.2f |%n".formatted(count, start, start - client,
					start / twenty));
		}
		return text.append("%nPaired difference with five repositories: %.0f ms, to those of maps %.0f ms (medians)%n"
			.formatted(paired(found, "client start", "dkmio 5 start"), paired(found, "maps start", "dkmio 5 start")))
			.append("Planning a method, warm: %.0f us%n".formatted(median(found, "dkmio 100 plan")))
			.append("Memory of an entity: %.1f kB heap, %.1f kB metaspace%n".formatted(median(found, "dkmio 100 heap"),
					median(found, "dkmio 100 metaspace")))
			.toString();
	}

	private static double paired(Map<String, List<Double>> found, String less, String more) {
		List<Double> first = found.getOrDefault(less, List.of());
		List<Double> second = found.getOrDefault(more, List.of());
		List<Double> differences = new ArrayList<>();
		for (int i = 0; i < first.size(); i++) {
			differences.add(second.get(i) - first.get(i));
		}
		return median(differences);
	}

	private static double median(Map<String, List<Double>> found, String name) {
		return median(found.getOrDefault(name, List.of()));
	}

	static double median(List<Double> values) {
		if (values.isEmpty()) {
			return Double.NaN;
		}
		List<Double> sorted = values.stream().sorted().toList();
		int middle = sorted.size() / 2;
		return (sorted.size() % 2 == 1) ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
	}

}
