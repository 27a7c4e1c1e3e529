package io.dkmio.core.mapping;

import java.util.ArrayList;
import java.util.List;

import io.dkmio.InvalidKeyException;
import io.dkmio.MissingKeyException;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Composes keys of typed values by a template, and takes them apart again. Different
 * values give different keys, {@code parse(format(values))} gives the values back, and
 * where {@link #keepsOrder(int)} says so keys sort, in the order of their UTF-8 bytes, as
 * the values do.
 *
 * @since 1.0
 */
public final class KeyFormat {

	private final KeyTemplate template;

	private final List<KeyEncoding<?>> encodings;

	private final KeyRole role;

	private final int limit;

	private final @Nullable String entity;

	private final List<KeyPart> parts;

	private final String tail;

	private KeyFormat(KeyTemplate template, List<KeyEncoding<?>> encodings, KeyRole role, int limit,
			@Nullable String entity) {
		this.template = template;
		this.encodings = List.copyOf(encodings);
		this.role = role;
		this.limit = limit;
		this.entity = entity;
		List<KeyPart> parts = new ArrayList<>();
		StringBuilder literal = new StringBuilder();
		int segments = template.segments().size();
		for (int i = 0; i < segments; i++) {
			KeyTemplate.Segment segment = template.segments().get(i);
			boolean last = i == segments - 1;
			literal.append(segment.literal());
			if (segment instanceof KeyTemplate.Segment.Part part) {
				parts.add(new KeyPart(template, part.property(), literal.toString(), last, encodings.get(parts.size()),
						entity));
				literal.setLength(0);
			}
			if (!last) {
				literal.append(template.separator());
			}
		}
		this.parts = List.copyOf(parts);
		this.tail = literal.toString();
		requireRoom();
	}

	/**
	 * A template whose properties have these types.
	 * @param template the template
	 * @param encodings the encodings of the template's parts, in order
	 * @param role what the key is used as
	 * @return the format
	 * @throws InvalidKeyTemplateException if the literals alone are too long for a key
	 */
	public static KeyFormat of(KeyTemplate template, List<KeyEncoding<?>> encodings, KeyRole role) {
		return of(template, encodings, role, role.maximumBytes());
	}

	static KeyFormat of(KeyTemplate template, List<KeyEncoding<?>> encodings, KeyRole role, int limit) {
		Assert.isTrue(encodings.size() == template.parts().size(), () -> "Key template '" + template + "' has "
				+ template.parts().size() + " properties, but " + encodings.size() + " encodings are given");
		return new KeyFormat(template, encodings, role, limit, null);
	}

	/**
	 * This format, naming an item type in its errors.
	 * @param entity the name of the item type
	 * @return the format
	 */
	public KeyFormat forEntity(String entity) {
		return new KeyFormat(this.template, this.encodings, this.role, this.limit, entity);
	}

	private void requireRoom() {
		int bytes = Utf8.length(this.tail);
		for (KeyPart part : this.parts) {
			bytes += Utf8.length(part.literal());
		}
		if (bytes > this.limit) {
			throw new InvalidKeyTemplateException(this.template.toString(), 1, "the literals alone have " + bytes
					+ " bytes, and a " + this.role + " takes " + this.limit + "; shorten them");
		}
	}

	/**
	 * The template.
	 * @return the template
	 */
	public KeyTemplate template() {
		return this.template;
	}

	/**
	 * The properties the key is composed of.
	 * @return their names or dotted paths, in order
	 */
	public List<String> properties() {
		return this.template.properties();
	}

	/**
	 * Composes a key.
	 * @param values the values of the properties, in order
	 * @return the key
	 * @throws MissingKeyException if a value is null
	 * @throws InvalidKeyException if a value cannot be part of a key, or the key is empty
	 * or too long
	 */
	public String format(@Nullable Object... values) {
		requireAll(values);
		return checked(leading(values).append(this.tail));
	}

	/**
	 * Composes a key of an index, which an item without one of the properties is not in.
	 * @param values the values of the properties, in order
	 * @return the key, or {@code null} if a value is null
	 * @throws InvalidKeyException if a value cannot be part of a key, or the key is empty
	 * or too long
	 */
	public @Nullable String formatOrNull(@Nullable Object... values) {
		requireAll(values);
		for (Object value : values) {
			if (value == null) {
				return null;
			}
		}
		return format(values);
	}

	/**
	 * What all keys start with that have these values, and no others of this template:
	 * everything up to the next property.
	 * @param leading the values of the first properties, fewer than all
	 * @return the prefix, empty if the template starts with a property and there are no
	 * values
	 */
	public String prefix(@Nullable Object... leading) {
		Assert.isTrue(leading.length < this.parts.size(), () -> "Key template '" + this.template + "' has "
				+ this.parts.size() + " properties; with all of them given the key is known, and no prefix");
		return checkedLength(leading(leading).append(this.parts.get(leading.length).literal()).toString(),
				leading.length);
	}

	/**
	 * What all keys start with that continue a key, such as those of an order's lines.
	 * @param values the values of the properties, in order
	 * @return the key, closed by the separator
	 */
	public String childrenPrefix(@Nullable Object... values) {
		return checkedLength(format(values) + this.template.separator(), values.length);
	}

	/**
	 * What all keys start with whose next property, a string, starts with a text.
	 * @param leading the values of the properties before
	 * @param start what the string starts with
	 * @return the prefix
	 * @throws IllegalArgumentException if {@link #startsWithRefusal(int)} has a reason
	 */
	public String startsWith(@Nullable Object[] leading, String start) {
		refuse(startsWithRefusal(leading.length));
		StringBuilder out = new StringBuilder(prefix(leading));
		this.parts.get(leading.length).append(start, out);
		return checkedLength(out.toString(), leading.length + 1);
	}

	/**
	 * The keys whose next property lies in a range.
	 * @param leading the values of the properties before
	 * @param lower the lower bound, or {@code null} for none
	 * @param upper the upper bound, or {@code null} for none
	 * @return the range of keys; of the keys of this template it contains exactly those
	 * asked for, and all other keys in it start with {@link #prefix(Object...)} too
	 * @throws IllegalArgumentException if {@link #rangeRefusal(int)} has a reason
	 */
	public KeyRange range(@Nullable Object[] leading, KeyRange.@Nullable Bound lower, KeyRange.@Nullable Bound upper) {
		refuse(rangeRefusal(leading.length));
		KeyPart part = this.parts.get(leading.length);
		return part.bounds(this.limit)
			.between(prefix(leading), part.encoded(lower), lower == null || lower.inclusive(), part.encoded(upper),
					upper == null || upper.inclusive());
	}

	/**
	 * Whether keys that agree up to a property sort as the values of that property do.
	 * @param part the position of the property, from 0
	 * @return {@code true} if ranges of it can be asked for
	 */
	public boolean keepsOrder(int part) {
		return rangeRefusal(part) == null;
	}

	/**
	 * Why no ranges of a property can be asked for.
	 * @param part the position of the property, from 0
	 * @return the reason and what to do, or {@code null} if they can
	 */
	public @Nullable String rangeRefusal(int part) {
		return this.parts.get(part).rangeRefusal();
	}

	/**
	 * Why the beginning of a property cannot be asked for.
	 * @param part the position of the property, from 0
	 * @return the reason, or {@code null} if it can
	 */
	public @Nullable String startsWithRefusal(int part) {
		return this.parts.get(part).startsWithRefusal();
	}

	/**
	 * Takes a key apart.
	 * @param key the key
	 * @return the values of the properties, in order
	 * @throws InvalidKeyException if the text is no key of this template
	 */
	public Object[] parse(String key) {
		List<String> texts = split(key);
		if (texts == null) {
			throw new InvalidKeyException(in() + "A text of " + key.length() + " characters is no key of template '"
					+ this.template + "'; it was not written by this template", this.entity, null);
		}
		Object[] values = new Object[texts.size()];
		for (int i = 0; i < values.length; i++) {
			KeyPart part = this.parts.get(i);
			Object value = part.read(texts.get(i));
			if (value == null) {
				throw part.invalid("is of type " + part.typeName() + ", and a key of " + key.length()
						+ " characters has something else in its place; it was not written by this template");
			}
			values[i] = value;
		}
		return values;
	}

	/**
	 * Whether a text is a key of this template, as far as can be said without converters.
	 * @param key the text
	 * @return {@code true} if it has the template's literals, and values of the right
	 * types between them
	 */
	public boolean matches(String key) {
		List<String> texts = split(key);
		if (texts == null) {
			return false;
		}
		for (int i = 0; i < texts.size(); i++) {
			if (!this.parts.get(i).accepts(texts.get(i))) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Cuts the texts of the values out of a key.
	 * @return the texts, or {@code null} if the key has not the template's shape
	 */
	private @Nullable List<String> split(String key) {
		List<String> texts = new ArrayList<>(this.parts.size());
		int position = 0;
		for (KeyPart part : this.parts) {
			if (!key.startsWith(part.literal(), position)) {
				return null;
			}
			int start = position + part.literal().length();
			position = part.end(key, start);
			texts.add(key.substring(start, position));
		}
		boolean complete = key.startsWith(this.tail, position) && key.length() == position + this.tail.length();
		return (complete && !key.isEmpty() && Utf8.isWithin(key, this.limit)) ? texts : null;
	}

	private StringBuilder leading(@Nullable Object[] values) {
		StringBuilder out = new StringBuilder(64);
		for (int i = 0; i < values.length; i++) {
			KeyPart part = this.parts.get(i);
			part.append(values[i], out.append(part.literal()));
		}
		return out;
	}

	private String checked(StringBuilder out) {
		if (out.isEmpty()) {
			throw this.parts.get(0)
				.invalid("is empty and all the " + this.role
						+ " consists of, which DynamoDB refuses; give it a value, or the template a literal");
		}
		return checkedLength(out.toString(), this.parts.size());
	}

	private String checkedLength(String key, int parts) {
		if (!Utf8.isWithin(key, this.limit)) {
			throw new InvalidKeyException(
					in() + "The " + this.role + " of key template '" + this.template + "' would have "
							+ Utf8.length(key) + " bytes, and DynamoDB takes " + this.limit + "; shorten "
							+ String.join(", ", properties().subList(0, parts)),
					this.entity, (parts == 1) ? this.parts.get(0).property() : null);
		}
		return key;
	}

	private void requireAll(@Nullable Object[] values) {
		Assert.isTrue(values.length == this.parts.size(), () -> "Key template '" + this.template + "' takes "
				+ this.parts.size() + " values for " + properties() + ", but " + values.length + " are given");
	}

	private static void refuse(@Nullable String reason) {
		if (reason != null) {
			throw new IllegalArgumentException(reason);
		}
	}

	private String in() {
		return (this.entity != null) ? this.entity + ": " : "";
	}

	@Override
	public String toString() {
		return this.template.toString();
	}

}
