package io.dkmio.benchmarks;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.zip.CRC32;

import io.dkmio.core.client.WireInterceptor;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Gives canned answers in turns, so that what is measured is what happens in the client
 * alone.
 */
final class StubHttpClient implements SdkHttpClient {

	private final List<Answer> answers;

	private final AtomicInteger requests = new AtomicInteger();

	StubHttpClient(byte[]... bodies) {
		this.answers = Arrays.stream(bodies).map(StubHttpClient::answer).toList();
	}

	private static Answer answer(byte[] body) {
		CRC32 checksum = new CRC32();
		checksum.update(body);
		return new Answer(body,
				SdkHttpFullResponse.builder()
					.statusCode(200)
					.putHeader("Content-Type", "application/x-amz-json-1.0")
					.putHeader("Content-Length", Integer.toString(body.length))
					.putHeader("x-amz-crc32", Long.toString(checksum.getValue()))
					.putHeader("x-amzn-RequestId", "0123456789ABCDEF")
					.build());
	}

	/**
	 * A client whose requests are answered with the same bodies, in turns.
	 */
	static DynamoDbClient client(byte[]... bodies) {
		return new StubHttpClient(bodies).client(false);
	}

	/**
	 * A client that takes items from the wire.
	 */
	static DynamoDbClient wired(byte[]... bodies) {
		return new StubHttpClient(bodies).client(true);
	}

	/**
	 * How many requests the client of this has sent.
	 */
	int requests() {
		return this.requests.get();
	}

	/**
	 * A client that sends its requests here.
	 * @param wired whether it takes items from the wire
	 */
	DynamoDbClient client(boolean wired) {
		return client(this, (configuration) -> {
			if (wired) {
				configuration.addExecutionInterceptor(new WireInterceptor());
			}
		});
	}

	private static DynamoDbClient client(StubHttpClient http,
			Consumer<ClientOverrideConfiguration.Builder> configuration) {
		return DynamoDbClient.builder()
			.region(Region.EU_WEST_1)
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("stub", "stub")))
			.httpClient(http)
			.overrideConfiguration(configuration)
			.build();
	}

	@Override
	public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
		Answer answer = this.answers.get(this.requests.getAndIncrement() % this.answers.size());
		return new ExecutableHttpRequest() {

			@Override
			public HttpExecuteResponse call() {
				return HttpExecuteResponse.builder()
					.response(answer.response())
					.responseBody(AbortableInputStream.create(new ByteArrayInputStream(answer.body())))
					.build();
			}

			@Override
			public void abort() {
			}

		};
	}

	@Override
	public void close() {
	}

	@Override
	public String clientName() {
		return "stub";
	}

	/**
	 * One answer.
	 *
	 * @param body its bytes
	 * @param response its headers
	 */
	@SuppressWarnings("ArrayRecordComponent") // compared by nobody
	private record Answer(byte[] body, SdkHttpFullResponse response) {

	}

}
