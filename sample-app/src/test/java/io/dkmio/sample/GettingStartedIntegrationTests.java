package io.dkmio.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the program of {@code docs/getting-started.md}, and holds the page to it.
 */
@ExtendWith(OutputCaptureExtension.class)
class GettingStartedIntegrationTests {

	@Test
	void writesAndReadsBothTypes(CapturedOutput output) {
		GettingStarted.main(new String[0]);
		assertThat(output).contains("Customer[customerId=c1, name=Ada]")
			.contains("Order[customerId=c1, orderId=o1, total=99.5]");
	}

	@Test
	void isWhatThePageShows() throws IOException {
		String source = Files.readString(Path.of("src/main/java/io/dkmio/sample/GettingStarted.java"));
		String page = Files.readString(Path.of("../docs/getting-started.md"));
		String shown = page.substring(page.indexOf("```java\n") + 8);
		shown = shown.substring(0, shown.indexOf("```"));
		assertThat(source.replaceAll("\\s+", " ")).contains(shown.replaceAll("\\s+", " ").trim());
	}

}
