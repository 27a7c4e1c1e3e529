package io.dkmio.boot.autoconfigure;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import io.dkmio.embedded.EmbeddedDynamo;
import io.dkmio.embedded.EmbeddedDynamoOptions;

/**
 * The servers of this JVM, each shared by all application contexts with its options. A
 * server is stopped when the last of them has closed, and a moment has passed in which
 * another could have come: a restart by DevTools finds it running.
 */
final class EmbeddedServers {

	static final EmbeddedServers SHARED = new EmbeddedServers(Duration.ofSeconds(2));

	private final Map<EmbeddedDynamoOptions, Entry> entries = new HashMap<>();

	private final Duration grace;

	EmbeddedServers(Duration grace) {
		this.grace = grace;
	}

	/**
	 * Shares a server, and starts it if there is none with these options.
	 */
	synchronized Lease lease(EmbeddedDynamoOptions options) {
		Entry entry = this.entries.get(options);
		if (entry == null) {
			entry = new Entry(options, EmbeddedDynamo.start(options));
			this.entries.put(options, entry);
		}
		entry.leases++;
		entry.generation++;
		return new Lease(this, entry);
	}

	private synchronized void release(Entry entry) {
		entry.leases--;
		if (entry.leases == 0) {
			long generation = entry.generation;
			Thread thread = new Thread(() -> stopLater(entry, generation), "dkmio-embedded-stop");
			thread.setDaemon(true);
			thread.start();
		}
	}

	private void stopLater(Entry entry, long generation) {
		try {
			Thread.sleep(this.grace.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		synchronized (this) {
			if (entry.generation == generation) {
				this.entries.remove(entry.options);
				entry.server.close();
			}
		}
	}

	private static final class Entry {

		private final EmbeddedDynamoOptions options;

		private final EmbeddedDynamo server;

		private int leases;

		private long generation;

		private Entry(EmbeddedDynamoOptions options, EmbeddedDynamo server) {
			this.options = options;
			this.server = server;
		}

	}

	/**
	 * The use of a server until it is closed.
	 */
	static final class Lease implements AutoCloseable {

		private final EmbeddedServers servers;

		private final Entry entry;

		private final AtomicBoolean closed = new AtomicBoolean();

		private Lease(EmbeddedServers servers, Entry entry) {
			this.servers = servers;
			this.entry = entry;
		}

		EmbeddedDynamo server() {
			return this.entry.server;
		}

		@Override
		public void close() {
			if (this.closed.compareAndSet(false, true)) {
				this.servers.release(this.entry);
			}
		}

	}

}
