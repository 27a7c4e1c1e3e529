package io.dkmio.boot.autoconfigure;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.schema.SchemaExport;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Writes down the tables of an application from the command line. The application is not
 * started, and no database is asked: its configuration files are read, and its packages
 * are searched for item types.
 *
 * <pre class="code">
 * java -cp … io.dkmio.boot.autoconfigure.ExportSchema --packages=com.example.shop --format=terraform
 * </pre>
 *
 * Any property can be given as well, such as {@code --dkmio.table.name=shop} or
 * {@code --spring.profiles.active=prod}.
 *
 * @since 1.0
 */
public final class ExportSchema {

	private static final String USAGE = """
			Writes down the tables and items of an application, without starting it.

			  --packages=…     the packages with the item types, separated by commas
			  --format=…       cloudformation, terraform, workbench or markdown
			  --output=…       the file to write, by default standard output
			  --name=…         the name of the NoSQL Workbench model, by default that of the application
			  --config=…       configuration classes with table definitions or conversions, separated by commas
			  --any.property=… as for the application
			""";

	private ExportSchema() {
	}

	/**
	 * Runs the export.
	 * @param arguments the options
	 */
	public static void main(String[] arguments) {
		keepLogsOffStandardOutput();
		int status = run(arguments, System.out, System.err);
		if (status != 0) {
			System.exit(status);
		}
	}

	private static void keepLogsOffStandardOutput() {
		LoggingSystem.get(ExportSchema.class.getClassLoader()).beforeInitialize();
	}

	static int run(String[] arguments, PrintStream out, PrintStream err) {
		SimpleCommandLinePropertySource options = new SimpleCommandLinePropertySource(arguments);
		String packages = options.getProperty("packages");
		Function<Model, String> format = format(options.getProperty("format"));
		if (!StringUtils.hasText(packages) || format == null || options.containsProperty("nonOptionArgs")) {
			err.print(USAGE);
			return 2;
		}
		try {
			String text = read(options, StringUtils.commaDelimitedListToStringArray(packages.replace(" ", "")), format);
			String output = options.getProperty("output");
			if (output != null) {
				Files.writeString(Path.of(output), text);
			}
			else {
				out.write(text.getBytes(StandardCharsets.UTF_8));
				out.flush();
			}
			return 0;
		}
		catch (IOException ex) {
			err.println("The export cannot be written: " + ex);
			return 1;
		}
		catch (RuntimeException ex) {
			err.println(reason(ex));
			return 1;
		}
	}

	/** What the innermost cause says is what can be put right. */
	private static String reason(RuntimeException ex) {
		Throwable cause = ex;
		while (cause.getCause() != null) {
			cause = cause.getCause();
		}
		return "The tables cannot be exported: " + cause.getMessage();
	}

	private static String read(SimpleCommandLinePropertySource options, String[] packages,
			Function<Model, String> format) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(options);
		ConfigDataEnvironmentPostProcessor.applyTo(environment);
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			context.setEnvironment(environment);
			AutoConfigurationPackages.register(context, packages);
			context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
			context.register(configurations(options.getProperty("config")));
			context.refresh();
			String name = options.getProperty("name");
			return format.apply(new Model(context.getBean(DynamoMappingContext.class),
					(name != null) ? name : environment.getProperty("spring.application.name", "dkmio")));
		}
	}

	private static Class<?>[] configurations(@Nullable String names) {
		List<Class<?>> configurations = new ArrayList<>();
		for (String name : StringUtils.commaDelimitedListToStringArray(names)) {
			configurations.add(ClassUtils.resolveClassName(name.strip(), ExportSchema.class.getClassLoader()));
		}
		configurations.add(DynamoDataAutoConfiguration.class);
		return configurations.toArray(Class<?>[]::new);
	}

	private static @Nullable Function<Model, String> format(@Nullable String name) {
		return switch (String.valueOf(name).toLowerCase(Locale.ROOT)) {
			case "cloudformation" -> (model) -> model.export().toCloudFormation();
			case "terraform" -> (model) -> model.export().toTerraform();
			case "workbench" -> (model) -> model.export().toWorkbench(model.name());
			case "markdown" -> (model) -> model.export().toMarkdown();
			default -> null;
		};
	}

	private record Model(DynamoMappingContext context, String name) {

		SchemaExport export() {
			return SchemaExport.of(this.context);
		}

	}

}
