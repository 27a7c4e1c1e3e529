package io.dkmio.core.document;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.dkmio.core.document.ReadSpec.Limits;
import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.Condition;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What queries and scans of documents have in common.
 *
 * @param <R> the kind of read
 */
abstract class AbstractDocumentRead<R extends DocumentRead<R>> implements DocumentRead<R> {

	private final TableAccess access;

	private final ReadSpec spec;

	private final List<Document> read = new ArrayList<>();

	private @Nullable Reading reading;

	AbstractDocumentRead(TableAccess access, ReadSpec spec) {
		this.access = access;
		this.spec = spec;
	}

	abstract R with(ReadSpec spec);

	TableAccess access() {
		return this.access;
	}

	ReadSpec spec() {
		return this.spec;
	}

	@Override
	public R filter(Condition condition) {
		return with(this.spec.withFilter(condition));
	}

	@Override
	public R select(String... paths) {
		Assert.notEmpty(paths, "A selection needs a path");
		return with(this.spec.withSelect(Stream.of(paths).map(AttributePath::parse).toList()));
	}

	@Override
	public R consistent() {
		return with(this.spec.withConsistent());
	}

	@Override
	public R limit(int items) {
		Assert.isTrue(items > 0, "A limit must be at least 1");
		return with(limits().withItems(items));
	}

	@Override
	public R pageSize(int items) {
		return with(limits().withPageSize(items));
	}

	@Override
	public R maxPages(int pages) {
		return with(limits().withPages(pages));
	}

	private R with(Limits limits) {
		return with(this.spec.withLimits(limits));
	}

	private Limits limits() {
		return this.spec.limits();
	}

	@Override
	public R after(String cursor) {
		return with(this.spec.withCursor(cursor));
	}

	@Override
	public List<Document> list() {
		return result().items();
	}

	@Override
	public synchronized DocumentResult result() {
		while (advance()) {
			// the read documents are kept
		}
		Reading reading = reading();
		String cursor = (this.spec.segments() == 1)
				? new ReadCursor(this.access.cursors(), this.spec).encode(reading.position()) : null;
		return new DocumentResult(this.read, cursor, reading.isComplete(), reading.scanned(), reading.capacity());
	}

	@Override
	public DocumentResult fetchAll(int max) {
		return with(limits().withItems(max)).result();
	}

	@Override
	public DocumentResult page() {
		return (limits().items() != null) ? result() : maxPages(1).result();
	}

	@Override
	public Stream<Document> stream() {
		return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this.access.read(this.spec),
				Spliterator.ORDERED | Spliterator.NONNULL), false);
	}

	@Override
	public Optional<Document> first() {
		Iterator<Document> documents = isStarted() ? iterator() : limit(1).iterator();
		return documents.hasNext() ? Optional.of(documents.next()) : Optional.empty();
	}

	private synchronized boolean isStarted() {
		return this.reading != null;
	}

	@Override
	public long count() {
		return this.access.count(this.spec.forCount());
	}

	@Override
	public Optional<String> cursor() {
		return result().cursor();
	}

	@Override
	public DocumentPlan explain() {
		return this.access.requests(this.spec, false).plan();
	}

	@Override
	public Iterator<Document> iterator() {
		return new Kept();
	}

	private Reading reading() {
		Reading reading = this.reading;
		if (reading == null) {
			reading = this.access.read(this.spec);
			this.reading = reading;
		}
		return reading;
	}

	private boolean advance() {
		Reading reading = reading();
		boolean more = reading.hasNext();
		if (more) {
			this.read.add(reading.next());
		}
		return more;
	}

	private synchronized boolean has(int position) {
		return position < this.read.size() || advance();
	}

	private synchronized Document get(int position) {
		return this.read.get(position);
	}

	/** Says what is called: values stay out of logs. */
	@Override
	public String toString() {
		return explain().toString();
	}

	/**
	 * Goes through what was read, and reads on where that ends.
	 */
	private final class Kept implements Iterator<Document> {

		private int position;

		@Override
		public boolean hasNext() {
			return has(this.position);
		}

		@Override
		public Document next() {
			if (!hasNext()) {
				throw new NoSuchElementException();
			}
			return get(this.position++);
		}

	}

}
