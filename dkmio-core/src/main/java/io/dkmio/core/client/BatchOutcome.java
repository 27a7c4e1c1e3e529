package io.dkmio.core.client;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How far a batch of writes came.
 *
 * @param done the sources of the writes that were done
 * @param left the sources of those that were not, or of which nobody knows
 * @param failure what ended the batch: a {@link BatchFailure}, or the failure of a
 * request; {@code null} if everything was done
 * @since 1.0
 */
public record BatchOutcome(List<Object> done, List<Object> left, @Nullable RuntimeException failure) {

	public BatchOutcome {
		done = List.copyOf(done);
		left = List.copyOf(left);
	}

	/** Says how many: values stay out of logs. */
	@Override
	public String toString() {
		return "BatchOutcome[done=" + this.done.size() + ", left=" + this.left.size() + "]";
	}

}
