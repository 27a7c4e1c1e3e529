package io.dkmio.core.query;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

/**
 * Encrypts and signs bytes with keys derived from one secret: AES in counter mode, then
 * HMAC-SHA-256 over the binding and all of the text. The initial counter is drawn from
 * the content by a key of its own, so that no two contents share one, and nobody needs
 * random numbers.
 */
final class CursorSeal {

	private static final String MAC = "HmacSHA256";

	private static final int MAC_LENGTH = 32;

	private static final int COUNTER_LENGTH = 16;

	/** By how much sealed bytes are longer. */
	static final int OVERHEAD = COUNTER_LENGTH + MAC_LENGTH;

	private final SecretKeySpec encryption;

	private final SecretKeySpec counter;

	private final SecretKeySpec signature;

	CursorSeal(byte[] secret) {
		SecretKeySpec key = new SecretKeySpec(secret, MAC);
		this.encryption = new SecretKeySpec(derive(key, "encryption"), "AES");
		this.counter = new SecretKeySpec(derive(key, "counter"), MAC);
		this.signature = new SecretKeySpec(derive(key, "signature"), MAC);
	}

	private static byte[] derive(SecretKeySpec key, String purpose) {
		return mac(key, new byte[0], ("dkmio cursor " + purpose).getBytes(StandardCharsets.UTF_8));
	}

	byte[] seal(byte[] content, byte[] binding) {
		byte[] sealed = new byte[content.length + OVERHEAD];
		byte[] counter = Arrays.copyOf(mac(this.counter, binding, content), COUNTER_LENGTH);
		System.arraycopy(counter, 0, sealed, 0, COUNTER_LENGTH);
		System.arraycopy(cipher(counter, content), 0, sealed, COUNTER_LENGTH, content.length);
		int end = sealed.length - MAC_LENGTH;
		System.arraycopy(mac(this.signature, binding, Arrays.copyOf(sealed, end)), 0, sealed, end, MAC_LENGTH);
		return sealed;
	}

	/**
	 * Brings sealed bytes back.
	 * @return the content, or {@code null} if this did not seal it for this binding
	 */
	byte @Nullable [] open(byte[] sealed, byte[] binding) {
		int end = sealed.length - MAC_LENGTH;
		byte[] signed = Arrays.copyOf(sealed, end);
		byte[] mac = Arrays.copyOfRange(sealed, end, sealed.length);
		if (!MessageDigest.isEqual(mac, mac(this.signature, binding, signed))) {
			return null;
		}
		return cipher(Arrays.copyOf(sealed, COUNTER_LENGTH), Arrays.copyOfRange(sealed, COUNTER_LENGTH, end));
	}

	private byte[] cipher(byte[] counter, byte[] content) {
		try {
			Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
			cipher.init(Cipher.ENCRYPT_MODE, this.encryption, new IvParameterSpec(counter));
			return cipher.doFinal(content);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("This JVM has no AES in counter mode", ex);
		}
	}

	private static byte[] mac(SecretKeySpec key, byte[] binding, byte[] content) {
		try {
			Mac mac = Mac.getInstance(MAC);
			mac.init(key);
			mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(binding.length).array());
			mac.update(binding);
			return mac.doFinal(content);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("This JVM has no " + MAC, ex);
		}
	}

}
