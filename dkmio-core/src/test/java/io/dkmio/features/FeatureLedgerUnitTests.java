package io.dkmio.features;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds {@code docs/features.md} to its word: every number is there once, and every test
 * it names exists.
 */
class FeatureLedgerUnitTests {

	private static final Path ROOT = Path.of(System.getProperty("basedir", ".")).resolve("..");

	/** What the page calls a behaviour that Java has no use for. */
	private static final String REASON = "no meaning";

	private static final Pattern ROW = Pattern.compile("^\\| ([A-Z]\\d+) \\|(.*)\\|$");

	private static final Pattern REFERENCE = Pattern.compile("`(\\w+Tests)\\.(\\w+)`");

	private static final Map<String, Integer> BEHAVIOURS = Map.of("D", 181, "I", 109, "J", 76, "M", 34);

	private static final Map<String, Integer> DEFECTS = Map.of("X", 33);

	/** The rows by their numbers: their cells, the test as the last one. */
	private static final Map<String, List<String>> ROWS = new LinkedHashMap<>();

	private static final Set<String> NOT_YET = new LinkedHashSet<>();

	private static final List<String> REPEATED = new ArrayList<>();

	static {
		boolean notYet = false;
		for (String line : read(ROOT.resolve("docs/features.md")).lines().toList()) {
			if (line.startsWith("## ")) {
				notYet = line.equals("## Not yet");
			}
			for (MatchResult row : ROW.matcher(line).results().toList()) {
				List<String> cells = Arrays.stream(row.group(2).split("\\|")).map(String::strip).toList();
				boolean repeated = notYet ? !NOT_YET.add(row.group(1)) : ROWS.put(row.group(1), cells) != null;
				if (repeated || (notYet && ROWS.containsKey(row.group(1)))) {
					REPEATED.add(row.group(1));
				}
			}
		}
	}

	@Test
	void hasEveryNumberOnce() {
		assertThat(numbers(BEHAVIOURS)).hasSize(400);
		Set<String> found = new LinkedHashSet<>(ROWS.keySet());
		found.addAll(NOT_YET);
		List<String> all = new ArrayList<>(numbers(BEHAVIOURS));
		all.addAll(numbers(DEFECTS));
		assertThat(found).containsExactlyInAnyOrderElementsOf(all);
		assertThat(REPEATED).as("numbers that are there twice").isEmpty();
	}

	@Test
	void saysForEachWhatItIsHereAndWhatShowsIt() {
		ROWS.forEach((number, cells) -> {
			assertThat(cells).as(number).hasSize(number.startsWith("X") ? 4 : 3);
			assertThat(cells.get(0)).as(number).isNotEmpty();
			String shown = cells.get(cells.size() - 1);
			if (shown.equals(REASON)) {
				assertThat(cells.get(1)).as("reason of %s", number).isNotEmpty();
			}
			else {
				assertThat(REFERENCE.matcher(shown).results()).as("tests of %s", number).isNotEmpty();
				assertThat(REFERENCE.matcher(shown).replaceAll("").replace(",", "")).as("tests of %s", number)
					.isBlank();
			}
		});
	}

	@Test
	void namesTestsThatExist() {
		Map<String, List<String>> sources = sources();
		ROWS.forEach((number, cells) -> REFERENCE.matcher(cells.get(cells.size() - 1)).results().forEach((test) -> {
			boolean exists = sources.getOrDefault(test.group(1), List.of())
				.stream()
				.anyMatch((source) -> isTest(source, test.group(2)));
			assertThat(exists).as("%s names the test %s, which there is", number, test.group()).isTrue();
		}));
	}

	@Test
	void hasATestForEveryDefect() {
		numbers(DEFECTS).stream()
			.filter((number) -> !NOT_YET.contains(number))
			.forEach((number) -> assertThat(ROWS.get(number)).as(number).last().asString().contains("Tests."));
	}

	@Test
	void givesFewReasons(TestReporter report) {
		List<String> reasons = ROWS.entrySet()
			.stream()
			.filter((row) -> row.getValue().get(row.getValue().size() - 1).equals(REASON))
			.map(Map.Entry::getKey)
			.toList();
		report.publishEntry("numbers that are not covered yet", NOT_YET.size() + " " + NOT_YET);
		report.publishEntry("numbers with a reason", reasons.size() + " " + reasons);
		assertThat(reasons).hasSizeLessThan(15);
	}

	private static List<String> numbers(Map<String, Integer> ranges) {
		return ranges.entrySet()
			.stream()
			.flatMap((range) -> IntStream.rangeClosed(1, range.getValue()).mapToObj((i) -> range.getKey() + i))
			.toList();
	}

	/**
	 * Whether a source declares the method, with an annotation that makes it a test.
	 */
	private static boolean isTest(String source, String method) {
		String declared = "(?m)^\\s+(?:(?:final|public|static) )*(?:void|\\w+<\\w+>) " + method + "\\(";
		return Pattern.compile(declared).matcher(source).results().anyMatch((found) -> {
			String before = source.substring(0, found.start());
			String annotations = before.substring(before.lastIndexOf("\n\n") + 1);
			return Pattern.compile("@(?:Test|ParameterizedTest|RepeatedTest|TestFactory)\\b")
				.matcher(annotations)
				.find();
		});
	}

	/**
	 * The sources of all tests of all modules, by the simple names of their classes.
	 */
	private static Map<String, List<String>> sources() {
		Map<String, List<String>> sources = new HashMap<>();
		try (Stream<Path> modules = Files.list(ROOT)) {
			for (Path tests : modules.map((module) -> module.resolve("src/test/java"))
				.filter(Files::isDirectory)
				.toList()) {
				try (Stream<Path> files = Files.walk(tests)) {
					files.filter((file) -> file.toString().endsWith("Tests.java"))
						.forEach((file) -> sources
							.computeIfAbsent(file.getFileName().toString().replace(".java", ""),
									(name) -> new ArrayList<>())
							.add(read(file)));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return sources;
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("There is nothing to read at " + file.toAbsolutePath(), ex);
		}
	}

}
