package io.dkmio.boot.autoconfigure;

import java.util.concurrent.atomic.AtomicInteger;

import io.dkmio.embedded.EmbeddedDynamo;
import io.dkmio.embedded.EmbeddedDynamoOptions;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * A database of an application context in a server of the JVM. It ends with the context.
 */
final class EmbeddedDatabase implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(EmbeddedDatabase.class);

	private static final String PERSISTENT = "dkmio";

	private static final int HIGHEST_PORT = 65535;

	private static final AtomicInteger CONTEXTS = new AtomicInteger();

	private final EmbeddedServers.Lease lease;

	private final String name;

	EmbeddedDatabase(DynamoProperties.Embedded properties, SchemaMode schema) {
		EmbeddedDynamoOptions options = options(properties);
		this.name = name(properties.database(), options.dataDirectory() != null);
		this.lease = lease(options);
		logger.warn("No endpoint of DynamoDB is configured and dkmio-embedded is on the class path: using DynamoDB"
				+ " Local in this JVM, at " + server().endpoint() + ", "
				+ ((options.dataDirectory() != null) ? "with its data in " + options.dataDirectory()
						: "with its data in memory")
				+ ((schema == SchemaMode.CREATE) ? ", and creating the tables" : "")
				+ ". For development and tests only.");
	}

	private static EmbeddedDynamoOptions options(DynamoProperties.Embedded properties) {
		int port = properties.port();
		if (port < 0 || port > HIGHEST_PORT) {
			throw new InvalidDynamoConfigurationException("dkmio.embedded.port", "there is no port " + port,
					"Use 0 for a free port, or one up to " + HIGHEST_PORT);
		}
		EmbeddedDynamoOptions options = EmbeddedDynamoOptions.defaults().withPort(port);
		return (properties.dataDirectory() != null) ? options.withDataDirectory(properties.dataDirectory()) : options;
	}

	private static EmbeddedServers.Lease lease(EmbeddedDynamoOptions options) {
		try {
			return EmbeddedServers.SHARED.lease(options);
		}
		catch (IllegalStateException ex) {
			throw new EmbeddedServerException(ex);
		}
	}

	private static String name(@Nullable String configured, boolean persistent) {
		if (StringUtils.hasText(configured)) {
			if (!configured.matches("[a-zA-Z0-9]{1,128}")) {
				throw new InvalidDynamoConfigurationException("dkmio.embedded.database",
						"'" + configured + "' is no name of a database", "Use 1 to 128 letters and digits");
			}
			return configured;
		}
		return persistent ? PERSISTENT : PERSISTENT + CONTEXTS.incrementAndGet();
	}

	EmbeddedDynamo server() {
		return this.lease.server();
	}

	String name() {
		return this.name;
	}

	@Override
	public void close() {
		this.lease.close();
	}

}
