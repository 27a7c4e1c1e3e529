package io.dkmio.boot.autoconfigure;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What dkmio reads from the configuration, the client aside.
 *
 * @param clients Further clients by name. Each becomes the beans "[name]DynamoDbClient"
 * and "[name]DynamoTemplate", which are injected by that name only. It has the properties
 * of dkmio.client, and schema (create, validate or none).
 * @param table The single table.
 * @param tables Further tables by logical name, as in @Item(table = "audit"). Each has a
 * name (by default the logical one), partition-key, and optionally sort-key,
 * type-attribute, time-to-live, key-separator and indexes.
 * @param tablePrefix What the names of all tables begin with.
 * @param tableSuffix What the names of all tables end with.
 * @param schema What to do about tables at start-up. By default "create" with the
 * embedded server, and "none" otherwise.
 * @param mapping How types are mapped.
 * @param cursor How cursors are signed.
 * @param repositories The repositories.
 * @param embedded DynamoDB Local in this JVM.
 */
@ConfigurationProperties("dkmio")
record DynamoProperties(@DefaultValue Map<String, NamedClientProperties> clients,
		@Nullable @NestedConfigurationProperty DynamoTableProperties table,
		@DefaultValue Map<String, FurtherTableProperties> tables, @DefaultValue("") String tablePrefix,
		@DefaultValue("") String tableSuffix, @Nullable SchemaMode schema, @DefaultValue Mapping mapping,
		@DefaultValue Cursor cursor, @DefaultValue Repositories repositories, @DefaultValue Embedded embedded) {

	/**
	 * How types are mapped.
	 *
	 * @param naming How properties are named as attributes, unless @Attribute names one.
	 */
	record Mapping(@DefaultValue("camel") Naming naming) {

	}

	/**
	 * How properties are named as attributes.
	 */
	enum Naming {

		/** As the property is, such as {@code placedAt}. */
		CAMEL,
		/** In small letters with underscores, such as {@code placed_at}. */
		SNAKE

	}

	/**
	 * How cursors are signed.
	 *
	 * @param secret The secret cursors are signed with, at least 32 bytes. Without one
	 * each process draws its own, and cursors are good in that process alone.
	 * @param formerSecrets Secrets whose cursors are still accepted.
	 */
	record Cursor(@Nullable String secret, @DefaultValue List<String> formerSecrets) {

		/** Keeps the secrets out of logs. */
		@Override
		public String toString() {
			return "Cursor[secret=" + ((this.secret != null) ? "***" : "none") + ", formerSecrets="
					+ this.formerSecrets.size() + "]";
		}

	}

	/**
	 * The repositories.
	 *
	 * @param enabled Whether repositories are looked for and made.
	 */
	record Repositories(@DefaultValue("true") boolean enabled) {

	}

	/**
	 * DynamoDB Local in this JVM.
	 *
	 * @param enabled Whether to use it when dkmio-embedded is on the class path and no
	 * endpoint is configured.
	 * @param port The port it listens on, 0 for a free one.
	 * @param dataDirectory Where it keeps its data. By default in memory.
	 * @param database The name of the database, letters and digits. By default each
	 * application context has one of its own, or "dkmio" where there is a data directory.
	 */
	record Embedded(@DefaultValue("true") boolean enabled, @DefaultValue("0") int port, @Nullable Path dataDirectory,
			@Nullable String database) {

	}

}
