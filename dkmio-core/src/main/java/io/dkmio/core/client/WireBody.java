package io.dkmio.core.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The body of a request or an answer: reads it, and puts items into the JSON the SDK made
 * of a request with empty ones.
 */
final class WireBody {

	/**
	 * It cannot be part of a string, where every quote has a backslash before it, and no
	 * attribute is an empty object.
	 */
	private static final byte[] PLACE = "\"Item\":{}".getBytes(StandardCharsets.US_ASCII);

	/** More than DynamoDB ever answers: what announces more is not believed. */
	private static final int MAX_LENGTH = 32 * 1024 * 1024;

	private WireBody() {
	}

	/**
	 * Reads a body to its end.
	 * @param body the body
	 * @param length its announced length, negative if there is none
	 */
	static byte[] read(InputStream body, long length) throws IOException {
		if (length < 0 || length > MAX_LENGTH) {
			return body.readAllBytes();
		}
		byte[] bytes = new byte[(int) length];
		int count = body.readNBytes(bytes, 0, bytes.length);
		if (count < bytes.length) {
			return Arrays.copyOf(bytes, count);
		}
		int next = body.read(); // readAllBytes() would begin with a buffer of 8 kB
		return (next < 0) ? bytes : longer(bytes, next, body.readAllBytes());
	}

	private static byte[] longer(byte[] bytes, int next, byte[] more) {
		byte[] all = Arrays.copyOf(bytes, bytes.length + 1 + more.length);
		all[bytes.length] = (byte) next;
		System.arraycopy(more, 0, all, bytes.length + 1, more.length);
		return all;
	}

	static byte[] of(byte[] request, List<byte[]> items) {
		int length = request.length;
		for (byte[] item : items) {
			length += item.length - 2;
		}
		byte[] body = new byte[length];
		int copied = 0;
		int to = 0;
		for (byte[] item : items) {
			int end = endOfPlace(request, copied);
			if (end < 0) {
				throw misplaced(items);
			}
			int kept = end - 2 - copied;
			System.arraycopy(request, copied, body, to, kept);
			System.arraycopy(item, 0, body, to + kept, item.length);
			to += kept + item.length;
			copied = end;
		}
		if (endOfPlace(request, copied) >= 0) {
			throw misplaced(items);
		}
		System.arraycopy(request, copied, body, to, request.length - copied);
		return body;
	}

	private static IllegalStateException misplaced(List<byte[]> items) {
		return new IllegalStateException(
				"The request does not have a place for each of " + items.size() + " items: nothing was sent");
	}

	private static int endOfPlace(byte[] request, int from) {
		for (int at = from; at <= request.length - PLACE.length; at++) {
			if (request[at] == '"' && isPlace(request, at)) {
				return at + PLACE.length;
			}
		}
		return -1;
	}

	private static boolean isPlace(byte[] request, int at) {
		for (int i = 1; i < PLACE.length; i++) {
			if (request[at + i] != PLACE[i]) {
				return false;
			}
		}
		return true;
	}

}
