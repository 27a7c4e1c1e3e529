package io.dkmio.embedded;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the server from filling the log: DynamoDB Local writes a line for every request
 * and a stack trace for every error it answers, and Jetty a few at start and stop.
 * Whatever a user has configured stays.
 */
final class QuietLogging {

	private static final String LOG4J_PROVIDER = "log4j.provider";

	private static final List<String> LOG4J_CHOICES = List.of(LOG4J_PROVIDER, "log4j2.provider",
			"log4j2.loggerContextFactory");

	private static final List<String> LOG4J_PROVIDERS = List
		.of("META-INF/services/org.apache.logging.log4j.spi.Provider", "META-INF/log4j-provider.properties");

	private QuietLogging() {
	}

	/**
	 * DynamoDB Local logs through the Log4j API, which complains on the console when it
	 * finds nothing to log with. It is told to use the simple logger inside the API,
	 * which writes errors only. Log4j reads the property once, so it does not stay.
	 */
	static synchronized void beforeLoading() throws ClassNotFoundException {
		if (LOG4J_CHOICES.stream().anyMatch((choice) -> System.getProperty(choice) != null) || hasLog4jProvider()) {
			return;
		}
		System.setProperty(LOG4J_PROVIDER, "org.apache.logging.log4j.simple.internal.SimpleProvider");
		try {
			Class.forName("org.apache.logging.log4j.LogManager");
		}
		finally {
			System.clearProperty(LOG4J_PROVIDER);
		}
	}

	private static boolean hasLog4jProvider() {
		return hasLog4jProvider(QuietLogging.class.getClassLoader())
				|| hasLog4jProvider(Thread.currentThread().getContextClassLoader());
	}

	private static boolean hasLog4jProvider(@Nullable ClassLoader loader) {
		return loader != null && LOG4J_PROVIDERS.stream().anyMatch((name) -> loader.getResource(name) != null);
	}

	/**
	 * With Logback, sets the levels nobody has set. Called again for every client,
	 * because Spring Boot resets Logback when an application context ends.
	 */
	static void apply() {
		ILoggerFactory loggers = LoggerFactory.getILoggerFactory();
		if (loggers.getClass().getName().equals("ch.qos.logback.classic.LoggerContext")) {
			try {
				setUnlessConfigured(loggers, "software.amazon.dynamodb.services.local", "ERROR");
				setUnlessConfigured(loggers, "org.eclipse.jetty", "WARN");
			}
			catch (ReflectiveOperationException ex) {
				LoggerFactory.getLogger(QuietLogging.class)
					.debug("Could not lower the log level of DynamoDB Local", ex);
			}
		}
	}

	private static void setUnlessConfigured(ILoggerFactory loggers, String name, String level)
			throws ReflectiveOperationException {
		for (String prefix = name; !prefix.isEmpty(); prefix = parent(prefix)) {
			if (level(loggers.getLogger(prefix)) != null) {
				return;
			}
		}
		Logger logger = loggers.getLogger(name);
		Class<?> type = logger.getClass().getMethod("getLevel").getReturnType();
		Object value = type.getMethod("valueOf", String.class).invoke(null, level);
		logger.getClass().getMethod("setLevel", type).invoke(logger, value);
	}

	private static @Nullable Object level(Logger logger) throws ReflectiveOperationException {
		return logger.getClass().getMethod("getLevel").invoke(logger);
	}

	private static String parent(String name) {
		return name.substring(0, Math.max(0, name.lastIndexOf('.')));
	}

}
