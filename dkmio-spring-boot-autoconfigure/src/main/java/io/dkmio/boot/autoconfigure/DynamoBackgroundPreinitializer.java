package io.dkmio.boot.autoconfigure;

import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

import io.dkmio.core.DynamoTemplate;
import io.dkmio.repository.support.DynamoRepositoryFactoryBean;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.boot.autoconfigure.preinitialize.BackgroundPreinitializer;

/**
 * Brings the classes of the client, of Spring Data and of dkmio into the JVM while the
 * application context is still being prepared: most of what dkmio adds to a start is
 * loading classes. The JVM's property {@code spring.backgroundpreinitializer.ignore}
 * turns it off, as all others of Spring Boot.
 */
final class DynamoBackgroundPreinitializer implements BackgroundPreinitializer {

	private static final Log logger = LogFactory.getLog(DynamoBackgroundPreinitializer.class);

	private final Set<Class<?>> seen = new HashSet<>();

	private final Deque<Class<?>> found = new ArrayDeque<>();

	@Override
	public void preinitialize() {
		buildClient();
		link(DynamoClientFactory.class, DynamoTemplate.class, DynamoRepositoryFactoryBean.class);
	}

	/** Sends nothing. Its classes are initialized, as the SDK's may be at once. */
	private static void buildClient() {
		DynamoDbClient.builder()
			.region(Region.US_EAST_1)
			.credentialsProvider(AnonymousCredentialsProvider.create())
			.httpClientBuilder(Apache5HttpClient.builder())
			.build()
			.close();
	}

	/**
	 * Loads and links classes and those they are made of, and does not initialize them:
	 * initializing in two threads classes that need each other can block both for ever.
	 * @param roots where to begin
	 * @return what was found
	 */
	Set<Class<?>> link(Class<?>... roots) {
		add(roots);
		Class<?> next = this.found.poll();
		while (next != null) {
			linkOne(next);
			next = this.found.poll();
		}
		return this.seen;
	}

	/** To ask for the methods of a class links it. */
	private void linkOne(Class<?> type) {
		try {
			add(type.getSuperclass());
			add(type.getInterfaces());
			add(type.getPermittedSubclasses());
			add(type.getDeclaredClasses());
			for (Field field : type.getDeclaredFields()) {
				add(field.getType());
			}
			for (Executable executable : type.getDeclaredConstructors()) {
				add(executable.getParameterTypes());
			}
			for (Executable executable : type.getDeclaredMethods()) {
				add(executable.getParameterTypes());
			}
		}
		catch (LinkageError ex) {
			logger.trace("'" + type.getName() + "' needs a class that is not there", ex);
		}
	}

	private void add(Class<?> @Nullable ... types) {
		if (types != null) {
			for (Class<?> type : types) {
				add(type);
			}
		}
	}

	private void add(@Nullable Class<?> type) {
		if (type != null && isOurs(type.getName()) && this.seen.add(type)) {
			this.found.add(type);
		}
	}

	private static boolean isOurs(String name) {
		return name.startsWith("io.dkmio.") || name.startsWith("org.springframework.data.");
	}

}
