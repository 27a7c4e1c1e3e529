package io.dkmio.repository.support;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.dkmio.repository.MethodPlan;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.Assert;

/**
 * How the methods of all repositories are served. A bean of this type is there wherever
 * repositories are enabled.
 *
 * @since 1.0
 */
public final class DynamoRepositoryPlans {

	private final ListableBeanFactory beans;

	/**
	 * Creates the plans.
	 * @param beans knows the repositories
	 */
	public DynamoRepositoryPlans(ListableBeanFactory beans) {
		Assert.notNull(beans, "ListableBeanFactory must not be null");
		this.beans = beans;
	}

	/**
	 * All plans.
	 * @return the plans by repository, in order of their names
	 */
	public Map<Class<?>, List<MethodPlan>> all() {
		Map<Class<?>, List<MethodPlan>> plans = new LinkedHashMap<>();
		this.beans.getBeansOfType(DynamoRepositoryFactoryBean.class)
			.values()
			.stream()
			.sorted(Comparator.comparing((bean) -> bean.repositoryInterface().getName()))
			.forEach((bean) -> plans.put(bean.repositoryInterface(), plans(bean)));
		return plans;
	}

	private static List<MethodPlan> plans(DynamoRepositoryFactoryBean<?, ?, ?> bean) {
		return bean.plans();
	}

	/**
	 * The plans of one repository.
	 * @param repository the interface
	 * @return the plans in order of the methods' names, none if there is no such
	 * repository
	 */
	public List<MethodPlan> of(Class<?> repository) {
		return all().getOrDefault(repository, List.of());
	}

	/** All plans, a line each. */
	@Override
	public String toString() {
		return all().values()
			.stream()
			.flatMap(List::stream)
			.map(MethodPlan::toString)
			.collect(Collectors.joining(System.lineSeparator()));
	}

}
