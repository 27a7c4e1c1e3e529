package io.dkmio.aot;

import java.util.Objects;

import io.dkmio.core.mapping.DynamoManagedTypes;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.aot.BeanRegistrationAotContribution;
import org.springframework.beans.factory.support.RegisteredBean;
import org.springframework.data.aot.AotContext;
import org.springframework.data.aot.ManagedTypesBeanRegistrationAotProcessor;
import org.springframework.data.domain.ManagedTypes;

/**
 * Writes down which item types there are, so that nobody has to look for them when the
 * application starts, and registers what a native image has to know of them.
 */
final class DynamoManagedTypesAotProcessor extends ManagedTypesBeanRegistrationAotProcessor {

	DynamoManagedTypesAotProcessor() {
		setModuleIdentifier("dynamodb");
	}

	@Override
	protected boolean isMatch(@Nullable Class<?> beanType, @Nullable String beanName) {
		return beanType == DynamoManagedTypes.class;
	}

	@Override
	protected BeanRegistrationAotContribution contribute(AotContext aotContext, ManagedTypes managedTypes,
			RegisteredBean registeredBean) {
		BeanRegistrationAotContribution hints = (generationContext, code) -> ItemHints.reachable(managedTypes.toList())
			.forEach((type) -> {
				ItemHints.register(type, aotContext);
				ItemHints.registerAnnotations(type, generationContext.getRuntimeHints().reflection());
			});
		return Objects.requireNonNull(BeanRegistrationAotContribution.concat(hints,
				super.contribute(aotContext, managedTypes, registeredBean)));
	}

}
