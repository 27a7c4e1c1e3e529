package io.dkmio.core.query;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

import io.dkmio.InvalidCursorException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link CursorCodec}.
 */
class CursorCodecUnitTests {

	private static final String SECRET = "0123456789abcdef0123456789abcdef";

	private static final String OTHER = "fedcba9876543210fedcba9876543210";

	private static final String SIGNATURE = "This cursor cannot be used: its signature does not fit; it was changed, "
			+ "or comes from another query, other arguments or another secret. Start again from the first page.";

	private static final String FORM = "This cursor cannot be used: it is not in the form cursors are written in. "
			+ "Start again from the first page.";

	private static final String CHARACTERS = "This cursor cannot be used: it has characters no cursor has. "
			+ "Start again from the first page.";

	private static final String SHORT = "This cursor cannot be used: it is too short. Start again from the first page.";

	private final CursorCodec codec = CursorCodec.of(SECRET);

	private final byte[] binding = "findByStatus".getBytes(StandardCharsets.UTF_8);

	@Test
	void bringsPositionsBack() {
		Map<String, AttributeValue> position = position();
		String text = this.codec.encode(position, this.binding);
		assertThat(text).matches("[A-Za-z0-9_-]+");
		assertThat(this.codec.decode(text, this.binding)).isEqualTo(position);
	}

	@Test
	void showsNothingOfAKey() {
		Map<String, AttributeValue> position = Map.of("pk", AttributeValue.fromS("CUSTOMER#canary"));
		byte[] bytes = Base64.getUrlDecoder().decode(this.codec.encode(position, this.binding));
		assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("canary").doesNotContain("pk");
		assertThat(this.codec.encode(position, this.binding)).as("the same text for the same place")
			.isEqualTo(this.codec.encode(position, this.binding));
	}

	@Test
	void writesTheSameForEveryOrderOfKeys() {
		Map<String, AttributeValue> reversed = new LinkedHashMap<>();
		position().keySet()
			.stream()
			.sorted(Comparator.reverseOrder())
			.forEach((name) -> reversed.put(name, position().get(name)));
		assertThat(this.codec.encode(reversed, this.binding)).isEqualTo(this.codec.encode(position(), this.binding));
	}

	@Test
	void bringsKeysOfTheGreatestSizeBack() {
		Map<String, AttributeValue> position = new LinkedHashMap<>();
		for (int i = 0; i < 5; i++) {
			position.put("p".repeat(254) + i, AttributeValue.fromS("x".repeat(2048)));
			position.put("s".repeat(254) + i, AttributeValue.fromB(SdkBytes.fromByteArray(new byte[1024])));
		}
		assertThat(this.codec.decode(this.codec.encode(position, this.binding), this.binding)).isEqualTo(position);
	}

	@Test
	void refusesEveryFlippedBit() {
		String text = this.codec.encode(position(), this.binding);
		byte[] bytes = Base64.getUrlDecoder().decode(text);
		for (int bit = 0; bit < bytes.length * 8; bit++) {
			byte[] flipped = bytes.clone();
			flipped[bit / 8] ^= (byte) (1 << (bit % 8));
			assertRefused(Base64.getUrlEncoder().withoutPadding().encodeToString(flipped), SIGNATURE);
		}
	}

	@Test
	void refusesEveryTruncationAndExtension() {
		String text = this.codec.encode(position(), this.binding);
		byte[] bytes = Base64.getUrlDecoder().decode(text);
		for (int length = 0; length < bytes.length; length++) {
			byte[] truncated = Arrays.copyOf(bytes, length);
			assertRefused(Base64.getUrlEncoder().withoutPadding().encodeToString(truncated),
					(length <= 48) ? SHORT : SIGNATURE);
		}
		for (int length = 1; length < text.length(); length++) {
			String truncated = text.substring(0, length);
			assertThatExceptionOfType(InvalidCursorException.class)
				.isThrownBy(() -> this.codec.decode(truncated, this.binding));
		}
		byte[] extended = Arrays.copyOf(bytes, bytes.length + 1);
		assertRefused(Base64.getUrlEncoder().withoutPadding().encodeToString(extended), SIGNATURE);
	}

