package io.dkmio.boot.autoconfigure;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

import io.dkmio.core.DynamoTemplate;
import io.dkmio.repository.support.DynamoRepositoryFactoryBean;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.preinitialize.BackgroundPreinitializer;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for {@link DynamoBackgroundPreinitializer}.
 */
class DynamoBackgroundPreinitializerUnitTests {

	private static final AtomicBoolean INITIALIZED = new AtomicBoolean();

	@Test
	void isRunBySpringBoot() {
		assertThat(SpringFactoriesLoader.forDefaultResourceLocation().load(BackgroundPreinitializer.class))
			.hasAtLeastOneElementOfType(DynamoBackgroundPreinitializer.class);
	}

	@Test
	void findsMostOfWhatAStartNeeds() {
		Set<String> found = new DynamoBackgroundPreinitializer()
			.link(DynamoTemplate.class, DynamoRepositoryFactoryBean.class)
			.stream()
			.map(Class::getName)
			.collect(Collectors.toSet());
		assertThat(found).hasSizeGreaterThan(300)
			.contains("io.dkmio.core.mapping.DynamoMappingContext", "io.dkmio.core.query.ReadPlanner",
					"io.dkmio.core.convert.AttributeSource",
					"org.springframework.data.repository.core.support.RepositoryFactorySupport")
			.allMatch((name) -> name.startsWith("io.dkmio.") || name.startsWith("org.springframework.data."));
	}

	@Test
	void initializesNoneOfTheClassesItFinds() {
		assertThat(new DynamoBackgroundPreinitializer().link(Root.class)).contains(Part.class);
		assertThat(INITIALIZED).isFalse();
		assertThat(new Part()).isNotNull();
		assertThat(INITIALIZED).isTrue();
	}

	@Test
	void doesWithoutLibrariesThatAreNotThere() throws Exception {
		URL[] classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> !entry.contains("micrometer"))
			.map(DynamoBackgroundPreinitializerUnitTests::url)
			.toArray(URL[]::new);
		try (URLClassLoader loader = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
			Class<?> type = loader.loadClass(DynamoBackgroundPreinitializer.class.getName());
			var constructor = type.getDeclaredConstructor();
			constructor.setAccessible(true);
			Runnable preinitializer = preinitialize(loader, constructor.newInstance());
			assertThatNoException().isThrownBy(preinitializer::run);
		}
	}

	private static Runnable preinitialize(ClassLoader loader, Object preinitializer) throws Exception {
		var method = loader.loadClass(BackgroundPreinitializer.class.getName()).getMethod("preinitialize");
		return () -> {
			try {
				method.invoke(preinitializer);
			}
			catch (ReflectiveOperationException ex) {
				throw new IllegalStateException(ex);
			}
		};
	}

	private static URL url(String entry) {
		try {
			return Path.of(entry).toUri().toURL();
		}
		catch (MalformedURLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static final class Root {

		Part part = new Part();

	}

	static final class Part {

		static {
			INITIALIZED.set(true);
		}

	}

}
