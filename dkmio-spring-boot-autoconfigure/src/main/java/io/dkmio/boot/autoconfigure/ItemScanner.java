package io.dkmio.boot.autoconfigure;

import java.util.Set;

import io.dkmio.core.mapping.Item;

import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.boot.persistence.autoconfigure.EntityScanner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;

/**
 * Finds the types declared with {@link Item}, sealed interfaces and abstract classes
 * among them.
 */
final class ItemScanner extends EntityScanner {

	private final ApplicationContext context;

	ItemScanner(ApplicationContext context) {
		super(context);
		this.context = context;
	}

	Set<Class<?>> items() {
		try {
			return scan(Item.class);
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException("A type declared with @Item could not be loaded", ex);
		}
	}

	@Override
	protected ClassPathScanningCandidateComponentProvider createClassPathScanningCandidateComponentProvider(
			ApplicationContext context) {
		ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false) {

			@Override
			protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
				return definition.getMetadata().isIndependent() && !definition.getMetadata().isAnnotation();
			}

		};
		scanner.setEnvironment(this.context.getEnvironment());
		scanner.setResourceLoader(this.context);
		return scanner;
	}

}
