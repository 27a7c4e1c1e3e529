package io.dkmio.boot.autoconfigure.aot;

import java.util.List;

import io.dkmio.boot.autoconfigure.DynamoClientAutoConfiguration;
import io.dkmio.boot.autoconfigure.DynamoDataAutoConfiguration;
import io.dkmio.boot.autoconfigure.DynamoEmbeddedAutoConfiguration;
import io.dkmio.boot.autoconfigure.DynamoObservationAutoConfiguration;
import io.dkmio.boot.autoconfigure.DynamoRepositoriesAutoConfiguration;
import io.dkmio.boot.autoconfigure.DynamoSchemaAutoConfiguration;
import io.dkmio.boot.autoconfigure.DynamoTransactionAutoConfiguration;
import io.dkmio.boot.autoconfigure.endpoint.DynamoEndpointAutoConfiguration;
import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.config.EnableDynamoAuditing;
import io.dkmio.core.mapping.DynamoManagedTypes;
import io.dkmio.repository.support.DynamoRepositoryPlans;

import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * An application that is prepared ahead of time, and tells what it did.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@AutoConfigurationPackage
@EnableDynamoAuditing
@ImportAutoConfiguration({ DynamoEmbeddedAutoConfiguration.class, DynamoClientAutoConfiguration.class,
		DynamoDataAutoConfiguration.class, DynamoSchemaAutoConfiguration.class,
		DynamoRepositoriesAutoConfiguration.class, DynamoTransactionAutoConfiguration.class,
		DynamoObservationAutoConfiguration.class, DynamoEndpointAutoConfiguration.class })
class AotApplication {

	static final String[] PROPERTIES = { "--spring.main.banner-mode=off", "--spring.main.web-application-type=none",
			"--logging.level.root=error", "--dkmio.table.name=parcels",
			"--dkmio.table.indexes.gsi1.partition-key=gsi1pk", "--dkmio.table.indexes.gsi1.sort-key=gsi1sk",
			"--dkmio.clients.reports.api-call-timeout=60s", "--dkmio.clients.reports.schema=create" };

	public static void main(String[] args) {
		try (ConfigurableApplicationContext context = SpringApplication.run(AotApplication.class, args)) {
			tell("generated", AotDetector.useGeneratedArtifacts());
			ParcelRepository parcels = context.getBean(ParcelRepository.class);
			Parcel saved = parcels.save(new Parcel("c1", 7, "Lima", List.of(new Parcel.Content("book", 2)),
					new Parcel.Card("1234"), null, null));
			tell("version", saved.version());
			tell("audited", saved.createdAt() != null);
			tell("found", parcels.findById(new ParcelId("c1", 7)).orElseThrow().equals(saved));
			tell("queried", parcels.findByCustomerIdAndNumberGreaterThan("c1", 6).equals(List.of(saved)));
			tell("summaries", parcels.findSummariesByCity("Lima"));
			tell("views", parcels.findViewsByCity("Lima").get(0).getNumber());
			tell("types", context.getBean(DynamoManagedTypes.class).toList());
			tell("plans", context.getBean(DynamoRepositoryPlans.class).of(ParcelRepository.class).size() > 3);
			tell("template", context.getBean(DynamoTemplate.class).equals(context.getBean("dynamoTemplate")));
			tell("named", context.getBean("reportsDynamoTemplate", DynamoTemplate.class)
				.exists(Parcel.class, new ParcelId("c1", 7)));
		}
	}

	private static void tell(String what, Object found) {
		System.out.println(what + "=" + found);
	}

}
