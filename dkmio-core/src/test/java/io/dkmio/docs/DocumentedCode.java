package io.dkmio.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A page of the documentation whose Java code is compiled: each of its Java blocks occurs
 * in the source of a test, whatever the indentation.
 */
final class DocumentedCode {

	private static final Path MODULE = Path.of(System.getProperty("basedir", "."));

	private static final Pattern JAVA = Pattern.compile("^```java\\R(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

	private final String page;

	private DocumentedCode(String page) {
		this.page = page;
	}

	/**
	 * Reads a page.
	 * @param name its name in the directory {@code docs}
	 */
	static DocumentedCode page(String name) {
		return new DocumentedCode(read(MODULE.resolve("../docs").resolve(name)));
	}

	/**
	 * Asserts that the source of a test contains every Java block of the page.
	 */
	void isCompiledIn(Class<?> test) {
		String source = withoutIndentation(
				read(MODULE.resolve("src/test/java").resolve(test.getName().replace('.', '/') + ".java")));
		assertThat(blocks()).isNotEmpty().allSatisfy((block) -> assertThat(source).contains(block));
	}

	/**
	 * Asserts that the page shows a text as it is.
	 */
	void shows(String text) {
		assertThat(withoutIndentation(this.page)).contains(withoutIndentation(text));
	}

	private List<String> blocks() {
		return JAVA.matcher(this.page).results().map((block) -> withoutIndentation(block.group(1))).toList();
	}

	private static String withoutIndentation(String text) {
		return text.lines().map(String::strip).filter((line) -> !line.isEmpty()).collect(Collectors.joining("\n"));
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new IllegalStateException("No documentation or source to read at " + file.toAbsolutePath(), ex);
		}
	}

}
