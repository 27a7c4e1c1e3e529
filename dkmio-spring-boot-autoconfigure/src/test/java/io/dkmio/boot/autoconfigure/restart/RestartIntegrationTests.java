package io.dkmio.boot.autoconfigure.restart;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.dkmio.boot.autoconfigure.DynamoClientAutoConfiguration;
import io.dkmio.boot.autoconfigure.DynamoDataAutoConfiguration;
import io.dkmio.boot.autoconfigure.DynamoEmbeddedAutoConfiguration;
import io.dkmio.boot.autoconfigure.DynamoRepositoriesAutoConfiguration;
import io.dkmio.boot.autoconfigure.DynamoSchemaAutoConfiguration;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.devtools.restart.classloader.RestartClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * dkmio in the class loader that stays, and the application in those of DevTools that
 * come and go.
 */
class RestartIntegrationTests {

	private final URL classes = Restarted.class.getProtectionDomain().getCodeSource().getLocation();

	@Test
	void usesTheTypesOfEachRestart() throws Exception {
		List<Class<?>> types = new ArrayList<>();
		for (int restart = 0; restart < 3; restart++) {
			try (RestartClassLoader loader = new RestartClassLoader(getClass().getClassLoader(),
					new URL[] { this.classes })) {
				List<Object> found = run(loader);
				assertThat(found).hasSize(4)
					.allSatisfy((each) -> assertThat(each.getClass().getClassLoader()).isSameAs(loader));
				assertThat(found.get(1)).isEqualTo(found.get(0)).isEqualTo(found.get(3));
				assertThat(found.get(2)).hasToString("Summary[text=hello]");
				types.add(found.get(0).getClass());
			}
		}
		assertThat(types).doesNotHaveDuplicates().doesNotContain(Note.class);
	}

	private static List<Object> run(ClassLoader loader) throws Exception {
		Class<?> application = loader.loadClass(Restarted.class.getName());
		assertThat(application).isNotSameAs(Restarted.class);
		List<Object> found = new ArrayList<>();
		new ApplicationContextRunner().withClassLoader(loader)
			.withConfiguration(AutoConfigurations.of(DynamoEmbeddedAutoConfiguration.class,
					DynamoClientAutoConfiguration.class, DynamoDataAutoConfiguration.class,
					DynamoSchemaAutoConfiguration.class, DynamoRepositoriesAutoConfiguration.class))
			.withUserConfiguration(application)
			.withPropertyValues("dkmio.table.name=notes")
			.run((context) -> found.addAll(use(context, application)));
		return found;
	}

	@SuppressWarnings("unchecked")
	private static List<Object> use(ApplicationContext context, Class<?> application) {
		return ((Function<ApplicationContext, List<Object>>) context.getBean(application)).apply(context);
	}

}
