package io.dkmio.embedded;

import java.net.URI;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.apache5.ProxyConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * DynamoDB Local inside this JVM, for development and tests. It speaks HTTP on the
 * loopback interface only, so clients see what they see from the real service:
 * interceptors, retries, timeouts, metrics and request ids.
 *
 * <pre class="code">
 * try (EmbeddedDynamo dynamo = EmbeddedDynamo.start()) {
 *     dynamo.client().listTables();
 * }
 * </pre>
 *
 * <p>
 * Every access key is a database of its own, see {@link #client(String)}. One server is
 * therefore enough for a JVM: give each test class or application context its own key.
 * Threads that keep the JVM alive run until {@link #close()}.
 * <p>
 * DynamoDB Local comes from Amazon under an agreement of its own: for development and
 * test, not for redistribution. It is a dependency like any other and not part of dkmio.
 * Do not put it into what you deploy. LocalStack, or any other endpoint that speaks
 * DynamoDB, serves as well; nothing in dkmio needs this class.
 *
 * @since 1.0
 */
public final class EmbeddedDynamo implements AutoCloseable {

	private final LocalServer server;

	private final URI endpoint;

	private final Region region;

	private final SdkHttpClient http;

	private final DynamoDbClient client;

	private final AtomicBoolean closed = new AtomicBoolean();

	private EmbeddedDynamo(LocalServer server, Region region) {
		this.server = server;
		this.endpoint = URI.create("http://" + LocalServer.HOST + ":" + server.port());
		this.region = region;
		// the loopback interface is never behind a proxy
		this.http = Apache5HttpClient.builder()
			.proxyConfiguration(ProxyConfiguration.builder()
				.useSystemPropertyValues(false)
				.useEnvironmentVariableValues(false)
				.build())
			.build();
		this.client = createClient(AccessKey.DEFAULT);
	}

	/**
	 * Starts a server on a free port, with everything in memory.
	 */
	public static EmbeddedDynamo start() {
		return start(EmbeddedDynamoOptions.defaults());
	}

	/**
	 * Starts a server.
	 * @throws IllegalStateException if DynamoDB Local is not on the class path, the port
	 * is taken or the data directory cannot be used; nothing is left running
	 */
	public static EmbeddedDynamo start(EmbeddedDynamoOptions options) {
		Objects.requireNonNull(options, "Options must not be null");
		QuietLogging.apply();
		LocalServer server = LocalServer.start(options);
		try {
			return new EmbeddedDynamo(server, options.region());
		}
		catch (RuntimeException | LinkageError ex) {
			server.stop();
			throw ex;
		}
	}

	/**
	 * Where it listens, for example {@code http://127.0.0.1:49152}.
	 */
	public URI endpoint() {
		return this.endpoint;
	}

	/**
	 * The region its clients sign for. A client with another region sees another
	 * database.
	 */
	public Region region() {
		return this.region;
	}

	/**
	 * The credentials of the database {@link #client()} works with. They are good for
	 * this server only.
	 */
	public AwsCredentialsProvider credentials() {
		QuietLogging.apply();
		return AccessKey.DEFAULT.credentials();
	}

	/**
	 * The credentials of the database with this name.
	 * @param accessKey up to 128 letters and digits
	 */
	public AwsCredentialsProvider credentials(String accessKey) {
		QuietLogging.apply();
		return new AccessKey(accessKey).credentials();
	}

	/**
	 * A client ready to use, always the same one. It is closed with the server.
	 * @throws IllegalStateException if the server is closed
	 */
	public DynamoDbClient client() {
		assertOpen();
		QuietLogging.apply();
		return this.client;
	}

	/**
	 * A new client for a database of its own: what is written under one access key is not
	 * there under another. It shares its connections with the other clients of this
	 * server and works until the server is closed.
	 * @param accessKey up to 128 letters and digits
	 * @throws IllegalStateException if the server is closed
	 */
	public DynamoDbClient client(String accessKey) {
		AccessKey key = new AccessKey(accessKey);
		assertOpen();
		QuietLogging.apply();
		return createClient(key);
	}

	/**
	 * Stops the server; what was in memory is gone. Closing it again does nothing.
	 */
	@Override
	public void close() {
		if (this.closed.compareAndSet(false, true)) {
			try (this.http; this.client) {
				this.server.stop();
			}
		}
	}

	@Override
	public String toString() {
		return "EmbeddedDynamo[" + this.endpoint + (this.closed.get() ? ", closed" : "") + "]";
	}

	private DynamoDbClient createClient(AccessKey key) {
		return DynamoDbClient.builder()
			.endpointOverride(this.endpoint)
			.region(this.region)
			.credentialsProvider(key.credentials())
			.httpClient(this.http)
			.build();
	}

	private void assertOpen() {
		if (this.closed.get()) {
			throw new IllegalStateException("The EmbeddedDynamo at " + this.endpoint
					+ " is closed, and its clients with it. Start another with EmbeddedDynamo.start()");
		}
	}

}
