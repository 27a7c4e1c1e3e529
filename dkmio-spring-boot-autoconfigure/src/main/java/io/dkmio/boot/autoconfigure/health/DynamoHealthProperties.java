package io.dkmio.boot.autoconfigure.health;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * The health of DynamoDB.
 *
 * @param timeout How long to wait for an answer.
 * @param cacheTimeToLive How long an answer is given again, before DynamoDB is asked
 * anew.
 */
@ConfigurationProperties("dkmio.health")
record DynamoHealthProperties(@DefaultValue("1s") Duration timeout, @DefaultValue("10s") Duration cacheTimeToLive) {

	DynamoHealthProperties {
		Assert.isTrue(timeout.toMillis() > 0,
				"dkmio.health.timeout must be at least a millisecond. Set a time such as 1s");
	}

}
