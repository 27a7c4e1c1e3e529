package io.dkmio.core.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.Crc32MismatchException;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.http.Abortable;

/**
 * The body of an answer without its items. The real body is read when the SDK begins to
 * read this one, so that every failure comes up where the SDK expects it, and is repeated
 * as the client's retry strategy wants.
 */
final class WireStream extends InputStream implements Abortable {

	private final InputStream body;

	private final long length;

	private final WireCall call;

	private final WireSupport support;

	private @Nullable InputStream rest;

	/**
	 * Creates a stream.
	 * @param body the real body
	 * @param length its announced length, negative if there is none
	 * @param call takes the items
	 * @param support counts
	 */
	WireStream(InputStream body, long length, WireCall call, WireSupport support) {
		this.body = body;
		this.length = length;
		this.call = call;
		this.support = support;
	}

	@Override
	public int read() throws IOException {
		return rest().read();
	}

	@Override
	public int read(byte[] target, int offset, int count) throws IOException {
		return rest().read(target, offset, count);
	}

	@Override
	public int available() throws IOException {
		return (this.rest != null) ? this.rest.available() : 0;
	}

	@Override
	public void close() throws IOException {
		this.body.close();
	}

	@Override
	public void abort() {
		if (this.body instanceof Abortable abortable) {
			abortable.abort();
		}
	}

	private InputStream rest() throws IOException {
		InputStream rest = this.rest;
		if (rest == null) {
			byte[] json = WireBody.read(this.body, this.length);
			check(json);
			rest = new ByteArrayInputStream(withoutItems(json));
			this.rest = rest;
		}
		return rest;
	}

	private byte[] withoutItems(byte[] json) {
		WireAnswer answer = WireAnswer.of(json, json.length, this.call.names());
		if (answer == null) {
			this.support.leaveToSdk(WireSupport.Reason.OTHER_STRUCTURE);
			return json;
		}
		this.call.answer(answer.items());
		this.support.answered();
		return answer.rest();
	}

	/**
	 * Throws what is repeated: the SDK means to repeat a mismatch, and its retry
	 * strategies do not look at the exception that says so.
	 */
	private void check(byte[] json) {
		String expected = this.call.checksum();
		if (expected == null) {
			return;
		}
		CRC32 checksum = new CRC32();
		checksum.update(json);
		String found = Long.toString(checksum.getValue());
		if (!found.equals(expected.trim())) {
			String message = "The checksum of the answer's " + json.length + " bytes is " + found
					+ ", and DynamoDB sent " + expected + ": the answer was damaged on its way";
			throw RetryableException.create(message, Crc32MismatchException.create(message, null));
		}
	}

}
