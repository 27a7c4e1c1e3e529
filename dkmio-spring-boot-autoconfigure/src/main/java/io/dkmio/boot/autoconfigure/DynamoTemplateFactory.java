package io.dkmio.boot.autoconfigure;

import java.time.Clock;

import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.UnmappedItems;
import io.dkmio.core.client.ClientDynamoExecutor;
import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.convert.DynamoConverter;
import io.dkmio.core.query.CursorCodec;
import io.dkmio.core.schema.SchemaManager;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Makes templates that differ in their client alone.
 */
final class DynamoTemplateFactory {

	static final String BEAN_NAME = "dynamoTemplateFactory";

	private final DynamoConverter converter;

	private final CursorCodec cursors;

	private final Clock clock;

	private final UnmappedItems unmappedItems;

	private final ObjectProvider<DynamoExecutorDecorator> decorators;

	DynamoTemplateFactory(DynamoConverter converter, CursorCodec cursors, Clock clock, UnmappedItems unmappedItems,
			ObjectProvider<DynamoExecutorDecorator> decorators) {
		this.converter = converter;
		this.cursors = cursors;
		this.clock = clock;
		this.unmappedItems = unmappedItems;
		this.decorators = decorators;
	}

	DynamoExecutor executor(DynamoDbClient client) {
		DynamoExecutor executor = new ClientDynamoExecutor(client);
		for (DynamoExecutorDecorator decorator : this.decorators.orderedStream().toList()) {
			executor = decorator.decorate(executor);
		}
		return executor;
	}

	/**
	 * What to do about the tables of another client at start-up.
	 */
	DynamoSchemaInitializer schema(SchemaMode mode, DynamoDbClient client) {
		return new DynamoSchemaInitializer(mode, () -> new SchemaManager(executor(client)),
				this.converter.getMappingContext().getTables());
	}

	DynamoTemplate template(DynamoDbClient client) {
		return template(executor(client));
	}

	DynamoTemplate template(DynamoExecutor executor) {
		DynamoTemplate template = new DynamoTemplate(executor, this.converter.getMappingContext(), this.converter,
				this.clock);
		template.setCursorCodec(this.cursors);
		template.setUnmappedItems(this.unmappedItems);
		return template;
	}

}
