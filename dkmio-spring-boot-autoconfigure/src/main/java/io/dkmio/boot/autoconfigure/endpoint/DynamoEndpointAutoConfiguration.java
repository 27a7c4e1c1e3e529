package io.dkmio.boot.autoconfigure.endpoint;

import io.dkmio.boot.autoconfigure.DynamoDataAutoConfiguration;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.repository.support.DynamoRepositoryPlans;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.info.ConditionalOnEnabledInfoContributor;
import org.springframework.boot.actuate.autoconfigure.info.InfoContributorFallback;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the actuator endpoint {@code dkmio}, and of what dkmio tells the
 * endpoint {@code info} ({@code management.info.dkmio.enabled=true}).
 *
 * @since 1.0
 */
@AutoConfiguration(after = DynamoDataAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnBean(DynamoMappingContext.class)
public final class DynamoEndpointAutoConfiguration {

	@Bean
	@ConditionalOnAvailableEndpoint(endpoint = DynamoEndpoint.class)
	@ConditionalOnMissingBean(DynamoEndpoint.class)
	DynamoEndpoint dynamoEndpoint(DynamoMappingContext context, ObjectProvider<DynamoRepositoryPlans> plans) {
		return new DynamoEndpoint(context, plans);
	}

	@Bean
	@ConditionalOnEnabledInfoContributor(value = "dkmio", fallback = InfoContributorFallback.DISABLE)
	DynamoInfoContributor dynamoInfoContributor(DynamoMappingContext context) {
		return new DynamoInfoContributor(context);
	}

}
