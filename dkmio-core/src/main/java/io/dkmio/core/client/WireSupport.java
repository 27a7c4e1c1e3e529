package io.dkmio.core.client;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/**
 * What the {@link WireInterceptor} of one client can do, and how often it did.
 *
 * @since 1.0
 */
public final class WireSupport {

	private final LongAdder answers = new LongAdder();

	private final LongAdder requests = new LongAdder();

	private final Map<Reason, LongAdder> left = new EnumMap<>(Reason.class);

	private volatile boolean json;

	WireSupport() {
		for (Reason reason : Reason.values()) {
			this.left.put(reason, new LongAdder());
		}
	}

	/**
	 * Whether items can be sent as JSON: the client has sent a request, and its protocol
	 * was DynamoDB's JSON.
	 * @return {@code true} if they can
	 */
	public boolean canWrite() {
		return this.json;
	}

	/**
	 * How many answers had their items taken out.
	 * @return the number
	 */
	public long answers() {
		return this.answers.sum();
	}

	/**
	 * How many requests had items put in.
	 * @return the number
	 */
	public long requests() {
		return this.requests.sum();
	}

	/**
	 * How many answers were left to the SDK although their items were asked for.
	 * @param reason why
	 * @return the number
	 */
	public long leftToSdk(Reason reason) {
		return Objects.requireNonNull(this.left.get(reason)).sum();
	}

	void answered() {
		this.answers.increment();
	}

	void requested() {
		this.requests.increment();
	}

	void leaveToSdk(Reason reason) {
		Objects.requireNonNull(this.left.get(reason)).increment();
	}

	void sees(boolean json) {
		if (this.json != json) {
			this.json = json;
		}
	}

	/**
	 * Why an answer was left to the SDK.
	 */
	public enum Reason {

		/** Its content type is not DynamoDB's JSON. */
		OTHER_PROTOCOL,
		/** Its bytes are compressed. */
		COMPRESSED,
		/** Its structure is not the expected one. */
		OTHER_STRUCTURE;

		/**
		 * The name for a metric.
		 * @return the name, such as {@code other-protocol}
		 */
		public String tag() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
