package io.dkmio.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One way to use DynamoDB from Java. All do the same work: the same items, and as many
 * requests.
 */
interface Contestant {

	/** The one table. */
	String TABLE = "shop";

	/** How many items a batch has. */
	int BATCH = 250;

	/** How many items a transaction has. */
	int TRANSACTION = 5;

	/** What is written. */
	List<Shipment> SHIPMENTS = IntStream.range(0, BATCH).mapToObj(Shipment::example).toList();

	/** What is read. */
	List<Map<String, AttributeValue>> ITEMS = SHIPMENTS.stream().map(HandWritten::write).map(Map::copyOf).toList();

	/**
	 * Converts an item to attributes.
	 * @param number which item, below {@link #BATCH}
	 */
	Object toItem(int number);

	/**
	 * Converts attributes to an item.
	 * @param number which item, below {@link #BATCH}
	 */
	Object fromItem(int number);

	/** Reads an item by its key. */
	Object get();

	/** Reads a page of a hundred items. */
	List<?> query100();

	/** Reads ten pages of a hundred items. */
	List<?> query1000();

	/** Writes an item. */
	Object put();

	/** Changes three attributes of an item under a condition, and returns the item. */
	Object update();

	/** Reads 250 items by their keys. */
	List<?> batchGet250();

	/** Writes 250 items. */
	void batchWrite250();

	/** Writes five items together or not at all. */
	void transaction5();

	/**
	 * Creates a contestant over canned answers.
	 * @param name the name of one
	 * @return the contestant
	 */
	static Contestant of(String name) {
		return of(name, name.equals("wire") ? StubHttpClient::wired : StubHttpClient::client);
	}

	/**
	 * Creates a contestant.
	 * @param name the name of one
	 * @param clients gives it its clients
	 * @return the contestant
	 */
	static Contestant of(String name, Clients clients) {
		return switch (name) {
			case "hand" -> new HandWrittenContestant(clients);
			case "bean" -> new EnhancedContestant<>(clients, EnhancedBean.SCHEMA);
			case "immutable" -> new EnhancedContestant<>(clients, EnhancedImmutable.SCHEMA);
			case "springCloud" -> new SpringCloudContestant(clients);
			case "template" -> new TemplateContestant(clients);
			case "repository", "wire" -> new RepositoryContestant(clients);
			default -> throw new IllegalArgumentException("There is no contestant '" + name + "'");
		};
	}

	/** Makes clients. */
	interface Clients {

		/** A client whose requests are answered with the same bodies, in turns. */
		DynamoDbClient answering(byte[]... bodies);

	}

}
