package io.dkmio.repository.config;

import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.dkmio.aot.DynamoRepositoryAotProcessor;
import io.dkmio.core.mapping.Item;
import io.dkmio.repository.DynamoRepository;
import io.dkmio.repository.support.DynamoRepositoryFactoryBean;
import io.dkmio.repository.support.DynamoRepositoryPlans;
import io.dkmio.repository.support.SimpleDynamoRepository;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.aot.BeanRegistrationAotProcessor;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.data.repository.config.RepositoryConfigurationExtensionSupport;
import org.springframework.data.repository.config.RepositoryConfigurationSource;
import org.springframework.data.repository.core.RepositoryMetadata;

/**
 * What Spring Data has to know about the repositories of dkmio.
 *
 * @since 1.0
 */
public class DynamoRepositoryConfigurationExtension extends RepositoryConfigurationExtensionSupport {

	/** The name of the bean that knows all plans. */
	static final String PLANS = "dynamoRepositoryPlans";

	private static final String DEFAULT_TEMPLATE = "dynamoTemplate";

	@Override
	public String getModuleName() {
		return "DynamoDB";
	}

	@Override
	public String getModuleIdentifier() {
		return "dynamodb";
	}

	/** Deprecated by Spring Data, and abstract all the same. */
	@Override
	@SuppressWarnings("deprecation")
	protected String getModulePrefix() {
		return getModuleIdentifier();
	}

	@Override
	public String getRepositoryBaseClassName() {
		return SimpleDynamoRepository.class.getName();
	}

	@Override
	public String getRepositoryFactoryBeanClassName() {
		return DynamoRepositoryFactoryBean.class.getName();
	}

	@Override
	public Class<? extends BeanRegistrationAotProcessor> getRepositoryAotProcessor() {
		return DynamoRepositoryAotProcessor.class;
	}

	@Override
	protected Collection<Class<? extends Annotation>> getIdentifyingAnnotations() {
		return List.of(Item.class);
	}

	@Override
	protected Collection<Class<?>> getIdentifyingTypes() {
		return List.of(DynamoRepository.class);
	}

	@Override
	protected boolean useRepositoryConfiguration(RepositoryMetadata metadata) {
		return !metadata.isReactiveRepository();
	}

	@Override
	public void postProcess(BeanDefinitionBuilder builder, RepositoryConfigurationSource source) {
		Optional<String> template = source.getAttribute("templateRef");
		builder.addPropertyReference("operations", template.orElse(DEFAULT_TEMPLATE));
	}

	@Override
	public void registerBeansForRoot(BeanDefinitionRegistry registry,
			RepositoryConfigurationSource configurationSource) {
		super.registerBeansForRoot(registry, configurationSource);
		registerLazyIfNotAlreadyRegistered(DynamoRepositoryConfigurationExtension::plans, registry, PLANS,
				configurationSource.getSource());
	}

	private static AbstractBeanDefinition plans() {
		return BeanDefinitionBuilder.rootBeanDefinition(DynamoRepositoryPlans.class)
			.setAutowireMode(AbstractBeanDefinition.AUTOWIRE_CONSTRUCTOR)
			.setRole(BeanDefinition.ROLE_INFRASTRUCTURE)
			.getBeanDefinition();
	}

}
