package io.dkmio.boot.autoconfigure;

import java.util.Map;

import io.dkmio.core.DynamoTemplate;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.beans.factory.config.RuntimeBeanReference;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Registers a client and a template for each name below {@code dkmio.clients}, and what
 * is done about their tables. They are injected by their names only, so that they never
 * stand in for the default ones.
 */
final class NamedClientsRegistrar implements ImportBeanDefinitionRegistrar {

	private static final String PROPERTY = "dkmio.clients";

	private final Environment environment;

	NamedClientsRegistrar(Environment environment) {
		this.environment = environment;
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
		Binder binder = Binder.get(this.environment);
		binder.bind(PROPERTY, Bindable.mapOf(String.class, Object.class))
			.orElseGet(Map::of)
			.keySet()
			.forEach((name) -> register(registry, name,
					binder.bind(PROPERTY + "." + name + ".schema", SchemaMode.class).orElse(SchemaMode.NONE)));
	}

	private static void register(BeanDefinitionRegistry registry, String name, SchemaMode schema) {
		String client = name + "DynamoDbClient";
		RootBeanDefinition clientDefinition = definition(DynamoDbClient.class, DynamoClientFactory.BEAN_NAME, "client");
		clientDefinition.getConstructorArgumentValues().addIndexedArgumentValue(0, name);
		registry.registerBeanDefinition(client, clientDefinition);
		RootBeanDefinition templateDefinition = definition(DynamoTemplate.class, DynamoTemplateFactory.BEAN_NAME,
				"template");
		templateDefinition.getConstructorArgumentValues().addIndexedArgumentValue(0, new RuntimeBeanReference(client));
		registry.registerBeanDefinition(name + "DynamoTemplate", templateDefinition);
		if (schema != SchemaMode.NONE) {
			RootBeanDefinition schemaDefinition = definition(DynamoSchemaInitializer.class,
					DynamoTemplateFactory.BEAN_NAME, "schema");
			schemaDefinition.getConstructorArgumentValues().addIndexedArgumentValue(0, schema);
			schemaDefinition.getConstructorArgumentValues()
				.addIndexedArgumentValue(1, new RuntimeBeanReference(client));
			registry.registerBeanDefinition(name + "DynamoSchemaInitializer", schemaDefinition);
		}
	}

	private static RootBeanDefinition definition(Class<?> type, String factoryBean, String factoryMethod) {
		RootBeanDefinition definition = new RootBeanDefinition();
		definition.setTargetType(type);
		definition.setFactoryBeanName(factoryBean);
		definition.setFactoryMethodName(factoryMethod);
		definition.setDefaultCandidate(false);
		return definition;
	}

}