	@Test
	void refusesTextThatIsNoCursor() {
		assertRefused("", SHORT);
		assertRefused("AAAA", SHORT);
		assertRefused("a cursor?", CHARACTERS);
		assertRefused("ä", CHARACTERS);
		assertRefused("A", CHARACTERS);
	}

	@Test
	void refusesTextWrittenInAnotherForm() {
		Map<String, AttributeValue> position = Map.of("pk", AttributeValue.fromS("ab"));
		String text = this.codec.encode(position, this.binding);
		byte[] bytes = Base64.getUrlDecoder().decode(text);
		assertThat(bytes.length % 3).as("a cursor with unused bits").isNotZero();
		assertRefused(Base64.getUrlEncoder().encodeToString(bytes), FORM);
		String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
		int last = alphabet.indexOf(text.charAt(text.length() - 1));
		assertRefused(text.substring(0, text.length() - 1) + alphabet.charAt(last + 1), FORM);
	}

	@Test
	void refusesTextOfAMegabyte() {
		assertRefused("A".repeat(1_048_576), "This cursor cannot be used: it is 1048576 characters long, and none is "
				+ "longer than 24576. Start again from the first page.");
	}

	@Test
	void refusesAnotherBinding() {
		String text = this.codec.encode(position(), this.binding);
		for (String other : new String[] { "", "findByStatus2", "findByStatu", "FindByStatus" }) {
			assertThatExceptionOfType(InvalidCursorException.class)
				.isThrownBy(() -> this.codec.decode(text, other.getBytes(StandardCharsets.UTF_8)))
				.withMessage(SIGNATURE);
		}
	}

	@Test
	void takesLongBindingsAsAWhole() {
		byte[] one = new byte[300];
		byte[] other = new byte[300 + 256];
		String text = this.codec.encode(position(), one);
		assertThat(this.codec.decode(text, one)).isEqualTo(position());
		assertThatExceptionOfType(InvalidCursorException.class).isThrownBy(() -> this.codec.decode(text, other));
	}

	@Test
	void refusesAnotherSecret() {
		assertRefused(CursorCodec.of(OTHER).encode(position(), this.binding), SIGNATURE);
		assertRefused(CursorCodec.random().encode(position(), this.binding), SIGNATURE);
	}

	@Test
	void acceptsAFormerSecret() {
		CursorCodec rotated = CursorCodec.of(OTHER, SECRET);
		String old = this.codec.encode(position(), this.binding);
		assertThat(rotated.decode(old, this.binding)).isEqualTo(position());
		assertRefused(rotated.encode(position(), this.binding), SIGNATURE);
	}

	@Test
	void drawsASecret() {
		CursorCodec random = CursorCodec.random();
		assertThat(random.decode(random.encode(position(), this.binding), this.binding)).isEqualTo(position());
	}

	@Test
	void refusesAShortSecret() {
		assertThatIllegalArgumentException().isThrownBy(() -> CursorCodec.of("secret"))
			.withMessage("A cursor secret needs at least 32 bytes, and this one has 6; use a long random one");
		assertThatIllegalArgumentException().isThrownBy(() -> CursorCodec.of(SECRET, "old"))
			.withMessage("A cursor secret needs at least 32 bytes, and this one has 3; use a long random one");
	}

	@Test
	void refusesWhatIsNoKey() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.codec.encode(Map.of("paid", AttributeValue.fromBool(true)), this.binding))
			.withMessage("'paid' is no key attribute");
		assertThatIllegalArgumentException().isThrownBy(() -> this.codec.encode(Map.of(), this.binding))
			.withMessage("A position needs key attributes");
	}

	private void assertRefused(String text, String message) {
		assertThatExceptionOfType(InvalidCursorException.class).isThrownBy(() -> this.codec.decode(text, this.binding))
			.withMessage(message)
			.satisfies((exception) -> assertThat(text.length() > 1 && exception.getMessage().contains(text)).isFalse());
	}

	private static Map<String, AttributeValue> position() {
		return Map.of("pk", AttributeValue.fromS("CUSTOMER#Zoë"), "sk", AttributeValue.fromS(""), "total",
				AttributeValue.fromN("12.50"), "hash", AttributeValue.fromB(SdkBytes.fromUtf8String("abc\0")));
	}

}
