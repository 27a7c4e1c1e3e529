package io.dkmio.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;

/**
 * Copies the benchmarks' jar without dkmio, so that applications without it can be
 * measured.
 */
final class JarWithoutDkmio {

	private final boolean springData;

	/**
	 * Creates a copy to be written.
	 * @param springData whether Spring Data stays in it
	 */
	JarWithoutDkmio(boolean springData) {
		this.springData = springData;
	}

	void write(Path from, Path to) throws IOException {
		try (JarFile jar = new JarFile(from.toFile());
				JarOutputStream copy = new JarOutputStream(new BufferedOutputStream(Files.newOutputStream(to)))) {
			for (JarEntry entry : Collections.list(jar.entries())) {
				if (isKept(entry.getName())) {
					copy.putNextEntry(new JarEntry(entry.getName()));
					try (InputStream content = jar.getInputStream(entry)) {
						copy.write(content(entry.getName(), content.readAllBytes()));
					}
				}
			}
		}
	}

	private boolean isKept(String name) {
		if (name.startsWith("io/dkmio/")) {
			return name.startsWith("io/dkmio/benchmarks/Started");
		}
		return !name.startsWith("io/awspring/") && (this.springData || !name.startsWith("org/springframework/data/"));
	}

	private byte[] content(String name, byte[] content) {
		if (!name.equals("META-INF/spring.factories") && !name.startsWith("META-INF/spring/")) {
			return content;
		}
		return new String(content, StandardCharsets.UTF_8).lines()
			.map(this::withoutNames)
			.collect(Collectors.joining("\n"))
			.getBytes(StandardCharsets.UTF_8);
	}

	/** Names of classes, after a key or alone. */
	private String withoutNames(String line) {
		int names = line.indexOf('=') + 1;
		return line.substring(0, names) + Arrays.stream(line.substring(names).split(","))
			.filter((name) -> isKept(name.replace('.', '/')))
			.collect(Collectors.joining(","));
	}

}
