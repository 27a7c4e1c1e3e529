package io.dkmio.core.query;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.dkmio.InvalidCursorException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.ScrollPosition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Cursor}.
 */
class CursorUnitTests {

	private final String text = CursorCodec.random()
		.encode(Map.of("pk", AttributeValue.fromS("CUSTOMER#c1")), "query".getBytes(StandardCharsets.UTF_8));

	@Test
	void comesBackFromTextAndFromScrollPositions() {
		Cursor cursor = Cursor.decode(this.text);
		assertThat(cursor.encode()).isEqualTo(this.text);
		KeysetScrollPosition position = cursor.toScrollPosition();
		assertThat(position.getKeys()).containsOnlyKeys("cursor");
		assertThat(Cursor.of(position)).contains(cursor);
		assertThat(cursor).hasSameHashCodeAs(Cursor.decode(this.text));
	}

	@Test
	void isMissingAtTheBeginning() {
		assertThat(Cursor.of(ScrollPosition.keyset())).isEmpty();
		assertThat(Cursor.of(ScrollPosition.offset())).isEmpty();
	}

	@Test
	void refusesOffsets() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> Cursor.of(ScrollPosition.offset(20)))
			.withMessage("DynamoDB cannot skip items, and this position is an offset; begin with"
					+ " ScrollPosition.keyset() and go on with the positions of the window");
	}

	@Test
	void refusesToGoBackwards() {
		ScrollPosition position = Cursor.decode(this.text).toScrollPosition().backward();
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(() -> Cursor.of(position))
			.withMessage("A position cannot be scrolled backwards from: DynamoDB has no cursor for what lies before"
					+ " an item; ask for the opposite order, and scroll forwards");
	}

	@Test
	void refusesPositionsMadeOfKeys() {
		for (Map<String, ?> keys : List.<Map<String, ?>>of(Map.of("customerId", "c1"), Map.of("cursor", 1),
				Map.of("cursor", this.text, "pk", "CUSTOMER#c2"))) {
			assertThatExceptionOfType(InvalidCursorException.class)
				.isThrownBy(() -> Cursor.of(ScrollPosition.forward(keys)))
				.withMessage("This position cannot be used: positions are made by windows and by"
						+ " Cursor.toScrollPosition(), not from keys. Start again from the first page.");
		}
	}

	@Test
	void refusesTextThatIsNoCursor() {
		assertThatExceptionOfType(InvalidCursorException.class).isThrownBy(() -> Cursor.decode("AAAA"))
			.withMessageContaining("it is too short");
		assertThatExceptionOfType(InvalidCursorException.class).isThrownBy(() -> Cursor.decode("A".repeat(24_577)))
			.withMessageContaining("it is 24577 characters long");
	}

	@Test
	void staysOutOfLogs() {
		assertThat(Cursor.decode(this.text)).hasToString("Cursor[" + this.text.length() + " characters]");
	}

}
