package io.dkmio.test;

import java.net.URI;

import io.dkmio.embedded.EmbeddedDynamo;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The one DynamoDB Local of this JVM, started when first needed. Each test class has a
 * database of its own.
 */
public final class LocalDynamo {

	private LocalDynamo() {
	}

	/**
	 * A client whose database nobody else has.
	 */
	public static DynamoDbClient client(Class<?> testClass) {
		return Server.INSTANCE.client(testClass.getName().replaceAll("[^A-Za-z0-9]", ""));
	}

	public static URI endpoint() {
		return Server.INSTANCE.endpoint();
	}

	private static final class Server {

		private static final EmbeddedDynamo INSTANCE = start();

		private static EmbeddedDynamo start() {
			EmbeddedDynamo dynamo = EmbeddedDynamo.start();
			Runtime.getRuntime().addShutdownHook(new Thread(dynamo::close, "local-dynamo-stop"));
			return dynamo;
		}

	}

}
