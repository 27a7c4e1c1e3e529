package io.dkmio.boot.test.shop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.dkmio.boot.test.DataDynamoTest;
import io.dkmio.boot.test.DynamoCalls;
import io.dkmio.boot.test.DynamoFaults;
import io.dkmio.boot.test.TestTable;
import io.dkmio.core.DynamoTemplate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Limit;

import static io.dkmio.boot.test.ExpectedCall.query;
import static io.dkmio.boot.test.ValueMatcher.like;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The code of {@code docs/testing.md}, compiled and run.
 */
class TestingDocIntegrationTests {

	private static final Pattern JAVA = Pattern.compile("^```java\\R(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

	private static final Order order1 = new Order("c1", "o1", "OPEN", Instant.parse("2026-03-01T12:00:00Z"));

	private static final Order order2 = new Order("c1", "o2", "OPEN", Instant.parse("2026-03-02T12:00:00Z"));

	@Test
	void compilesTheCode() throws IOException {
		String source = withoutIndentation(
				Files.readString(Path.of("src/test/java", getClass().getName().replace('.', '/') + ".java")));
		List<String> blocks = JAVA.matcher(Files.readString(Path.of("../docs/testing.md")))
			.results()
			.map((block) -> withoutIndentation(block.group(1)))
			.toList();
		assertThat(blocks).hasSizeGreaterThan(1).allSatisfy((block) -> assertThat(source).contains(block));
	}

	private static String withoutIndentation(String text) {
		return text.lines().map(String::strip).filter((line) -> !line.isEmpty()).collect(Collectors.joining("\n"));
	}

	@Nested
	@DataDynamoTest
	class OrderRepositoryTests {

		@Autowired
		OrderRepository orders;

		@Autowired
		DynamoCalls calls;

		@Autowired
		TestTable table;

		@Test
		void pagesByStatus() {
			this.table.seed(order1, order2);
			this.orders.findByStatusOrderByPlacedAtDesc("OPEN", Limit.of(20));
			assertThat(this.calls).containsExactly(query().index("gsi1").limit(20));
			assertThat(this.table).hasItem("CUSTOMER#c1", "ORDER#o1").withAttribute("status", "OPEN");
			assertThat(this.table.find("pk", like("CUSTOMER#*"))).hasSize(2);
		}

	}

	@Nested
	@DataDynamoTest
	class FaultsTests {

		@Autowired
		DynamoTemplate dynamo;

		@Autowired
		DynamoFaults faults;

		@Autowired
		TestTable table;

		@Test
		void repeatsWhatWasLeft() {
			this.faults.leaveUnprocessed();
			this.dynamo.batchWrite((batch) -> batch.put(order1).put(order2));
			assertThat(this.table).hasSize(2);
		}

	}

}
