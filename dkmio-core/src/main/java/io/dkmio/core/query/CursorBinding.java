package io.dkmio.core.query;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What cursors of a plan are good for: the plan with the values of a call in it. The
 * values go into a digest and nowhere else.
 *
 * @since 1.0
 */
public final class CursorBinding {

	private final byte[] plan;

	/**
	 * Prepares the binding.
	 * @param plan the plan
	 */
	public CursorBinding(AccessPath plan) {
		this.plan = (plan.type().getType().getName() + ' ' + plan.describe()).getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * What a cursor of a call is good for.
	 * @param values the values of each of its requests
	 * @return the digest
	 */
	public byte[] with(List<Map<String, AttributeValue>> values) {
		MessageDigest digest = sha256();
		add(digest, this.plan);
		for (Map<String, AttributeValue> request : values) {
			add(digest, request.size());
			for (Map.Entry<String, AttributeValue> entry : new TreeMap<>(request).entrySet()) {
				add(digest, entry.getKey());
				add(digest, entry.getValue());
			}
		}
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

	/**
	 * Adds a value with its type and length, so that no two values give the same bytes.
	 */
	private static void add(MessageDigest digest, AttributeValue value) {
		add(digest, value.type().name());
		switch (value.type()) {
			case S -> add(digest, value.s());
			case N -> add(digest, value.n());
			case B -> add(digest, value.b().asByteArrayUnsafe());
			case BOOL -> add(digest, value.bool() ? 1 : 0);
			case SS -> {
				add(digest, value.ss().size());
				value.ss().stream().sorted().forEach((element) -> add(digest, element));
			}
			case NS -> {
				add(digest, value.ns().size());
				value.ns().stream().sorted().forEach((element) -> add(digest, element));
			}
			case BS -> {
				add(digest, value.bs().size());
				value.bs()
					.stream()
					.map(SdkBytes::asByteArrayUnsafe)
					.sorted(Arrays::compareUnsigned)
					.forEach((element) -> add(digest, element));
			}
			case L -> {
				add(digest, value.l().size());
				value.l().forEach((element) -> add(digest, element));
			}
			case M -> {
				add(digest, value.m().size());
				new TreeMap<>(value.m()).forEach((name, element) -> {
					add(digest, name);
					add(digest, element);
				});
			}
			default -> add(digest, 0);
		}
	}

	private static void add(MessageDigest digest, int number) {
		digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
	}

	private static void add(MessageDigest digest, String text) {
		add(digest, text.getBytes(StandardCharsets.UTF_8));
	}

	private static void add(MessageDigest digest, byte[] bytes) {
		add(digest, bytes.length);
		digest.update(bytes);
	}

}
