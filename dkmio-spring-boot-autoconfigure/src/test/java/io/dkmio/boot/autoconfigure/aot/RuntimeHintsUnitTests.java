package io.dkmio.boot.autoconfigure.aot;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Stream;

import io.dkmio.core.mapping.GlobalIndex;
import io.dkmio.core.mapping.Item;
import io.dkmio.core.mapping.event.BeforeConvertCallback;
import io.dkmio.repository.ConsistentRead;
import io.dkmio.repository.support.SimpleDynamoRepository;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.aop.SpringProxy;
import org.springframework.aop.framework.Advised;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.ReflectionHintsPredicates;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.core.DecoratingProxy;
import org.springframework.data.projection.TargetAware;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.interceptor.TransactionalProxy;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a native image is told of an application. Nothing is sent anywhere.
 */
class RuntimeHintsUnitTests {

	private static final ReflectionHintsPredicates REFLECTION = RuntimeHintsPredicates.reflection();

	private static RuntimeHints hints;

	@BeforeAll
	static void generate() {
		TestGenerationContext generation = new TestGenerationContext(AotApplication.class);
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			TestPropertyValues.of(Arrays.stream(AotApplication.PROPERTIES).map((property) -> property.substring(2)))
				.and("dkmio.embedded.enabled=false", "dkmio.client.region=eu-west-1")
				.applyTo(context);
			context.register(AotApplication.class);
			new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
		}
		hints = generation.getRuntimeHints();
	}

	@ParameterizedTest
	@ValueSource(classes = { Parcel.class, Parcel.Content.class, Parcel.Card.class, Parcel.Cash.class, ParcelId.class,
			ParcelSummary.class })
	void letsRecordsBeMadeAndTakenApart(Class<?> type) {
		for (Constructor<?> constructor : type.getDeclaredConstructors()) {
			assertThat(REFLECTION.onConstructorInvocation(constructor)).accepts(hints);
		}
		for (RecordComponent component : type.getRecordComponents()) {
			assertThat(REFLECTION.onMethodInvocation(component.getAccessor())).accepts(hints);
			assertThat(REFLECTION.onFieldAccess(type, component.getName())).accepts(hints);
		}
	}

	@ParameterizedTest
	@ValueSource(classes = { Item.class, GlobalIndex.class, ConsistentRead.class, Parcel.Payment.class })
	void keepsAnnotationsAndSealedTypes(Class<?> type) {
		assertThat(REFLECTION.onType(type)).accepts(hints);
	}

	@Test
	void letsTheRepositoryBeAProxy() {
		assertThat(RuntimeHintsPredicates.proxies()
			.forInterfaces(ParcelRepository.class, Repository.class, TransactionalProxy.class, Advised.class,
					DecoratingProxy.class))
			.accepts(hints);
		assertThat(REFLECTION.onMethodInvocation(ParcelRepository.class, "findSummariesByCity")).accepts(hints);
	}

	@Test
	void letsTheBaseOfRepositoriesBeMade() {
		assertThat(Stream.of(SimpleDynamoRepository.class.getConstructors())).isNotEmpty()
			.allSatisfy((constructor) -> assertThat(REFLECTION.onConstructorInvocation(constructor)).accepts(hints));
	}

	@Test
	void letsAProjectionBeAProxy() {
		assertThat(RuntimeHintsPredicates.proxies()
			.forInterfaces(ParcelView.class, TargetAware.class, SpringProxy.class, DecoratingProxy.class))
			.accepts(hints);
	}

	@Test
	void letsCallbacksBeFound() {
		assertThat(REFLECTION.onMethodInvocation(BeforeConvertCallback.class, "onBeforeConvert")).accepts(hints);
	}

}
