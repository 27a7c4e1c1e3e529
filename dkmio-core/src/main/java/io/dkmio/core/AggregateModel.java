package io.dkmio.core;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.mapping.Item;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.dao.IncorrectResultSizeDataAccessException;

/**
 * A record whose components are the items of one partition: one item, an {@code Optional}
 * of one, or a {@code List}, {@code Set} or {@code Collection} of several. The first
 * component that is one item is the root: without it there is no result.
 *
 * @param <T> the type of the record
 */
final class AggregateModel<T> implements ResultModel<T> {

	private final Class<T> type;

	private final List<Component> components;

	private final List<DynamoPersistentEntity<?>> types;

	private final MethodHandle constructor;

	private AggregateModel(Class<T> type, List<Component> components, List<DynamoPersistentEntity<?>> types) {
		this.type = type;
		this.components = components;
		this.types = types;
		this.constructor = constructor(type);
	}

	/**
	 * The model of a record of items.
	 * @return the model, or {@code null} if the type is no such record
	 */
	static <T> @Nullable AggregateModel<T> of(Class<T> type, DynamoMappingContext context) {
		if (context.hasPersistentEntityFor(type) && context.getRequiredPersistentEntity(type).isItem()) {
			return null;
		}
		if (!type.isRecord() || AnnotatedElementUtils.hasAnnotation(type, Item.class)) {
			return null;
		}
		List<Component> components = new ArrayList<>();
		Set<DynamoPersistentEntity<?>> types = new LinkedHashSet<>();
		for (RecordComponent each : type.getRecordComponents()) {
			Component component = Component.of(each);
			List<DynamoPersistentEntity<?>> items = component.items(context);
			if (items.isEmpty()) {
				return null;
			}
			components.add(component);
			types.addAll(items);
		}
		return components.isEmpty() ? null : new AggregateModel<>(type, components, List.copyOf(types));
	}

	private static MethodHandle constructor(Class<?> type) {
		Class<?>[] parameters = Stream.of(type.getRecordComponents())
			.map(RecordComponent::getType)
			.toArray(Class<?>[]::new);
		try {
			Constructor<?> constructor = type.getDeclaredConstructor(parameters);
			constructor.setAccessible(true);
			return MethodHandles.lookup()
				.unreflectConstructor(constructor)
				.asSpreader(Object[].class, parameters.length)
				.asType(MethodType.methodType(Object.class, Object[].class));
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException("The constructor of " + type.getName() + " cannot be called", ex);
		}
	}

	@Override
	public List<DynamoPersistentEntity<?>> types() {
		return this.types;
	}

	@Override
	public @Nullable T make(ItemCollection items) {
		if (items.all().isEmpty()) {
			return null;
		}
		@Nullable Object[] values = new @Nullable Object[this.components.size()];
		boolean rooted = false;
		for (int i = 0; i < values.length; i++) {
			Component component = this.components.get(i);
			values[i] = component.of(items, this.type);
			if (component.kind() == Kind.ONE && !rooted) {
				if (values[i] == null) {
					return null;
				}
				rooted = true;
			}
		}
		return this.type.cast(construct(values));
	}

	private Object construct(@Nullable Object[] values) {
		try {
			return this.constructor.invoke(values);
		}
		catch (RuntimeException | Error ex) {
			throw ex;
		}
		catch (Throwable ex) {
			throw new IllegalStateException("The constructor of " + this.type.getName() + " failed", ex);
		}
	}

	/**
	 * How many items a component holds.
	 */
	private enum Kind {

		ONE, OPTIONAL, LIST, SET

	}

	/**
	 * A component of the record.
	 *
	 * @param name its name
	 * @param kind how many items it holds
	 * @param item the type of the items
	 */
	private record Component(String name, Kind kind, Class<?> item) {

		static Component of(RecordComponent component) {
			ResolvableType type = ResolvableType.forMethodReturnType(component.getAccessor());
			Class<?> raw = component.getType();
			if (raw == Optional.class) {
				return new Component(component.getName(), Kind.OPTIONAL, type.getGeneric(0).toClass());
			}
			if (raw == Set.class) {
				return new Component(component.getName(), Kind.SET, type.getGeneric(0).toClass());
			}
			if (raw != Object.class && raw.isAssignableFrom(List.class)) {
				return new Component(component.getName(), Kind.LIST, type.getGeneric(0).toClass());
			}
			return new Component(component.getName(), Kind.ONE, raw);
		}

		List<DynamoPersistentEntity<?>> items(DynamoMappingContext context) {
			boolean foreign = this.item.isPrimitive() || this.item.isArray() || this.item.getName().startsWith("java.");
			return foreign ? List.of()
					: context.getConcreteTypes(this.item).stream().filter(DynamoPersistentEntity::isItem).toList();
		}

		@Nullable Object of(ItemCollection items, Class<?> aggregate) {
			List<?> found = items.get(this.item);
			return switch (this.kind) {
				case LIST -> found;
				case SET -> Collections.unmodifiableSet(new LinkedHashSet<>(found));
				case ONE -> one(found, aggregate);
				case OPTIONAL -> Optional.ofNullable(one(found, aggregate));
			};
		}

		private @Nullable Object one(List<?> found, Class<?> aggregate) {
			if (found.size() > 1) {
				throw new IncorrectResultSizeDataAccessException(aggregate.getSimpleName() + " has one '" + this.name
						+ "', and the partition has " + found.size() + " items of " + this.item.getSimpleName()
						+ "; make it a List<" + this.item.getSimpleName() + ">", 1, found.size());
			}
			return found.isEmpty() ? null : found.get(0);
		}

	}

}
