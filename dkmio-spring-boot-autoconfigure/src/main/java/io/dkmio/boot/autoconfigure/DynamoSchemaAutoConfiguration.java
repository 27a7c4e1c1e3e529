package io.dkmio.boot.autoconfigure;

import java.util.Objects;

import io.dkmio.core.DynamoOperations;
import io.dkmio.core.client.DynamoExecutor;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.schema.SchemaManager;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AbstractDependsOnBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of tables at start-up, as {@code dkmio.schema} says. All
 * {@link DynamoOperations} depend on it.
 *
 * @since 1.0
 */
@AutoConfiguration(after = DynamoDataAutoConfiguration.class)
@ConditionalOnBean(DynamoMappingContext.class)
@EnableConfigurationProperties(DynamoProperties.class)
public final class DynamoSchemaAutoConfiguration {

	@Bean
	@ConditionalOnSingleCandidate(DynamoExecutor.class)
	@ConditionalOnMissingBean(SchemaManager.class)
	SchemaManager dynamoSchemaManager(DynamoExecutor executor) {
		return new SchemaManager(executor);
	}

	@Bean
	DynamoSchemaInitializer dynamoSchemaInitializer(DynamoProperties properties, DynamoMappingContext context,
			ObjectProvider<SchemaManager> schema, ObjectProvider<DynamoConnectionDetails> details) {
		SchemaMode fallback = (details.getIfUnique() instanceof EmbeddedDynamoConnectionDetails) ? SchemaMode.CREATE
				: SchemaMode.NONE;
		return new DynamoSchemaInitializer(Objects.requireNonNullElse(properties.schema(), fallback), schema::getObject,
				context.getTables());
	}

	@Bean
	static LazyInitializationExcludeFilter dynamoSchemaInitializerIsNeverLazy() {
		return LazyInitializationExcludeFilter.forBeanTypes(DynamoSchemaInitializer.class);
	}

	@Bean
	static AbstractDependsOnBeanFactoryPostProcessor dynamoOperationsDependOnSchema() {
		return new DependsOnSchema();
	}

	private static final class DependsOnSchema extends AbstractDependsOnBeanFactoryPostProcessor {

		private DependsOnSchema() {
			super(DynamoOperations.class, DynamoSchemaInitializer.class);
		}

	}

}
