package io.dkmio.core;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Does some tasks ahead in other threads and gives their results in order. What no other
 * thread has begun when it is wanted is done by the caller, so that it is done even if no
 * thread is free. For one caller.
 *
 * @param <V> the type of the results
 */
final class ReadAhead<V> implements Iterator<V> {

	/** How many tasks are under way at one time. */
	static final int WIDTH = 8;

	private final Executor threads;

	private final Deque<FutureTask<V>> waiting = new ArrayDeque<>();

	private final Deque<FutureTask<V>> begun = new ArrayDeque<>();

	<I> ReadAhead(Executor threads, List<I> inputs, Function<I, V> task) {
		this.threads = threads;
		inputs.forEach((input) -> this.waiting.add(new FutureTask<>(() -> task.apply(input))));
	}

	@Override
	public boolean hasNext() {
		return !this.begun.isEmpty() || !this.waiting.isEmpty();
	}

	@Override
	public V next() {
		if (!hasNext()) {
			throw new NoSuchElementException();
		}
		boolean alone = this.begun.isEmpty() && this.waiting.size() == 1;
		while (this.begun.size() < WIDTH && !this.waiting.isEmpty()) {
			FutureTask<V> task = this.waiting.remove();
			this.begun.add(task);
			if (!alone) {
				start(this.threads, task);
			}
		}
		FutureTask<V> task = this.begun.remove();
		try {
			return result(task);
		}
		catch (RuntimeException ex) {
			cancel();
			throw ex;
		}
	}

	static void start(Executor threads, FutureTask<?> task) {
		try {
			threads.execute(task);
		}
		catch (RejectedExecutionException ex) {
			task.run();
		}
	}

	/**
	 * What a task gives, which is done here if no other thread has begun it.
	 */
	static <V> V result(FutureTask<V> task) {
		task.run();
		try {
			return task.get();
		}
		catch (InterruptedException ex) {
			task.cancel(true);
			throw interrupted(ex);
		}
		catch (ExecutionException ex) {
			throw unwrapped(ex);
		}
	}

	private void cancel() {
		this.begun.forEach((task) -> task.cancel(true));
		this.begun.clear();
		this.waiting.clear();
	}

	/** What a task threw, thrown again for the caller. */
	private static RuntimeException unwrapped(ExecutionException failure) {
		Throwable cause = failure.getCause();
		if (cause instanceof Error error) {
			throw error;
		}
		return (cause instanceof RuntimeException exception) ? exception : new IllegalStateException(failure);
	}

	static DataAccessResourceFailureException interrupted(InterruptedException failure) {
		Thread.currentThread().interrupt();
		return new DataAccessResourceFailureException("The thread was interrupted while it waited for pages that"
				+ " others read; its interrupt flag is set again, and the read was given up", failure);
	}

}
