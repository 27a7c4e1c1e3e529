package io.dkmio.core.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;

import io.dkmio.test.Fault;
import io.dkmio.test.FaultServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.Crc32MismatchException;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Damaged answers end as they do without the interceptor.
 */
class WireFaultsIntegrationTests {

	private static final String GOOD = "{\"ConsumedCapacity\":{\"CapacityUnits\":1.5},\"Item\":{\"pk\":{\"S\":\"a\"}}}";

	private static final FaultServer SERVER = FaultServer.start();

	private static final WireInterceptor INTERCEPTOR = new WireInterceptor();

	private static final DynamoDbClient PLAIN = SERVER.client(WireFaultsIntegrationTests::thrice);

	private static final DynamoDbClient WIRED = SERVER
		.client((configuration) -> thrice(configuration.addExecutionInterceptor(INTERCEPTOR)));

	@AfterAll
	static void close() {
		SERVER.close();
	}

	@BeforeEach
	void reset() {
		SERVER.reset();
	}

	static Stream<Arguments> damages() {
		return Stream.of(arguments("an end before the announced length", Fault.truncated()),
				arguments("no answer", Fault.cut()),
				arguments("half an item", Fault.body(200, "{\"Item\":{\"pk\":{\"S\":\"a")),
				arguments("brackets that do not match", Fault.body(200, "{\"Item\":{\"pk\":{\"S\":\"a\"]}}")),
				arguments("no JSON", Fault.body(200, "<html>Sign in to the network</html>")),
				arguments("another type", Fault.body(200, "[]")), arguments("nothing", Fault.body(200, "")),
				arguments("an attribute that is none", Fault.body(200, "{\"Item\":\"none\"}")),
				arguments("an answer too late", Fault.late(Duration.ofSeconds(1), Fault.body(200, GOOD))),
				arguments("an error", Fault.error(400, "ResourceNotFoundException")),
				arguments("an error of the server", Fault.error(500, "InternalServerError")),
				arguments("throttling", Fault.error(400, "ProvisionedThroughputExceededException")),
				arguments("an error without JSON", Fault.body(503, "<html>busy</html>")));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("damages")
	void endsAsItDoesWithoutTheInterceptor(String damage, Fault fault) {
		SERVER.always(fault);
		Throwable expected = catchThrowable(() -> PLAIN.getItem(request().build()));
		int attempts = SERVER.calls().size();
		SERVER.reset();
		SERVER.always(fault);
		WireCall call = WireCall.reading();
		Throwable thrown = catchThrowable(() -> WIRED.getItem(call.with(request()).build()));
		assertThat(SERVER.calls()).as(damage).hasSize(attempts);
		if (expected == null) {
			assertThat(thrown).isNull();
		}
		else {
			assertThat(thrown).hasSameClassAs(expected);
		}
		assertThat(call.items()).isNull();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("damages")
	void recoversAsItDoesWithoutTheInterceptor(String damage, Fault fault) {
		SERVER.next(fault).always(checksummed(GOOD, 0));
		GetItemResponse expected = answer(PLAIN, request());
		int attempts = SERVER.calls().size();
		SERVER.reset();
		SERVER.next(fault).always(checksummed(GOOD, 0));
		WireCall call = WireCall.reading();
		GetItemResponse found = answer(WIRED, call.with(request()));
		assertThat(SERVER.calls()).as(damage).hasSize(attempts);
		assertThat(found == null).isEqualTo(expected == null);
		if (found != null && expected.hasItem()) {
			assertThat(found.consumedCapacity()).isEqualTo(expected.consumedCapacity());
			assertThat(call.items().size()).isEqualTo(1);
			assertThat(WireJson.item(text(call))).isEqualTo(expected.item());
		}
	}

	private static void thrice(ClientOverrideConfiguration.Builder configuration) {
		configuration.apiCallAttemptTimeout(Duration.ofMillis(700))
			.retryStrategy(RetryMode.STANDARD)
			.retryStrategy((retry) -> retry.maxAttempts(3).backoffStrategy((attempt) -> Duration.ofMillis(1)));
	}

	private static GetItemResponse answer(DynamoDbClient client, GetItemRequest.Builder request) {
		try {
			return client.getItem(request.build());
		}
		catch (SdkException ex) {
			return null;
		}
	}

	@Test
	void repeatsAnAnswerWithAWrongChecksum() {
		SERVER.next(checksummed(GOOD, 1)).always(checksummed(GOOD, 0));
		WireCall call = WireCall.reading();
		WIRED.getItem(call.with(request()).build());
		assertThat(SERVER.calls()).hasSize(2);
		assertThat(text(call)).isEqualTo("{\"pk\":{\"S\":\"a\"}}");
	}

	@Test
	void saysWhatIsWrongWithTheChecksum() {
		SERVER.always(checksummed("{}", 1));
		assertThatExceptionOfType(RetryableException.class)
			.isThrownBy(() -> WIRED.getItem(WireCall.reading().with(request()).build()))
			.withMessageStartingWith("The checksum of the answer's 2 bytes is 2745614147, and DynamoDB sent "
					+ "2745614148: the answer was damaged on its way")
			.withCauseInstanceOf(Crc32MismatchException.class);
		assertThat(SERVER.calls()).hasSize(3);
	}

	@Test
	void keepsTheTimeoutOfAnAttemptWhileItReads() {
		SERVER.always((exchange, request) -> {
			exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
			exchange.sendResponseHeaders(200, 100);
			exchange.getResponseBody().write('{');
			exchange.getResponseBody().flush();
			Fault.late(Duration.ofSeconds(2), Fault.cut()).answer(exchange, request);
		});
		assertThatExceptionOfType(ApiCallAttemptTimeoutException.class)
			.isThrownBy(() -> WIRED.getItem(WireCall.reading().with(request()).build()));
	}

	@Test
	void readsAnAnswerWithoutALengthAndWithoutAChecksum() {
		SERVER.always((exchange, request) -> {
			exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
			exchange.sendResponseHeaders(200, 0);
			exchange.getResponseBody().write(GOOD.getBytes(StandardCharsets.UTF_8));
		});
		WireCall call = WireCall.reading();
		assertThat(WIRED.getItem(call.with(request()).build()).consumedCapacity().capacityUnits()).isEqualTo(1.5);
		assertThat(text(call)).isEqualTo("{\"pk\":{\"S\":\"a\"}}");
	}

	@Test
	void leavesAnotherProtocolToTheSdk() {
		long before = INTERCEPTOR.support().leftToSdk(WireSupport.Reason.OTHER_PROTOCOL);
		SERVER.always(typed("application/octet-stream", GOOD.getBytes(StandardCharsets.UTF_8), null));
		WireCall call = WireCall.reading();
		assertThat(WIRED.getItem(call.with(request()).build()).item())
			.isEqualTo(Map.of("pk", AttributeValue.fromS("a")));
		assertThat(call.items()).isNull();
		assertThat(INTERCEPTOR.support().leftToSdk(WireSupport.Reason.OTHER_PROTOCOL)).isEqualTo(before + 1);
		assertThat(WireSupport.Reason.OTHER_PROTOCOL.tag()).isEqualTo("other-protocol");
	}

	@Test
	void leavesCompressedAnswersToTheSdk() throws IOException {
		long before = INTERCEPTOR.support().leftToSdk(WireSupport.Reason.COMPRESSED);
		ByteArrayOutputStream compressed = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
			gzip.write(GOOD.getBytes(StandardCharsets.UTF_8));
		}
		SERVER.always(typed("application/x-amz-json-1.0", compressed.toByteArray(), "gzip"));
		WireCall call = WireCall.reading();
		assertThat(WIRED.getItem(call.with(request()).build()).item())
			.isEqualTo(Map.of("pk", AttributeValue.fromS("a")));
		assertThat(call.items()).isNull();
		assertThat(INTERCEPTOR.support().leftToSdk(WireSupport.Reason.COMPRESSED)).isEqualTo(before + 1);
	}

	@Test
	void leavesAnUnexpectedStructureToTheSdk() {
		long before = INTERCEPTOR.support().leftToSdk(WireSupport.Reason.OTHER_STRUCTURE);
		SERVER.always(checksummed("{\"Item\":{},\"Item\":{\"pk\":{\"S\":\"a\"}}}", 0));
		WireCall call = WireCall.reading();
		assertThat(WIRED.getItem(call.with(request()).build()).item())
			.isEqualTo(Map.of("pk", AttributeValue.fromS("a")));
		assertThat(call.items()).isNull();
		assertThat(INTERCEPTOR.support().leftToSdk(WireSupport.Reason.OTHER_STRUCTURE)).isEqualTo(before + 1);
	}

	@Test
	void sendsTheSameBodyAtEachAttempt() {
		SERVER.next(Fault.error(500, "InternalServerError"), Fault.cut());
		WIRED.putItem(WireCall.writing(List.of("{\"pk\":{\"S\":\"a\"}}".getBytes(StandardCharsets.UTF_8)))
			.with(PutItemRequest.builder().tableName("shop").item(Map.of()))
			.build());
		assertThat(SERVER.calls()).hasSize(3)
			.allSatisfy((call) -> assertThat(call.body())
				.isEqualTo("{\"TableName\":\"shop\",\"Item\":{\"pk\":{\"S\":\"a\"}}}"));
	}

	@Test
	void forgetsTheItemsOfAnAttemptThatFailed() {
		WireCall call = WireCall.reading();
		SERVER.next(Fault.body(200, GOOD));
		WIRED.getItem(call.with(request()).build());
		assertThat(call.items()).isNotNull();
		SERVER.always(Fault.error(400, "ResourceNotFoundException"));
		assertThatExceptionOfType(ResourceNotFoundException.class)
			.isThrownBy(() -> WIRED.getItem(call.with(request()).build()));
		assertThat(call.items()).isNull();
	}

	private static GetItemRequest.Builder request() {
		return GetItemRequest.builder()
			.tableName("shop")
			.key(Map.of("pk", AttributeValue.fromS("a"), "sk", AttributeValue.fromS("b")));
	}

	private static String text(WireCall call) {
		WireItems items = call.items();
		return new String(items.json(), items.start(0), items.end(0) - items.start(0), StandardCharsets.UTF_8);
	}

	private static Fault checksummed(String body, int error) {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		CRC32 checksum = new CRC32();
		checksum.update(bytes);
		return (exchange, request) -> {
			exchange.getResponseHeaders().set("x-amz-crc32", Long.toString(checksum.getValue() + error));
			typed("application/x-amz-json-1.0", bytes, null).answer(exchange, request);
		};
	}

	private static Fault typed(String type, byte[] body, String encoding) {
		return (exchange, request) -> {
			exchange.getResponseHeaders().set("Content-Type", type);
			if (encoding != null) {
				exchange.getResponseHeaders().set("Content-Encoding", encoding);
			}
			exchange.sendResponseHeaders(200, body.length);
			exchange.getResponseBody().write(body);
		};
	}

}
