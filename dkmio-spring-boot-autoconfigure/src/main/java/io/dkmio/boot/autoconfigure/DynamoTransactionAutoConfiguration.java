package io.dkmio.boot.autoconfigure;

import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.DynamoTransactionManager;
import io.dkmio.core.ReadTransactionTemplate;
import io.dkmio.core.WriteTransactionTemplate;
import io.dkmio.transaction.WriteTransaction;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the transaction templates, and of the transaction manager of
 * {@link WriteTransaction}. The manager is used by its name alone, so that
 * {@code @Transactional} and {@code TransactionTemplate} go on to mean the manager of
 * another store where there is one.
 *
 * @since 1.0
 */
@AutoConfiguration(after = DynamoDataAutoConfiguration.class)
public final class DynamoTransactionAutoConfiguration {

	@Bean(name = WriteTransaction.MANAGER, defaultCandidate = false)
	@ConditionalOnBean(name = "dynamoTemplate", value = DynamoTemplate.class)
	@ConditionalOnMissingBean(value = DynamoTransactionManager.class, name = WriteTransaction.MANAGER)
	DynamoTransactionManager dynamoTransactionManager(DynamoTemplate dynamoTemplate) {
		return new DynamoTransactionManager(dynamoTemplate);
	}

	@Bean
	@ConditionalOnBean(name = "dynamoTemplate", value = DynamoTemplate.class)
	@ConditionalOnMissingBean
	WriteTransactionTemplate dynamoWriteTransactionTemplate(DynamoTemplate dynamoTemplate) {
		return new WriteTransactionTemplate(dynamoTemplate);
	}

	@Bean
	@ConditionalOnBean(name = "dynamoTemplate", value = DynamoTemplate.class)
	@ConditionalOnMissingBean
	ReadTransactionTemplate dynamoReadTransactionTemplate(DynamoTemplate dynamoTemplate) {
		return new ReadTransactionTemplate(dynamoTemplate);
	}

}
