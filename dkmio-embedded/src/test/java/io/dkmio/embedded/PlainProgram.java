package io.dkmio.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/**
 * What the tests run in a JVM of its own.
 */
final class PlainProgram {

	private PlainProgram() {
	}

	public static void main(String[] arguments) throws IOException {
		switch (arguments[0]) {
			case "use" -> use();
			case "taken" -> startOnAPortThatIsTaken();
			case "start" -> start();
			default -> throw new IllegalArgumentException(arguments[0]);
		}
	}

	private static void use() {
		for (int round = 1; round <= 2; round++) {
			try (EmbeddedDynamo dynamo = EmbeddedDynamo.start()) {
				DynamoDbClient client = dynamo.client();
				try {
					new Notes(client).read("1");
				}
				catch (ResourceNotFoundException ex) {
					System.out.println("no table");
				}
				System.out.println(new Notes(client).create().write("1", "hello").read("1"));
			}
		}
	}

	private static void startOnAPortThatIsTaken() throws IOException {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			EmbeddedDynamo.start(EmbeddedDynamoOptions.defaults().withPort(taken.getLocalPort()));
		}
		catch (IllegalStateException ex) {
			System.out.println("refused");
		}
	}

	private static void start() {
		try (EmbeddedDynamo dynamo = EmbeddedDynamo.start()) {
			System.out.println("started " + dynamo);
		}
		catch (IllegalStateException ex) {
			System.out.println(ex.getMessage());
		}
	}

}
