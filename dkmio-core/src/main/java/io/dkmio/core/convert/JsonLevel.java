package io.dkmio.core.convert;

import io.dkmio.AttributeType;
import org.jspecify.annotations.Nullable;

/**
 * A place of a {@link JsonAttributeSource} inside a map or list. Used again for the next
 * one on the same level.
 */
final class JsonLevel {

	final @Nullable JsonLevel enclosing;

	@Nullable JsonLevel inner;

	AttributeType type = AttributeType.M;

	int start;

	boolean first;

	@Nullable AttributeType members;

	@Nullable FieldTable fields;

	/** Which names were there that are none of the first fields. */
	final NameSet others = new NameSet();

	/** One more than the field that followed each the last time, 0 for none. */
	private int[] followers = {};

	/** One more than the last field, 0 at the beginning. */
	private int last;

	/** Which of the first fields of the table were there. */
	private long seen;

	JsonLevel(@Nullable JsonLevel enclosing) {
		this.enclosing = enclosing;
	}

	/**
	 * Begins with a map of fields.
	 */
	void begin(FieldTable fields) {
		if (this.fields != fields) {
			this.fields = fields;
			this.followers = new int[fields.size() + 1];
		}
		this.last = 0;
		this.seen = 0;
		this.others.clear();
	}

	/**
	 * The field that is probably next: items of one kind mostly have their attributes in
	 * one order.
	 * @return its position, negative for none
	 */
	int likely() {
		return this.followers[this.last] - 1;
	}

	/**
	 * Moves to a field.
	 * @param field its position
	 * @param plain whether its name is in JSON as it is
	 */
	void advance(int field, boolean plain) {
		if (plain) {
			this.followers[this.last] = field + 1;
		}
		this.last = field + 1;
	}

	/**
	 * Takes down that a field is there.
	 * @param field its position
	 * @param fields the table it is in
	 * @return whether it was not there before
	 */
	boolean see(int field, FieldTable fields) {
		if (field >= Long.SIZE) {
			return this.others.add(fields.name(field));
		}
		long bit = 1L << field;
		boolean fresh = (this.seen & bit) == 0;
		this.seen |= bit;
		return fresh;
	}

}
