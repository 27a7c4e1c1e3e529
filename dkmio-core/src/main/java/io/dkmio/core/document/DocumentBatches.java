package io.dkmio.core.document;

import io.dkmio.core.client.BatchOptions;
import io.dkmio.core.client.BatchReader;
import io.dkmio.core.client.BatchWriter;
import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.client.ParallelTasks;

/**
 * Reads and writes batches with the options that are set.
 */
final class DocumentBatches {

	private final DynamoExecutor executor;

	private volatile BatchReader reader;

	private volatile BatchWriter writer;

	DocumentBatches(DynamoExecutor executor) {
		BatchOptions options = BatchOptions.defaults();
		ParallelTasks tasks = ParallelTasks.of(options.parallelism());
		this.executor = executor;
		this.reader = new BatchReader(executor, options, tasks);
		this.writer = new BatchWriter(executor, options, tasks);
	}

	void set(BatchOptions options, ParallelTasks tasks) {
		this.reader = new BatchReader(this.executor, options, tasks);
		this.writer = new BatchWriter(this.executor, options, tasks);
	}

	BatchReader reader() {
		return this.reader;
	}

	BatchWriter writer() {
		return this.writer;
	}

}
