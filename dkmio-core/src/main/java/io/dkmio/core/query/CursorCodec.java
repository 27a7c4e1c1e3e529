package io.dkmio.core.query;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.dkmio.InvalidCursorException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.util.Assert;

/**
 * Turns a position in a result into an opaque text and back. The text is encrypted with
 * AES, since keys of items may be nobody else's business, and signed with HMAC-SHA-256
 * together with what it is bound to: the query it comes from and that query's arguments.
 * A text that was changed, made up, or taken from another query does not come back as a
 * position. One position and binding give one text.
 *
 * @since 1.0
 */
public final class CursorCodec {

	private static final int MIN_SECRET_LENGTH = 32;

	/**
	 * In Base64, the keys of a table and of an index with four attributes each, all of
	 * the greatest size, with their names.
	 */
	static final int MAX_LENGTH = 24_576;

	private static final byte VERSION = 1;

	private final List<CursorSeal> seals;

	private CursorCodec(List<CursorSeal> seals) {
		this.seals = seals;
	}

	/**
	 * Signs with a secret.
	 * @param secret the secret, at least 32 bytes of UTF-8
	 * @param former secrets whose cursors are still accepted, so that the secret can be
	 * changed while cursors are about
	 * @return the codec
	 */
	public static CursorCodec of(String secret, String... former) {
		Assert.notNull(secret, "Secret must not be null");
		return new CursorCodec(Stream.concat(Stream.of(secret), Stream.of(former)).map(CursorCodec::seal).toList());
	}

	/**
	 * Signs with a secret drawn now: cursors are good in this process alone.
	 * @return the codec
	 */
	public static CursorCodec random() {
		byte[] secret = new byte[MIN_SECRET_LENGTH];
		new SecureRandom().nextBytes(secret);
		return new CursorCodec(List.of(new CursorSeal(secret)));
	}

	private static CursorSeal seal(String secret) {
		byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
		Assert.isTrue(bytes.length >= MIN_SECRET_LENGTH, () -> "A cursor secret needs at least " + MIN_SECRET_LENGTH
				+ " bytes, and this one has " + bytes.length + "; use a long random one");
		return new CursorSeal(bytes);
	}

	/**
	 * Turns a position into text.
	 * @param position the key attributes of the last item
	 * @param binding what the position is good for
	 * @return text of letters, digits, {@code -} and {@code _}
	 */
	public String encode(Map<String, AttributeValue> position, byte[] binding) {
		Assert.notEmpty(position, "A position needs key attributes");
		byte[] sealed = this.seals.get(0).seal(payload(position), binding);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
	}

	/**
	 * Turns text back into a position.
	 * @param text the text
	 * @param binding what the position must be good for
	 * @return the key attributes of the last item
	 * @throws InvalidCursorException if the text is not what {@link #encode} gave for
	 * this binding
	 */
	public Map<String, AttributeValue> decode(String text, byte[] binding) {
		Assert.notNull(text, "Cursor must not be null");
		byte[] sealed = bytes(text);
		for (CursorSeal seal : this.seals) {
			byte[] payload = seal.open(sealed, binding);
			if (payload != null) {
				return position(payload);
			}
		}
		throw invalid("its signature does not fit; it was changed, or comes from another query, other arguments "
				+ "or another secret");
	}

	/**
	 * Checks what can be checked without knowing what a text is bound to.
	 * @param text the text
	 * @return its bytes
	 */
	static byte[] bytes(String text) {
		if (text.length() > MAX_LENGTH) {
			throw invalid("it is " + text.length() + " characters long, and none is longer than " + MAX_LENGTH);
		}
		byte[] bytes = decoded(text);
		if (bytes.length <= CursorSeal.OVERHEAD) {
			throw invalid("it is too short");
		}
		return bytes;
	}

	private static byte[] decoded(String text) {
		byte[] bytes;
		try {
			bytes = Base64.getUrlDecoder().decode(text);
		}
		catch (IllegalArgumentException ex) {
			throw invalid("it has characters no cursor has");
		}
		if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(text)) {
			throw invalid("it is not in the form cursors are written in");
		}
		return bytes;
	}

	static InvalidCursorException invalid(String reason) {
		return new InvalidCursorException(
				"This cursor cannot be used: " + reason + ". Start again from the first page.");
	}

	private static byte[] payload(Map<String, AttributeValue> position) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DataOutputStream out = new DataOutputStream(bytes)) {
			out.writeByte(VERSION);
			out.writeByte(position.size());
			for (Map.Entry<String, AttributeValue> entry : new TreeMap<>(position).entrySet()) {
				write(out, entry.getKey().getBytes(StandardCharsets.UTF_8));
				AttributeValue value = entry.getValue();
				switch (value.type()) {
					case S -> write(out, 'S', value.s().getBytes(StandardCharsets.UTF_8));
					case N -> write(out, 'N', value.n().getBytes(StandardCharsets.UTF_8));
					case B -> write(out, 'B', value.b().asByteArrayUnsafe());
					default -> throw new IllegalArgumentException("'" + entry.getKey() + "' is no key attribute");
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private static void write(DataOutputStream out, char type, byte[] value) throws IOException {
		out.writeByte(type);
		write(out, value);
	}

	private static void write(DataOutputStream out, byte[] value) throws IOException {
		out.writeShort(value.length);
		out.write(value);
	}

	/**
	 * Reads what has been proven to be written by {@link #payload}.
	 */
	private static Map<String, AttributeValue> position(byte[] payload) {
		Map<String, AttributeValue> position = new LinkedHashMap<>();
		try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload))) {
			if (in.readByte() != VERSION) {
				throw invalid("it was written by another version");
			}
			int count = in.readByte();
			for (int i = 0; i < count; i++) {
				String name = new String(read(in), StandardCharsets.UTF_8);
				char type = (char) in.readByte();
				byte[] value = read(in);
				position.put(name, switch (type) {
					case 'S' -> AttributeValue.fromS(new String(value, StandardCharsets.UTF_8));
					case 'N' -> AttributeValue.fromN(new String(value, StandardCharsets.UTF_8));
					default -> AttributeValue.fromB(SdkBytes.fromByteArray(value));
				});
			}
		}
		catch (IOException ex) {
			throw invalid("it was written by another version");
		}
		return position;
	}

	private static byte[] read(DataInputStream in) throws IOException {
		return in.readNBytes(in.readUnsignedShort());
	}

}
