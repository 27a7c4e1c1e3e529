package io.dkmio.boot.autoconfigure;

import java.time.Clock;
import java.util.List;

import io.dkmio.core.DynamoOperations;
import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.UnmappedItems;
import io.dkmio.core.client.DynamoExceptionTranslator;
import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.client.RequestCustomizer;
import io.dkmio.core.convert.DynamoConverter;
import io.dkmio.core.convert.DynamoCustomConversions;
import io.dkmio.core.convert.MappingDynamoConverter;
import io.dkmio.core.mapping.DynamoManagedTypes;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.core.query.CursorCodec;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.data.domain.ManagedTypes;
import org.springframework.data.mapping.model.FieldNamingStrategy;
import org.springframework.data.mapping.model.PropertyNameFieldNamingStrategy;
import org.springframework.data.mapping.model.SnakeCaseFieldNamingStrategy;

/**
 * Auto-configuration of the mapping, the conversions and the {@link DynamoTemplate}. Item
 * types are found in the packages of the application, or in those of {@code @EntityScan}.
 *
 * @since 1.0
 */
@AutoConfiguration(after = DynamoClientAutoConfiguration.class)
@EnableConfigurationProperties(DynamoProperties.class)
@Import(NamedClientsRegistrar.class)
public final class DynamoDataAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(DynamoCustomConversions.class)
	DynamoCustomConversions dynamoCustomConversions() {
		return DynamoCustomConversions.of();
	}

	@Bean
	@ConditionalOnMissingBean(DynamoManagedTypes.class)
	static DynamoManagedTypes dynamoManagedTypes(ApplicationContext application) {
		return DynamoManagedTypes.from(ManagedTypes.fromSupplier(() -> new ItemScanner(application).items()));
	}

	@Bean
	@ConditionalOnMissingBean(DynamoMappingContext.class)
	DynamoMappingContext dynamoMappingContext(DynamoManagedTypes types, DynamoProperties properties,
			ObjectProvider<TableDefinition> tables, DynamoCustomConversions conversions, Environment environment) {
		List<TableDefinition> definitions = new TableDefinitions(properties,
				environment.getProperty("spring.application.name"))
			.resolve(tables.orderedStream().toList());
		DynamoMappingContext context = new DynamoMappingContext(definitions);
		context.setFieldNamingStrategy(naming(properties.mapping().naming()));
		context.setCustomConversions(conversions);
		context.setManagedTypes(types);
		return context;
	}

	private static FieldNamingStrategy naming(DynamoProperties.Naming naming) {
		return switch (naming) {
			case CAMEL -> PropertyNameFieldNamingStrategy.INSTANCE;
			case SNAKE -> new SnakeCaseFieldNamingStrategy();
		};
	}

	@Bean
	@ConditionalOnMissingBean(DynamoConverter.class)
	DynamoConverter dynamoConverter(DynamoMappingContext context, DynamoCustomConversions conversions) {
		return new MappingDynamoConverter(context, conversions);
	}

	@Bean
	@ConditionalOnMissingBean(CursorCodec.class)
	CursorCodec dynamoCursorCodec(DynamoProperties properties) {
		DynamoProperties.Cursor cursor = properties.cursor();
		if (cursor.secret() == null) {
			if (!cursor.formerSecrets().isEmpty()) {
				throw new InvalidDynamoConfigurationException("dkmio.cursor.secret",
						"there are former secrets, but no secret", "Set the secret cursors are signed with now");
			}
			return CursorCodec.random();
		}
		secret("dkmio.cursor.secret", cursor.secret());
		cursor.formerSecrets().forEach((secret) -> secret("dkmio.cursor.former-secrets", secret));
		return CursorCodec.of(cursor.secret(), cursor.formerSecrets().toArray(String[]::new));
	}

	private static void secret(String property, String secret) {
		try {
			CursorCodec.of(secret);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidDynamoConfigurationException(property, "the secret has less than 32 bytes",
					"Use a long random one, such as the output of 'openssl rand -base64 48'", ex);
		}
	}

	@Bean
	@ConditionalOnMissingBean(DynamoExceptionTranslator.class)
	DynamoExceptionTranslator dynamoExceptionTranslator() {
		return new DynamoExceptionTranslator();
	}

	@Bean(name = DynamoTemplateFactory.BEAN_NAME)
	DynamoTemplateFactory dynamoTemplateFactory(DynamoConverter converter, CursorCodec cursors,
			ObjectProvider<Clock> clock, ObjectProvider<UnmappedItems> unmappedItems,
			ObjectProvider<UnmappedItemsCounter> counter, ObjectProvider<DynamoExecutorDecorator> decorators) {
		return new DynamoTemplateFactory(converter, cursors, clock.getIfUnique(Clock::systemUTC),
				counted(unmappedItems.getIfUnique(UnmappedItems::logged), counter.getIfAvailable()), decorators);
	}

	private static UnmappedItems counted(UnmappedItems unmappedItems, @Nullable UnmappedItemsCounter counter) {
		if (counter == null) {
			return unmappedItems;
		}
		return (table, asked, alias, known) -> {
			counter.count(table, asked);
			unmappedItems.found(table, asked, alias, known);
		};
	}

	@Bean
	@Order(-200)
	DynamoExecutorDecorator dynamoRequestCustomizers(ObjectProvider<RequestCustomizer> customizers) {
		return (executor) -> RequestCustomizer.customize(executor, customizers.orderedStream().toList());
	}

	@Bean
	@ConditionalOnSingleCandidate(DynamoDbClient.class)
	@ConditionalOnMissingBean(DynamoExecutor.class)
	DynamoExecutor dynamoExecutor(DynamoTemplateFactory factory, DynamoDbClient client) {
		return factory.executor(client);
	}

	@Bean
	@ConditionalOnSingleCandidate(DynamoExecutor.class)
	@ConditionalOnMissingBean(DynamoOperations.class)
	DynamoTemplate dynamoTemplate(DynamoTemplateFactory factory, DynamoExecutor executor) {
		return factory.template(executor);
	}

}
