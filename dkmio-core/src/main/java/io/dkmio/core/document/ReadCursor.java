package io.dkmio.core.document;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeMap;

import io.dkmio.core.expression.ExpressionClauses;
import io.dkmio.core.expression.Expressions;
import io.dkmio.core.expression.PathResolver;
import io.dkmio.core.query.CursorCodec;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Turns positions of one read into text and back. The text is bound to the table, the
 * index, the direction and the keys that are asked for.
 */
final class ReadCursor {

	private final CursorCodec codec;

	private final byte[] binding;

	ReadCursor(CursorCodec codec, ReadSpec spec) {
		this.codec = codec;
		this.binding = binding(spec);
	}

	@Nullable String encode(Map<String, AttributeValue> position) {
		return position.isEmpty() ? null : this.codec.encode(position, this.binding);
	}

	Map<String, AttributeValue> decode(@Nullable String cursor) {
		return (cursor != null) ? this.codec.decode(cursor, this.binding) : Map.of();
	}

	private static byte[] binding(ReadSpec spec) {
		MessageDigest digest = sha256();
		add(digest, spec.isQuery() ? "query" : "scan");
		add(digest, spec.source().table().name());
		add(digest, String.valueOf(spec.source().physicalIndex()));
		add(digest, spec.backwards() ? "backwards" : "forwards");
		Expressions key = ExpressionClauses.none()
			.withKeyCondition(spec.key())
			.render(PathResolver.identity(), (path, value) -> DocumentValues.encode(DocumentValues.of(value)));
		add(digest, String.valueOf(key.keyCondition()));
		new TreeMap<>(key.names()).forEach((placeholder, name) -> {
			add(digest, placeholder);
			add(digest, name);
		});
		new TreeMap<>(key.values()).forEach((placeholder, value) -> {
			add(digest, placeholder);
			add(digest, KeyChecks.type(value).name());
			add(digest, switch (value.type()) {
				case S -> value.s().getBytes(StandardCharsets.UTF_8);
				case N -> value.n().getBytes(StandardCharsets.UTF_8);
				default -> value.b().asByteArrayUnsafe();
			});
		});
		return digest.digest();
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("This JVM has no SHA-256", ex);
		}
	}

	private static void add(MessageDigest digest, String text) {
		add(digest, text.getBytes(StandardCharsets.UTF_8));
	}

	private static void add(MessageDigest digest, byte[] bytes) {
		digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
		digest.update(bytes);
	}

}
