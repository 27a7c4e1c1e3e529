package io.dkmio.core;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/**
 * The pages of all segments of a table, in the order in which they arrive. Of each
 * segment one page at most is read ahead, so that a caller who is slow holds no more than
 * that.
 */
final class SegmentedPages extends ItemPages {

	private final ReadPath path;

	private final List<ScanPages> segments = new ArrayList<>();

	private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();

	private final int maxPages;

	private int requested;

	private int underWay;

	private boolean begun;

	private volatile boolean closed;

	private boolean complete;

	SegmentedPages(ScanPath path, ScanRequest request, ReadCall call, int segments) {
		super(call);
		this.path = path;
		this.maxPages = (call.maxPages() != null) ? call.maxPages() : ALL;
		for (int i = 0; i < segments; i++) {
			ScanRequest segment = request.toBuilder().totalSegments(segments).segment(i).build();
			this.segments.add(new ScanPages(path, segment, call, Map.of()));
		}
	}

	@Override
	boolean hasMore() {
		return !this.complete;
	}

	@Override
	ItemPage read(int wanted) {
		if (!this.begun) {
			this.begun = true;
			Iterator<ScanPages> each = this.segments.iterator();
			while (each.hasNext() && this.requested < this.maxPages) {
				request(each.next(), wanted);
			}
		}
		Answer answer = take();
		this.underWay--;
		if (answer.failure() != null) {
			close();
			throw answer.failure();
		}
		if (answer.segment().hasMore()) {
			if (this.requested < this.maxPages) {
				request(answer.segment(), wanted);
			}
		}
		else {
			this.segments.remove(answer.segment());
		}
		this.complete = this.segments.isEmpty();
		return answer.page();
	}

	private void request(ScanPages segment, int wanted) {
		this.requested++;
		this.underWay++;
		Runnable task = () -> this.answers.add(answer(segment, wanted));
		try {
			this.path.support().threads().execute(task);
		}
		catch (RejectedExecutionException ex) {
			task.run();
		}
	}

	private Answer answer(ScanPages segment, int wanted) {
		if (this.closed) {
			return new Answer(segment, ItemPage.EMPTY, null);
		}
		try {
			return new Answer(segment, segment.read(wanted), null);
		}
		catch (RuntimeException ex) {
			return new Answer(segment, ItemPage.EMPTY, ex);
		}
	}

	private Answer take() {
		if (this.underWay == 0) {
			throw new IllegalStateException("No page of a segment is under way");
		}
		try {
			return this.answers.take();
		}
		catch (InterruptedException ex) {
			close();
			throw ReadAhead.interrupted(ex);
		}
	}

	/** There is no place to go on from: the result is all there is, up to the limits. */
	@Override
	boolean isPageEnd() {
		return false;
	}

	@Override
	void close() {
		this.closed = true;
	}

	@Override
	Map<String, AttributeValue> position() {
		return Map.of();
	}

	@Override
	Map<String, AttributeValue> positionAfter(Map<String, AttributeValue> item) {
		return Map.of();
	}

	@Override
	String cursor(Map<String, AttributeValue> position) {
		throw this.path.noCursors("reads segments, which have no one place to go on from");
	}

	/**
	 * A page of a segment, or why there is none.
	 */
	private record Answer(ScanPages segment, ItemPage page, @Nullable RuntimeException failure) {
	}

}
