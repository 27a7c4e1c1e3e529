package io.dkmio.core.config;

import java.lang.annotation.Annotation;

import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.event.AuditingEntityCallback;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.data.auditing.IsNewAwareAuditingHandler;
import org.springframework.data.auditing.config.AuditingBeanDefinitionRegistrarSupport;
import org.springframework.data.auditing.config.AuditingConfiguration;
import org.springframework.data.config.ParsingUtils;
import org.springframework.data.mapping.context.PersistentEntities;

/**
 * Registers what {@link EnableDynamoAuditing} needs.
 */
final class DynamoAuditingRegistrar extends AuditingBeanDefinitionRegistrarSupport {

	private static final String HANDLER = "dynamoAuditingHandler";

	@Override
	protected Class<? extends Annotation> getAnnotation() {
		return EnableDynamoAuditing.class;
	}

	@Override
	protected String getAuditingHandlerBeanName() {
		return HANDLER;
	}

	@Override
	protected BeanDefinitionBuilder getAuditHandlerBeanDefinitionBuilder(AuditingConfiguration configuration) {
		BeanDefinitionBuilder entities = BeanDefinitionBuilder
			.rootBeanDefinition(DynamoAuditingRegistrar.class, "entities")
			.setAutowireMode(AbstractBeanDefinition.AUTOWIRE_CONSTRUCTOR);
		return configureDefaultAuditHandlerAttributes(configuration,
				BeanDefinitionBuilder.rootBeanDefinition(IsNewAwareAuditingHandler.class))
			.addConstructorArgValue(entities.getBeanDefinition());
	}

	@Override
	protected void registerAuditListenerBeanDefinition(BeanDefinition handler, BeanDefinitionRegistry registry) {
		AbstractBeanDefinition callback = BeanDefinitionBuilder.rootBeanDefinition(AuditingEntityCallback.class)
			.addConstructorArgValue(
					ParsingUtils.getObjectFactoryBeanDefinition(getAuditingHandlerBeanName(), handler.getSource()))
			.getBeanDefinition();
		registerInfrastructureBeanWithId(callback, AuditingEntityCallback.class.getName(), registry);
	}

	/**
	 * Takes the context of dkmio where other stores have theirs.
	 */
	static PersistentEntities entities(DynamoMappingContext context) {
		return PersistentEntities.of(context);
	}

}
