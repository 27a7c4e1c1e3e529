package io.dkmio.repository.support;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.dkmio.core.DynamoOperations;
import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.DynamoTransactionManager;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.data.repository.core.RepositoryInformation;
import org.springframework.data.repository.core.support.RepositoryProxyPostProcessor;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.interceptor.DelegatingTransactionAttribute;
import org.springframework.transaction.interceptor.TransactionAttribute;
import org.springframework.transaction.interceptor.TransactionInterceptor;

/**
 * Makes methods of repositories transactions that are annotated so. Spring leaves
 * repositories out when it does this for other beans.
 */
final class RepositoryTransactions implements RepositoryProxyPostProcessor {

	private final DynamoOperations operations;

	private @Nullable BeanFactory beans;

	RepositoryTransactions(DynamoOperations operations) {
		this.operations = operations;
	}

	void setBeanFactory(BeanFactory beans) {
		this.beans = beans;
	}

	@Override
	public void postProcess(ProxyFactory factory, RepositoryInformation information) {
		Attributes attributes = new Attributes(information.getRepositoryInterface());
		if (attributes.areNone(information)) {
			return;
		}
		TransactionInterceptor interceptor = new TransactionInterceptor();
		interceptor.setTransactionAttributeSource(attributes);
		BeanFactory beans = this.beans;
		if (beans != null) {
			interceptor.setBeanFactory(beans);
		}
		else if (this.operations instanceof DynamoTemplate template) {
			interceptor.setTransactionManager(new DynamoTransactionManager(template));
		}
		interceptor.afterPropertiesSet();
		factory.addAdvice(interceptor);
	}

	/**
	 * The transactions of a repository: those of its methods, or else that of its type.
	 */
	private static final class Attributes extends AnnotationTransactionAttributeSource {

		private static final long serialVersionUID = 1L;

		private final Class<?> repository;

		private final transient @Nullable TransactionAttribute type;

		private final transient Map<Method, Optional<TransactionAttribute>> named = new ConcurrentHashMap<>();

		Attributes(Class<?> repository) {
			super(false);
			this.repository = repository;
			this.type = findTransactionAttribute(repository);
		}

		@Override
		public @Nullable TransactionAttribute getTransactionAttribute(Method method, @Nullable Class<?> targetClass) {
			return this.named.computeIfAbsent(method, (each) -> Optional.ofNullable(find(each, targetClass)))
				.orElse(null);
		}

		private @Nullable TransactionAttribute find(Method method, @Nullable Class<?> targetClass) {
			if (method.getDeclaringClass() == Object.class) {
				return null;
			}
			TransactionAttribute declared = super.getTransactionAttribute(method, targetClass);
			TransactionAttribute attribute = (declared != null) ? declared : this.type;
			String name = this.repository.getSimpleName() + "." + method.getName();
			return (attribute != null) ? new Named(attribute, name) : null;
		}

		boolean areNone(RepositoryInformation information) {
			Class<?> target = information.getRepositoryBaseClass();
			return this.type == null && Arrays.stream(information.getRepositoryInterface().getMethods())
				.allMatch((method) -> getTransactionAttribute(method, target) == null);
		}

	}

	/**
	 * A transaction named as the method of the repository is, for failures.
	 */
	private static final class Named extends DelegatingTransactionAttribute {

		private static final long serialVersionUID = 1L;

		private final String name;

		Named(TransactionAttribute attribute, String name) {
			super(attribute);
			this.name = name;
		}

		@Override
		public String getName() {
			return this.name;
		}

	}

}
