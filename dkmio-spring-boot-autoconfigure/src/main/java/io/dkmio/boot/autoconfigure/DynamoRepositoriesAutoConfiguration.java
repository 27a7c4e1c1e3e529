package io.dkmio.boot.autoconfigure;

import java.lang.annotation.Annotation;

import io.dkmio.core.DynamoOperations;
import io.dkmio.repository.config.DynamoRepositoryConfigurationExtension;
import io.dkmio.repository.config.EnableDynamoRepositories;
import io.dkmio.repository.support.DynamoRepositoryFactoryBean;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.data.AbstractRepositoryConfigurationSourceSupport;
import org.springframework.context.annotation.Import;
import org.springframework.data.repository.config.RepositoryConfigurationExtension;

/**
 * Auto-configuration of repositories in the packages of the application, unless it has
 * {@link EnableDynamoRepositories} itself. Switched off by
 * {@code dkmio.repositories.enabled=false}.
 *
 * @since 1.0
 */
@AutoConfiguration(after = DynamoDataAutoConfiguration.class)
@ConditionalOnBean(name = "dynamoTemplate", value = DynamoOperations.class)
@ConditionalOnBooleanProperty(name = "dkmio.repositories.enabled", matchIfMissing = true)
@ConditionalOnMissingBean(DynamoRepositoryFactoryBean.class)
@Import(DynamoRepositoriesAutoConfiguration.Registrar.class)
public final class DynamoRepositoriesAutoConfiguration {

	/**
	 * Looks for repositories as if the application had asked for it.
	 */
	static final class Registrar extends AbstractRepositoryConfigurationSourceSupport {

		@Override
		protected Class<? extends Annotation> getAnnotation() {
			return EnableDynamoRepositories.class;
		}

		@Override
		protected Class<?> getConfiguration() {
			return AllRepositories.class;
		}

		@Override
		protected RepositoryConfigurationExtension getRepositoryConfigurationExtension() {
			return new DynamoRepositoryConfigurationExtension();
		}

		/** Not beside this class, where Spring would take it for a configuration. */
		@EnableDynamoRepositories
		private static final class AllRepositories {

		}

	}

}
