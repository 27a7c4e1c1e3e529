package io.dkmio.core.mapping;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * How the values of one type are written into a key and read back. Obtained from
 * {@link KeyEncodings}, where the texts are listed.
 *
 * @param <T> the type
 * @since 1.0
 */
public final class KeyEncoding<T> {

	private final Class<T> javaType;

	private final Trait trait;

	private final @Nullable String punctuation;

	private final Writer<T> writer;

	private final Reader<T> reader;

	private final Reader<?> shape;

	private KeyEncoding(Class<T> javaType, Trait trait, @Nullable String punctuation, Writer<T> writer,
			Reader<T> reader, Reader<?> shape) {
		this.javaType = javaType;
		this.trait = trait;
		this.punctuation = punctuation;
		this.writer = writer;
		this.reader = reader;
		this.shape = shape;
	}

	/**
	 * An encoding into texts none of which is the beginning of another one.
	 * @param punctuation all characters but ASCII letters and digits that occur in them,
	 * or {@code null} if any may
	 */
	static <T> KeyEncoding<T> selfDelimiting(Class<T> javaType, @Nullable String punctuation, Writer<T> writer,
			Reader<T> reader) {
		return new KeyEncoding<>(javaType, Trait.SELF_DELIMITING, punctuation, writer, reader, reader);
	}

	static KeyEncoding<String> text() {
		Reader<String> reader = (text) -> text;
		return new KeyEncoding<>(String.class, Trait.TEXT, null, (value, out) -> out.append(value), reader, reader);
	}

	static <T> KeyEncoding<T> unordered(Class<T> javaType, Writer<T> writer, Reader<T> reader) {
		return new KeyEncoding<>(javaType, Trait.UNORDERED, null, writer, reader, reader);
	}

	/**
	 * An encoding of a type that is stored as another one. Ranges compare what is stored.
	 * @param <T> the type
	 * @param <S> the type stored
	 * @param javaType the type
	 * @param stored the encoding of the type stored
	 * @param write converts to the type stored; different values become different ones
	 * @param read converts back
	 * @return the encoding
	 */
	public static <T, S> KeyEncoding<T> converted(Class<T> javaType, KeyEncoding<S> stored, Function<T, S> write,
			Function<S, T> read) {
		Assert.notNull(javaType, "Type must not be null");
		Assert.notNull(stored, "Stored encoding must not be null");
		Trait trait = (stored.trait == Trait.TEXT) ? Trait.CONVERTED_TEXT : stored.trait;
		Writer<T> writer = (value, out) -> stored.writer.write(write.apply(value), out);
		Reader<T> reader = (text) -> {
			S value = stored.reader.read(text);
			return (value != null) ? read.apply(value) : null;
		};
		return new KeyEncoding<>(javaType, trait, stored.punctuation, writer, reader, stored.shape);
	}

	/**
	 * The type of the values.
	 * @return the type, never a primitive one
	 */
	public Class<T> javaType() {
		return this.javaType;
	}

	/**
	 * Whether the texts sort as the values do. UUIDs sort as their texts, so as unsigned
	 * numbers, unlike {@link java.util.UUID#compareTo}.
	 * @return {@code true} if ranges can be asked for
	 */
	public boolean isOrdered() {
		return this.trait != Trait.UNORDERED;
	}

	/**
	 * Whether no text is the beginning of another one, as with texts of fixed width.
	 * @return {@code true} if the order holds whatever follows the text in a key
	 */
	public boolean isSelfDelimiting() {
		return this.trait == Trait.SELF_DELIMITING;
	}

	/**
	 * Whether the beginning of a value can be asked for.
	 * @return {@code true} for strings alone
	 */
	public boolean isText() {
		return this.trait == Trait.TEXT;
	}

	/**
	 * Whether the texts may have characters in them that are escaped.
	 */
	boolean needs(KeyEscaping escaping) {
		return this.punctuation == null || escaping.escapesAnyOf(this.punctuation);
	}

	/**
	 * Appends the text of a value, not yet escaped.
	 * @throws Refusal if the value cannot be written
	 */
	void write(Object value, StringBuilder out) {
		this.writer.write(this.javaType.cast(value), out);
	}

	/**
	 * Reads the text of a value, no longer escaped.
	 * @return the value, or {@code null} if no value has this text
	 */
	@Nullable Object read(String text) {
		return this.reader.read(text);
	}

	/**
	 * Whether a text can be read, as far as can be said without conversion.
	 */
	boolean accepts(String text) {
		return this.shape.read(text) != null;
	}

	@Override
	public String toString() {
		return "KeyEncoding of " + this.javaType.getSimpleName();
	}

	private enum Trait {

		SELF_DELIMITING, TEXT, CONVERTED_TEXT, UNORDERED

	}

	/**
	 * Appends the text of a value.
	 */
	interface Writer<T> {

		void write(T value, StringBuilder out);

	}

	/**
	 * Reads exactly the texts the writer appends.
	 */
	interface Reader<T> {

		@Nullable T read(String text);

	}

	/**
	 * A value that cannot be written. The message continues "Property 'x' …".
	 */
	@SuppressWarnings("serial") // never leaves the package
	static final class Refusal extends RuntimeException {

		Refusal(String message) {
			super(message, null, false, false);
		}

	}

}
