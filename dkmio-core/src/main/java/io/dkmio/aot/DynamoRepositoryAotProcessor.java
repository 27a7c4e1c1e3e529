package io.dkmio.aot;

import java.util.LinkedHashSet;
import java.util.Set;

import org.springframework.aot.generate.GenerationContext;
import org.springframework.aot.hint.ReflectionHints;
import org.springframework.data.repository.config.AotRepositoryContext;
import org.springframework.data.repository.config.RepositoryRegistrationAotProcessor;
import org.springframework.data.repository.core.RepositoryInformation;

/**
 * Prepares a repository ahead of time: its interface, the types of items and ids, and
 * those its methods return. Methods are planned when the application starts, as always.
 *
 * @since 1.0
 */
public final class DynamoRepositoryAotProcessor extends RepositoryRegistrationAotProcessor {

	/**
	 * Creates the processor.
	 */
	public DynamoRepositoryAotProcessor() {
	}

	@Override
	protected void configureTypeContributions(AotRepositoryContext repositoryContext,
			GenerationContext generationContext) {
		super.configureTypeContributions(repositoryContext, generationContext);
		RepositoryInformation repository = repositoryContext.getRepositoryInformation();
		Set<Class<?>> types = new LinkedHashSet<>(repositoryContext.getResolvedTypes());
		types.add(repository.getDomainType());
		types.add(repository.getIdType());
		ReflectionHints hints = generationContext.getRuntimeHints().reflection();
		ItemHints.reachable(types).forEach((type) -> {
			ItemHints.register(type, repositoryContext);
			ItemHints.registerAnnotations(type, hints);
		});
		ItemHints.registerAnnotations(repository.getRepositoryInterface(), hints);
	}

}
