package io.dkmio.boot.autoconfigure.endpoint;

import java.lang.management.ManagementFactory;

import javax.management.ObjectName;

import io.dkmio.boot.autoconfigure.DynamoClientAutoConfiguration;
import io.dkmio.boot.autoconfigure.DynamoDataAutoConfiguration;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.jmx.JmxEndpointAutoConfiguration;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jmx.JmxAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DynamoEndpointAutoConfiguration}.
 */
class DynamoEndpointAutoConfigurationUnitTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DynamoClientAutoConfiguration.class, DynamoDataAutoConfiguration.class,
				DynamoEndpointAutoConfiguration.class))
		.withPropertyValues("dkmio.table.name=shop", "dkmio.client.region=eu-west-1");

	@Test
	void isThereWhereItIsExposed() {
		this.runner.withPropertyValues("management.endpoints.web.exposure.include=dkmio")
			.run((context) -> assertThat(context.getBean(DynamoEndpoint.class).markdown())
				.startsWith("# Table `shop`"));
	}

	@Test
	void isNotThereWhereNothingExposesIt() {
		this.runner.run((context) -> assertThat(context).doesNotHaveBean(DynamoEndpoint.class));
	}

	@Test
	void isNotThereWhereAccessIsForbidden() {
		this.runner
			.withPropertyValues("management.endpoints.web.exposure.include=*", "management.endpoint.dkmio.access=NONE")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(DynamoEndpoint.class));
	}

	@Test
	void isThereToBeRead() {
		this.runner
			.withPropertyValues("management.endpoints.web.exposure.include=*",
					"management.endpoint.dkmio.access=READ_ONLY")
			.run((context) -> assertThat(context).hasSingleBean(DynamoEndpoint.class));
	}

	@Test
	void isReadByJmxToo() {
		this.runner
			.withConfiguration(AutoConfigurations.of(JmxAutoConfiguration.class, EndpointAutoConfiguration.class,
					JmxEndpointAutoConfiguration.class))
			.withPropertyValues("spring.jmx.enabled=true", "management.endpoints.jmx.exposure.include=dkmio",
					"management.endpoints.jmx.domain=io.dkmio.test")
			.run((context) -> assertThat(ManagementFactory.getPlatformMBeanServer()
				.invoke(new ObjectName("io.dkmio.test:type=Endpoint,name=Dkmio"), "markdown", new Object[0],
						new String[0]))
				.asString()
				.startsWith("# Table `shop`"));
	}

	@Test
	void tellsItsTablesWhereItIsAskedTo() {
		this.runner.run((context) -> assertThat(context).doesNotHaveBean(DynamoInfoContributor.class));
		this.runner.withPropertyValues("management.info.dkmio.enabled=true").run((context) -> {
			Info.Builder info = new Info.Builder();
			context.getBean(DynamoInfoContributor.class).contribute(info);
			assertThat(info.build().getDetails()).extractingByKey("dkmio").asString().contains("{default=shop}");
		});
	}

}
