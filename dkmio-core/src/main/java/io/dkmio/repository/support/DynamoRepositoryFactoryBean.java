package io.dkmio.repository.support;

import java.util.List;

import io.dkmio.core.DynamoOperations;
import io.dkmio.repository.MethodPlan;
import org.jspecify.annotations.Nullable;

import org.springframework.data.repository.Repository;
import org.springframework.data.repository.core.support.RepositoryFactoryBeanSupport;
import org.springframework.data.repository.core.support.RepositoryFactorySupport;
import org.springframework.util.Assert;

/**
 * Makes a bean of a repository.
 *
 * @param <T> the type of the repository
 * @param <S> the type of its items
 * @param <ID> the type of their ids
 * @since 1.0
 */
public class DynamoRepositoryFactoryBean<T extends Repository<S, ID>, S, ID>
		extends RepositoryFactoryBeanSupport<T, S, ID> {

	private final Class<? extends T> repositoryInterface;

	private @Nullable DynamoOperations operations;

	private @Nullable DynamoRepositoryFactory factory;

	/**
	 * Creates a factory bean.
	 * @param repositoryInterface the repository
	 */
	public DynamoRepositoryFactoryBean(Class<? extends T> repositoryInterface) {
		super(repositoryInterface);
		this.repositoryInterface = repositoryInterface;
	}

	/**
	 * Sets what reads and writes items.
	 * @param operations the operations
	 */
	public void setOperations(DynamoOperations operations) {
		Assert.notNull(operations, "DynamoOperations must not be null");
		this.operations = operations;
		setMappingContext(operations.getConverter().getMappingContext());
	}

	@Override
	protected RepositoryFactorySupport createRepositoryFactory() {
		DynamoOperations operations = this.operations;
		Assert.state(operations != null, "DynamoOperations must be set");
		this.factory = new DynamoRepositoryFactory(operations);
		return this.factory;
	}

	/**
	 * How the methods of the repository are served. Makes the repository if it is not
	 * made yet.
	 * @return the plans in order of the methods' names
	 */
	List<MethodPlan> plans() {
		getObject();
		DynamoRepositoryFactory factory = this.factory;
		Assert.state(factory != null, "Repository factory is not initialized");
		return factory.plans(this.repositoryInterface);
	}

	Class<? extends T> repositoryInterface() {
		return this.repositoryInterface;
	}

}
