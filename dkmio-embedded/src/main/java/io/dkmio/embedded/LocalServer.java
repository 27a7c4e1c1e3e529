package io.dkmio.embedded;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * DynamoDB Local's request handlers behind a Jetty server of our own. This is the only
 * place that knows the names inside DynamoDB Local, and it reaches them by reflection.
 * <p>
 * Its own server class is not used: that one listens on every network interface, is told
 * its port beforehand, prints a banner and sends telemetry. Here the connector is bound
 * to 127.0.0.1, Jetty picks the free port, and telemetry is never configured.
 */
final class LocalServer {

	static final String HOST = "127.0.0.1";

	private static final String PACKAGE = "software.amazon.dynamodb.services.local.server.";

	private final Database database;

	private final Server server;

	private final ServerConnector connector;

	private LocalServer(Database database) {
		this.database = database;
		QueuedThreadPool threads = new QueuedThreadPool();
		threads.setName("dkmio-embedded");
		threads.setDaemon(true);
		this.server = new Server(threads);
		HttpConfiguration http = new HttpConfiguration();
		http.setSendServerVersion(false);
		this.connector = new ServerConnector(this.server, 1, 1, new HttpConnectionFactory(http));
		this.connector.setHost(HOST);
		this.server.addConnector(this.connector);
		this.server.setHandler(database.handler());
	}

	static LocalServer start(EmbeddedDynamoOptions options) {
		LocalServer local = new LocalServer(Database.open(options.dataDirectory()));
		try {
			local.connector.setPort(options.port());
			local.server.start();
			return local;
		}
		catch (Exception ex) {
			IllegalStateException failure = new IllegalStateException(
					"Could not start DynamoDB Local on " + HOST + ", port " + options.port() + ": " + ex.getMessage()
							+ ". Choose a port nothing listens on, or 0 for a free one",
					ex);
			local.stopAfter(failure);
			throw failure;
		}
	}

	int port() {
		return this.connector.getLocalPort();
	}

	void stop() {
		try {
			this.server.stop();
		}
		catch (Exception ex) {
			throw new IllegalStateException("Could not stop the server of DynamoDB Local: " + ex.getMessage(), ex);
		}
		finally {
			this.database.shutdown();
		}
	}

	private void stopAfter(IllegalStateException failure) {
		try {
			stop();
		}
		catch (RuntimeException ex) {
			failure.addSuppressed(ex);
		}
	}

	/**
	 * What is behind the HTTP server.
	 */
	private record Database(Object requests, Method shutdownMethod, Handler handler) {

		static Database open(@Nullable Path directory) {
			String path = (directory != null) ? create(directory) : null;
			try {
				QuietLogging.beforeLoading();
				Class<?> requestsType = Class.forName(PACKAGE + "DynamoDBRequestHandler");
				Class<?> type = Class.forName(PACKAGE + "LocalDynamoDBRequestHandler");
				Class<?> handlerType = Class.forName(PACKAGE + "LocalDynamoDBServerHandler");
				Method shutdown = type.getMethod("shutdown");
				// authority level, in memory, path, one database for all, slow status
				// changes
				Object requests = type
					.getConstructor(int.class, boolean.class, String.class, boolean.class, boolean.class)
					.newInstance(0, path == null, path, false, false);
				// the second argument lists the origins allowed by CORS
				Handler handler = (Handler) handlerType.getConstructor(requestsType, String.class)
					.newInstance(requests, null);
				return new Database(requests, shutdown, handler);
			}
			catch (ReflectiveOperationException | LinkageError ex) {
				throw notUsable(ex);
			}
		}

		void shutdown() {
			try {
				this.shutdownMethod.invoke(this.requests);
			}
			catch (ReflectiveOperationException ex) {
				throw new IllegalStateException("Could not close the databases of DynamoDB Local: " + cause(ex), ex);
			}
		}

		private static String create(Path directory) {
			try {
				return Files.createDirectories(directory).toAbsolutePath().toString();
			}
			catch (IOException ex) {
				throw new IllegalStateException(
						"Could not use " + directory + " as the data directory of DynamoDB Local: " + ex
								+ ". Name a directory that exists or can be created, and can be written to",
						ex);
			}
		}

		private static IllegalStateException notUsable(Throwable ex) {
			Throwable cause = cause(ex);
			if (cause instanceof ClassNotFoundException || cause instanceof LinkageError) {
				return new IllegalStateException("Could not start DynamoDB Local, because it is not whole on the class"
						+ " path: " + cause + ". dkmio-embedded brings software.amazon.dynamodb:DynamoDBLocal and"
						+ " com.almworks.sqlite4java:sqlite4java with it: do not exclude them or what they need, or"
						+ " configure the endpoint of another DynamoDB", ex);
			}
			return new IllegalStateException(
					"Could not start DynamoDB Local: " + cause
							+ ". When another version of it is on the class path, use the one dkmio-embedded brings",
					ex);
		}

		private static Throwable cause(Throwable ex) {
			Throwable cause = (ex instanceof InvocationTargetException) ? ex.getCause() : null;
			return (cause != null) ? cause : ex;
		}

	}

}
