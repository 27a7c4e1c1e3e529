package io.dkmio.benchmarks;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Item types and repositories, as many as wanted, written and compiled for a measurement.
 * All are alike: an item of ten properties with a nested record, a list, an index and a
 * version, and a repository with eight methods of its own.
 */
final class GeneratedShop {

	/** Where they are. */
	static final String PACKAGE = "io.dkmio.benchmarks.generated";

	/** How many methods a repository declares. */
	static final int METHODS = 8;

	private GeneratedShop() {
	}

	private static String item(int number) {
		return """
				package %1$s;
				@io.dkmio.core.mapping.Item(pk = "CUSTOMER#{customerId}", sk = "ITEM%2$d#{itemId}")
				@io.dkmio.core.mapping.GlobalIndex(name = "gsi1", pk = "STATUS%2$d#{status}", sk = "{placedAt}#{itemId}")
				public record Item%2$d(String customerId, String itemId, String status, java.time.Instant placedAt,
						java.math.BigDecimal total, int quantity, boolean gift, java.util.List<Line> lines,
						java.util.Set<String> tags, @org.springframework.data.annotation.Version Long version) {
					public record Line(String sku, int quantity, java.math.BigDecimal price) { }
					public record Id(String customerId, String itemId) { }
				}
				"""
			.formatted(PACKAGE, number);
	}

	/** The same for Spring Data's store in memory, which has neither keys nor tables. */
	private static String keyValueItem(int number) {
		return """
				package %1$s;
				@org.springframework.data.keyvalue.annotation.KeySpace("ITEM%2$d")
				public record Item%2$d(@org.springframework.data.annotation.Id String id, String customerId, String itemId,
						String status, java.time.Instant placedAt, java.math.BigDecimal total, int quantity, boolean gift,
						java.util.List<Line> lines, java.util.Set<String> tags) {
					public record Line(String sku, int quantity, java.math.BigDecimal price) { }
				}
				"""
			.formatted(PACKAGE, number);
	}

	private static String keyValueRepository(int number) {
		return """
				package %1$s;
				import java.util.*;
				public interface Item%2$dRepository extends org.springframework.data.repository.ListCrudRepository<Item%2$d, String> {
					Optional<Item%2$d> findByCustomerIdAndItemId(String customerId, String itemId);
					List<Item%2$d> findByCustomerId(String customerId);
					List<Item%2$d> findByCustomerIdAndItemIdIn(String customerId, Collection<String> ids);
					List<Item%2$d> findByStatusOrderByPlacedAtDesc(String status);
					List<Item%2$d> findByStatusAndPlacedAtGreaterThan(String status, java.time.Instant from);
					List<Item%2$d> findByCustomerIdAndTotalGreaterThan(String customerId, java.math.BigDecimal total);
					boolean existsByCustomerId(String customerId);
					long countByStatus(String status);
				}
				"""
			.formatted(PACKAGE, number);
	}

	private static String repository(int number) {
		return """
				package %1$s;
				import java.util.*;
				import org.springframework.data.domain.*;
				public interface Item%2$dRepository extends io.dkmio.repository.DynamoRepository<Item%2$d, Item%2$d.Id> {
					Optional<Item%2$d> findByCustomerIdAndItemId(String customerId, String itemId);
					List<Item%2$d> findByCustomerId(String customerId);
					List<Item%2$d> findByCustomerIdAndItemIdIn(String customerId, Collection<String> ids);
					List<Item%2$d> findByStatusOrderByPlacedAtDesc(String status, Limit limit);
					Window<Item%2$d> findByStatusAndPlacedAtGreaterThan(String status, java.time.Instant from,
							ScrollPosition position, Limit limit);
					List<Item%2$d> findByCustomerIdAndTotalGreaterThan(String customerId, java.math.BigDecimal total);
					boolean existsByCustomerId(String customerId);
					long countByStatus(String status);
				}
				"""
			.formatted(PACKAGE, number);
	}

	/**
	 * Compiles items and repositories.
	 * @param directory where their classes go
	 * @param count how many of each
	 */
	static void compile(Path directory, int count) throws IOException {
		compile(directory, count, GeneratedShop::item, GeneratedShop::repository);
	}

	/**
	 * Compiles items and repositories of Spring Data's store in memory.
	 * @param directory where their classes go
	 * @param count how many of each
	 */
	static void compileKeyValue(Path directory, int count) throws IOException {
		compile(directory, count, GeneratedShop::keyValueItem, GeneratedShop::keyValueRepository);
	}

	private static void compile(Path directory, int count, IntFunction<String> item, IntFunction<String> repository)
			throws IOException {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		if (compiler == null) {
			throw new IllegalStateException("Start-up is measured with a JDK: a JRE has no compiler");
		}
		List<JavaFileObject> sources = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			sources.add(new Source("Item" + i, item.apply(i)));
			sources.add(new Source("Item" + i + "Repository", repository.apply(i)));
		}
		Files.createDirectories(directory);
		List<String> options = List.of("-d", directory.toString(), "-parameters", "-proc:none", "-nowarn", "-classpath",
				System.getProperty("java.class.path"));
		if (!compiler.getTask(null, null, null, options, null, sources).call()) {
			throw new IllegalStateException("The generated items were not compiled, see above");
		}
	}

	/**
	 * The class path of a JVM that has them.
	 */
	static String classPath(Path directory) {
		return directory + File.pathSeparator + System.getProperty("java.class.path");
	}

	/**
	 * A source that is in memory alone.
	 */
	private static final class Source extends SimpleJavaFileObject {

		private final String text;

		private Source(String name, String text) {
			super(URI.create("string:///" + PACKAGE.replace('.', '/') + "/" + name + Kind.SOURCE.extension),
					Kind.SOURCE);
			this.text = text;
		}

		@Override
		public CharSequence getCharContent(boolean ignoreEncodingErrors) {
			return this.text;
		}

	}

}
