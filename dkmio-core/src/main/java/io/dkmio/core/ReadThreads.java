package io.dkmio.core;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of reads that send several requests at one time, where the application
 * gives none: a few daemons of this JVM that end when there is nothing to do.
 */
final class ReadThreads {

	private static final int THREADS = 8;

	private static final int IDLE_SECONDS = 10;

	static final Executor SHARED = pool();

	private ReadThreads() {
	}

	private static Executor pool() {
		AtomicInteger count = new AtomicInteger();
		ThreadPoolExecutor pool = new ThreadPoolExecutor(THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS,
				new LinkedBlockingQueue<>(), (task) -> {
					Thread thread = new Thread(task, "dkmio-read-" + count.incrementAndGet());
					thread.setDaemon(true);
					return thread;
				});
		pool.allowCoreThreadTimeOut(true);
		return pool;
	}

}
