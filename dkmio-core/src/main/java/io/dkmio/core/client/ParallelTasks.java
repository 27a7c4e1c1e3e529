package io.dkmio.core.client;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Does several tasks, some of them at one time. The caller's thread works too, so that
 * everything is done even if no other thread is free. After a failure no further task is
 * begun.
 *
 * @since 1.0
 */
public final class ParallelTasks {

	private static final ParallelTasks SEQUENTIAL = new ParallelTasks(1, Runnable::run);

	private static final int IDLE_SECONDS = 10;

	private final int parallelism;

	private final Executor executor;

	private ParallelTasks(int parallelism, Executor executor) {
		this.parallelism = parallelism;
		this.executor = executor;
	}

	/**
	 * Tasks one after the other in the caller's thread.
	 * @return the tasks
	 */
	public static ParallelTasks sequential() {
		return SEQUENTIAL;
	}

	/**
	 * Tasks in the caller's thread and in those of an executor.
	 * @param parallelism how many tasks are under way at one time
	 * @param executor has the other threads
	 * @return the tasks
	 */
	public static ParallelTasks of(int parallelism, Executor executor) {
		Assert.isTrue(parallelism >= 1, "The parallelism must be at least 1");
		Assert.notNull(executor, "Executor must not be null");
		return (parallelism == 1) ? SEQUENTIAL : new ParallelTasks(parallelism, executor);
	}

	/**
	 * Tasks in the caller's thread and in daemon threads that end when there is nothing
	 * to do, so that nobody has to close anything.
	 * @param parallelism how many tasks of one call are under way at one time
	 * @return the tasks
	 */
	public static ParallelTasks of(int parallelism) {
		if (parallelism == 1) {
			return SEQUENTIAL;
		}
		AtomicInteger count = new AtomicInteger();
		ThreadPoolExecutor pool = new ThreadPoolExecutor(parallelism, parallelism, IDLE_SECONDS, TimeUnit.SECONDS,
				new LinkedBlockingQueue<>(), (task) -> {
					Thread thread = new Thread(task, "dkmio-batch-" + count.incrementAndGet());
					thread.setDaemon(true);
					return thread;
				});
		pool.allowCoreThreadTimeOut(true);
		return of(parallelism, pool);
	}

	/**
	 * Does the tasks, and returns when all that were begun have ended, or when the
	 * caller's thread is interrupted: then those that still run are interrupted too.
	 * @param tasks the tasks
	 * @return the first failure, or {@code null} if everything was done; after an
	 * interrupt the thread's flag is set
	 */
	public @Nullable RuntimeException run(List<? extends Runnable> tasks) {
		return new Run(tasks).run();
	}

	/**
	 * The tasks of one call.
	 */
	private final class Run {

		private final List<? extends Runnable> tasks;

		private final AtomicInteger next = new AtomicInteger();

		private final AtomicReference<Throwable> failure = new AtomicReference<>();

		private final List<Helper> helpers = new ArrayList<>();

		private final CountDownLatch ended;

		private Run(List<? extends Runnable> tasks) {
			this.tasks = tasks;
			this.ended = new CountDownLatch(Math.max(Math.min(ParallelTasks.this.parallelism, tasks.size()) - 1, 0));
		}

		private @Nullable RuntimeException run() {
			for (long i = this.ended.getCount(); i > 0; i--) {
				start(new Helper(this));
			}
			work();
			boolean interrupted = Thread.currentThread().isInterrupted();
			this.helpers.forEach((helper) -> helper.stop(interrupted));
			await();
			Throwable failure = this.failure.get();
			if (failure instanceof Error error) {
				throw error;
			}
			return (RuntimeException) failure;
		}

		private void start(Helper helper) {
			this.helpers.add(helper);
			try {
				ParallelTasks.this.executor.execute(helper);
			}
			catch (RejectedExecutionException ex) {
				helper.stop(false); // the caller's thread does it
			}
		}

		private void work() {
			int task = this.next.getAndIncrement();
			while (task < this.tasks.size() && this.failure.get() == null) {
				try {
					this.tasks.get(task).run();
				}
				catch (RuntimeException | Error ex) {
					this.failure.compareAndSet(null, ex);
				}
				task = this.next.getAndIncrement();
			}
		}

		private void await() {
			try {
				this.ended.await();
			}
			catch (InterruptedException ex) {
				this.helpers.forEach((helper) -> helper.stop(true));
				this.failure.compareAndSet(null, new BatchFailure(Backoff.Outcome.INTERRUPTED));
				Thread.currentThread().interrupt();
			}
		}

	}

	/**
	 * Works in another thread.
	 */
	private static final class Helper implements Runnable {

		private final Run run;

		private @Nullable Thread thread;

		private boolean ended;

		private boolean interrupted;

		private Helper(Run run) {
			this.run = run;
		}

		@Override
		public void run() {
			synchronized (this) {
				if (this.ended) {
					return;
				}
				this.thread = Thread.currentThread();
			}
			try {
				this.run.work();
			}
			finally {
				end();
			}
		}

		private synchronized void end() {
			this.thread = null;
			this.ended = true;
			if (this.interrupted) {
				Thread.interrupted(); // the thread is not ours, and goes on to other work
			}
			this.run.ended.countDown();
		}

		/**
		 * Keeps the helper from beginning, or lets it end its task.
		 */
		private synchronized void stop(boolean interrupt) {
			if (this.thread != null) {
				if (interrupt) {
					this.interrupted = true;
					this.thread.interrupt();
				}
			}
			else if (!this.ended) {
				this.ended = true;
				this.run.ended.countDown();
			}
		}

	}

}
