package io.dkmio.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * An endpoint on the loopback interface that fails as it is told: the prepared answers
 * first, then the usual one. It remembers the calls.
 */
public final class FaultServer implements AutoCloseable {

	private final HttpServer server;

	private final ExecutorService threads = Executors.newCachedThreadPool((task) -> {
		Thread thread = new Thread(task, "fault-server");
		thread.setDaemon(true);
		return thread;
	});

	private final Deque<Fault> next = new ConcurrentLinkedDeque<>();

	private final List<Call> calls = new CopyOnWriteArrayList<>();

	private volatile Fault always = Fault.none();

	private FaultServer() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(this.threads);
		this.server.createContext("/", this::handle);
		this.server.start();
	}

	public static FaultServer start() {
		return new FaultServer();
	}

	public URI endpoint() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	/**
	 * The answers to the next requests, in order.
	 */
	public FaultServer next(Fault... answers) {
		this.next.addAll(List.of(answers));
		return this;
	}

	/**
	 * The answer to all requests after those.
	 */
	public FaultServer always(Fault answer) {
		this.always = answer;
		return this;
	}

	/**
	 * The calls so far.
	 */
	public List<Call> calls() {
		return this.calls;
	}

	/**
	 * Forgets calls and answers.
	 */
	public void reset() {
		this.next.clear();
		this.calls.clear();
		this.always = Fault.none();
	}

	/**
	 * A client that tries each call once.
	 */
	public DynamoDbClient client() {
		return client((configuration) -> configuration.retryStrategy((retry) -> retry.maxAttempts(1)));
	}

	public DynamoDbClient client(Consumer<ClientOverrideConfiguration.Builder> configuration) {
		return clientOf(endpoint(), configuration);
	}

	public static DynamoDbClient clientOf(URI endpoint, Consumer<ClientOverrideConfiguration.Builder> configuration) {
		return DynamoDbClient.builder()
			.endpointOverride(endpoint)
			.region(Region.EU_WEST_1)
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
			.overrideConfiguration((builder) -> {
				builder.apiCallTimeout(Duration.ofSeconds(20));
				configuration.accept(builder);
			})
			.build();
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			byte[] request = exchange.getRequestBody().readAllBytes();
			String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
			this.calls.add(new Call((target != null) ? target.substring(target.indexOf('.') + 1) : "",
					new String(request, StandardCharsets.UTF_8)));
			Fault prepared = this.next.poll();
			((prepared != null) ? prepared : this.always).answer(exchange, request);
		}
	}

	/**
	 * A call that arrived.
	 *
	 * @param action the name in the API, such as {@code PutItem}
	 * @param body the JSON
	 */
	public record Call(String action, String body) {

	}

}
