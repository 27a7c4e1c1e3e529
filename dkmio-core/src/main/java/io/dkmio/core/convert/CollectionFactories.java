package io.dkmio.core.convert;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;

import org.springframework.core.CollectionFactory;
import org.springframework.data.mapping.MappingException;

/**
 * Chooses the collections and maps that are made on reading.
 */
final class CollectionFactories {

	private static final Set<Class<?>> LISTS = Set.of(Iterable.class, Collection.class, List.class, ArrayList.class);

	private static final Set<Class<?>> SETS = Set.of(Set.class, LinkedHashSet.class);

	private CollectionFactories() {
	}

	static IntFunction<Collection<@Nullable Object>> collection(Class<?> type, Class<?> element) {
		if (LISTS.contains(type)) {
			return ArrayList::new;
		}
		if (SETS.contains(type)) {
			return (size) -> new LinkedHashSet<>(size + size / 2 + 1);
		}
		return checked(type, (size) -> CollectionFactory.createCollection(type, element, size));
	}

	static IntFunction<Map<Object, @Nullable Object>> map(Class<?> type, Class<?> key) {
		if (type == Map.class || type == LinkedHashMap.class) {
			return (size) -> new LinkedHashMap<>(size + size / 2 + 1);
		}
		return checked(type, (size) -> CollectionFactory.createMap(type, key, size));
	}

	private static <T> IntFunction<T> checked(Class<?> type, IntFunction<T> factory) {
		try {
			Object unused = factory.apply(0);
			return factory;
		}
		catch (RuntimeException ex) {
			throw new MappingException("a " + type.getName()
					+ " cannot be made on reading; declare an interface such as List, Set or Map, or register a Converter",
					ex);
		}
	}

}
