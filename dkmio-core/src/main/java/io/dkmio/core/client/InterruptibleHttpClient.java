package io.dkmio.core.client;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

import org.springframework.util.Assert;

/**
 * Ends a request when its thread is interrupted. A thread that waits for an answer of a
 * socket does not notice an interrupt, and without this it goes on waiting, for as long
 * as the timeouts allow. Here a daemon thread looks for interrupted threads while there
 * are requests, and closes the connections they wait at.
 *
 * @since 1.0
 */
public final class InterruptibleHttpClient implements SdkHttpClient {

	private static final long INTERVAL_MILLIS = 20;

	private static final long IDLE_MILLIS = 10_000;

	private final SdkHttpClient client;

	private final Map<Request, Thread> waiting = new ConcurrentHashMap<>();

	private final Object lock = new Object();

	private volatile boolean watched;

	private volatile boolean closed;

	/**
	 * Creates a client.
	 * @param client does the work; it is closed with this client
	 */
	public InterruptibleHttpClient(SdkHttpClient client) {
		Assert.notNull(client, "SdkHttpClient must not be null");
		this.client = client;
	}

	@Override
	public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
		return new Request(this.client.prepareRequest(request));
	}

	@Override
	public String clientName() {
		return this.client.clientName();
	}

	@Override
	public void close() {
		this.closed = true;
		this.client.close();
	}

	private void watch() {
		if (!this.watched) {
			synchronized (this.lock) {
				if (!this.watched && !this.closed) {
					this.watched = true;
					Thread watcher = new Thread(this::look, "dkmio-interrupts");
					watcher.setDaemon(true);
					watcher.start();
				}
			}
		}
	}

	/**
	 * Looks for interrupted threads, until there was no request for a while.
	 */
	private void look() {
		long idle = 0;
		while (!this.closed && idle < IDLE_MILLIS) {
			idle = this.waiting.isEmpty() ? idle + INTERVAL_MILLIS : 0;
			this.waiting.forEach((request, thread) -> {
				if (thread.isInterrupted()) {
					request.abort();
				}
			});
			try {
				Thread.sleep(INTERVAL_MILLIS);
			}
			catch (InterruptedException ex) {
				break; // nobody but the JVM's end has a reason to
			}
		}
		synchronized (this.lock) {
			this.watched = false;
		}
		if (!this.waiting.isEmpty()) {
			watch();
		}
	}

	/**
	 * One request, known while its thread waits.
	 */
	private final class Request implements ExecutableHttpRequest {

		private final ExecutableHttpRequest request;

		private volatile boolean aborted;

		private Request(ExecutableHttpRequest request) {
			this.request = request;
		}

		@Override
		public HttpExecuteResponse call() throws IOException {
			InterruptibleHttpClient.this.waiting.put(this, Thread.currentThread());
			watch();
			try {
				return this.request.call();
			}
			finally {
				InterruptibleHttpClient.this.waiting.remove(this);
			}
		}

		@Override
		public void abort() {
			if (!this.aborted) {
				this.aborted = true;
				this.request.abort();
			}
		}

	}

}
