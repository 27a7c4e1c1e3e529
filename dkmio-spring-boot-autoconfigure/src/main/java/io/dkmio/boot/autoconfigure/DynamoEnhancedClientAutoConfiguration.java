package io.dkmio.boot.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClientExtension;
import software.amazon.awssdk.enhanced.dynamodb.extensions.AtomicCounterExtension;
import software.amazon.awssdk.enhanced.dynamodb.extensions.VersionedRecordExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the AWS Enhanced Client beside dkmio, with the SDK's default
 * extensions and those the application declares as beans.
 *
 * @since 1.0
 */
@AutoConfiguration(after = DynamoClientAutoConfiguration.class)
@ConditionalOnClass(DynamoDbEnhancedClient.class)
public final class DynamoEnhancedClientAutoConfiguration {

	@Bean
	@ConditionalOnSingleCandidate(DynamoDbClient.class)
	@ConditionalOnMissingBean(DynamoDbEnhancedClient.class)
	DynamoDbEnhancedClient dynamoDbEnhancedClient(DynamoDbClient client,
			ObjectProvider<DynamoDbEnhancedClientExtension> extensions) {
		return DynamoDbEnhancedClient.builder()
			.dynamoDbClient(client)
			.extensions(withDefaults(extensions.orderedStream().toList()))
			.build();
	}

	/**
	 * A list given to the builder replaces the SDK's defaults, so they go first unless
	 * the application has its own of the same type.
	 */
	private static List<DynamoDbEnhancedClientExtension> withDefaults(List<DynamoDbEnhancedClientExtension> own) {
		List<DynamoDbEnhancedClientExtension> all = new ArrayList<>();
		if (own.stream().noneMatch(VersionedRecordExtension.class::isInstance)) {
			all.add(VersionedRecordExtension.builder().build());
		}
		if (own.stream().noneMatch(AtomicCounterExtension.class::isInstance)) {
			all.add(AtomicCounterExtension.builder().build());
		}
		all.addAll(own);
		return all;
	}

}
