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

	private static final AtomicInteger CONTEXTS = new AtomicInteger();

	private final EmbeddedServers.Lease lease;

	private final String name;

	EmbeddedDatabase(DynamoProperties.Embedded properties, SchemaMode schema) {
		EmbeddedDynamoOptions options = EmbeddedDynamoOptions.defaults().withPort(properties.port());
		if (properties.dataDirectory() != null) {
			options = options.withDataDirectory(properties.dataDirectory());
		}
		this.name = name(properties.database(), options.dataDirectory() != null);
		this.lease = EmbeddedServers.SHARED.lease(options);
		logger.warn("No endpoint of DynamoDB is configured and dkmio-embedded is on the class path: using DynamoDB"
				+ " Local in this JVM, at " + server().endpoint() + ", "
				+ ((options.dataDirectory() != null) ? "with its data in " + options.dataDirectory()
						: "with its data in memory")
				+ ((schema == SchemaMode.CREATE) ? ", and creating the tables" : "")
				+ ". For development and tests only.");
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
