package io.dkmio.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ListTablesResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class EmbeddedDynamoIntegrationTests {

	private static EmbeddedDynamo dynamo;

	@BeforeAll
	static void start() {
		dynamo = EmbeddedDynamo.start();
	}

	@AfterAll
	static void stop() {
		dynamo.close();
	}

	@Test
	void writesAndReadsByTheSdk() {
		assertThat(new Notes(dynamo.client()).create().write("1", "hello").read("1")).isEqualTo("hello");
	}

	@Test
	void answersLikeAServiceBehindHttp() {
		ListTablesResponse response = dynamo.client("Metadata").listTables();
		assertThat(response.sdkHttpResponse().statusCode()).isEqualTo(200);
		assertThat(response.responseMetadata().requestId()).isNotEqualTo("UNKNOWN");
	}

	@Test
	void handsOutOneClient() {
		assertThat(dynamo.client()).isSameAs(dynamo.client());
	}

	@Test
	void listensOnTheLoopbackAddressByName() {
		assertThat(dynamo.endpoint()).hasScheme("http").hasHost("127.0.0.1").hasPath("").hasNoQuery();
		assertThat(dynamo.endpoint().getPort()).isPositive();
		assertThat(dynamo).hasToString("EmbeddedDynamo[" + dynamo.endpoint() + "]");
	}

	@Test
	void keepsOneDatabaseForEachAccessKey() {
		Notes first = new Notes(dynamo.client("First")).create().write("1", "first");
		Notes second = new Notes(dynamo.client("Second")).create().write("1", "second");
		assertThat(first.read("1")).isEqualTo("first");
		assertThat(second.read("1")).isEqualTo("second");
		assertThat(dynamo.client("Third").listTables().tableNames()).isEmpty();
	}

	@Test
	void letsAUserBuildAClientForADatabase() {
		new Notes(dynamo.client("Own")).create().write("1", "mine");
		try (DynamoDbClient client = DynamoDbClient.builder()
			.endpointOverride(dynamo.endpoint())
			.region(dynamo.region())
			.credentialsProvider(dynamo.credentials("Own"))
			.build()) {
			assertThat(new Notes(client).read("1")).isEqualTo("mine");
		}
		assertThat(dynamo.credentials().resolveCredentials().accessKeyId()).isEqualTo("dkmio");
	}

	@Test
	void keepsOtherClientsWhenOneIsClosed() {
		dynamo.client("Closing").close();
		assertThat(dynamo.client("Closing").listTables().tableNames()).isEmpty();
	}

	@Test
	void refusesAnAccessKeyThatCannotNameADatabase() {
		assertThatIllegalArgumentException().isThrownBy(() -> dynamo.client("order-tests"))
			.withMessageContaining("must consist of 1 to 128 letters and digits, but is 'order-tests'");
		assertThatIllegalArgumentException().isThrownBy(() -> dynamo.credentials("order-tests"));
	}

	@Test
	void runsASecondServerBesideTheFirst() {
		try (EmbeddedDynamo second = EmbeddedDynamo.start()) {
			assertThat(second.endpoint()).isNotEqualTo(dynamo.endpoint());
			new Notes(second.client("Beside")).create().write("1", "second");
			assertThat(dynamo.client("Beside").listTables().tableNames()).isEmpty();
		}
		assertThat(dynamo.client("Beside").listTables().tableNames()).isEmpty();
	}

	@Test
	void startsTwoServersAtTheSameTime() {
		CompletableFuture<EmbeddedDynamo> left = CompletableFuture.supplyAsync(EmbeddedDynamo::start);
		CompletableFuture<EmbeddedDynamo> right = CompletableFuture.supplyAsync(EmbeddedDynamo::start);
		try (EmbeddedDynamo first = left.join(); EmbeddedDynamo second = right.join()) {
			assertThat(new Notes(first.client()).create().write("1", "first").read("1")).isEqualTo("first");
			assertThat(new Notes(second.client()).create().write("1", "second").read("1")).isEqualTo("second");
		}
	}

	@Test
	void startsOnTheSamePortAgain() {
		int port;
		try (EmbeddedDynamo first = EmbeddedDynamo.start()) {
			port = first.endpoint().getPort();
			new Notes(first.client()).create();
		}
		try (EmbeddedDynamo second = EmbeddedDynamo
			.start(EmbeddedDynamoOptions.defaults().withPort(port).withRegion(Region.EU_CENTRAL_1))) {
			assertThat(second.endpoint()).hasPort(port);
			assertThat(second.region()).isEqualTo(Region.EU_CENTRAL_1);
			assertThat(second.client().listTables().tableNames()).isEmpty();
		}
	}

	@Test
	void keepsADataDirectoryOverARestart(@TempDir Path directory) {
		EmbeddedDynamoOptions options = EmbeddedDynamoOptions.defaults().withDataDirectory(directory.resolve("a/b"));
		try (EmbeddedDynamo first = EmbeddedDynamo.start(options)) {
			new Notes(first.client()).create().write("1", "kept");
		}
		try (EmbeddedDynamo second = EmbeddedDynamo.start(options)) {
			assertThat(new Notes(second.client()).read("1")).isEqualTo("kept");
		}
	}

	@Test
	void refusesADataDirectoryThatIsAFile(@TempDir Path directory) throws IOException {
		Path file = Files.createFile(directory.resolve("file"));
		EmbeddedDynamoOptions options = EmbeddedDynamoOptions.defaults().withDataDirectory(file);
		assertThatIllegalStateException().isThrownBy(() -> EmbeddedDynamo.start(options))
			.withMessage("Could not use " + file + " as the data directory of DynamoDB Local:"
					+ " java.nio.file.FileAlreadyExistsException: " + file
					+ ". Name a directory that exists or can be created, and can be written to");
	}

	@Test
	void refusesAPortThatIsTaken() throws IOException {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			EmbeddedDynamoOptions options = EmbeddedDynamoOptions.defaults().withPort(taken.getLocalPort());
			assertThatIllegalStateException().isThrownBy(() -> EmbeddedDynamo.start(options))
				.withMessageStartingWith("Could not start DynamoDB Local on 127.0.0.1, port " + taken.getLocalPort())
				.withMessageEndingWith("Choose a port nothing listens on, or 0 for a free one");
		}
	}

	@Test
	void closesOnceAndRefusesWorkAfterwards() {
		EmbeddedDynamo closed = EmbeddedDynamo.start();
		DynamoDbClient client = closed.client();
		DynamoDbClient named = closed.client("Named");
		client.listTables();
		closed.close();
		closed.close();
		String text = "The EmbeddedDynamo at " + closed.endpoint()
				+ " is closed, and its clients with it. Start another with EmbeddedDynamo.start()";
		assertThatIllegalStateException().isThrownBy(closed::client).withMessage(text);
		assertThatIllegalStateException().isThrownBy(() -> closed.client("Named")).withMessage(text);
		assertThatIllegalStateException().isThrownBy(client::listTables).withMessageContaining("shut down");
		assertThatIllegalStateException().isThrownBy(named::listTables).withMessageContaining("shut down");
		assertThat(closed).hasToString("EmbeddedDynamo[" + closed.endpoint() + ", closed]");
	}

	@Test
	void passesErrorsOfTheServiceOn() {
		Notes absent = new Notes(dynamo.client("Absent"));
		assertThatExceptionOfType(ResourceNotFoundException.class).isThrownBy(() -> absent.read("1"));
	}

}
