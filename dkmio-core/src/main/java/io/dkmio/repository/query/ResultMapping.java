package io.dkmio.repository.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import io.dkmio.core.expression.AttributePath;
import org.jspecify.annotations.Nullable;

import org.springframework.data.core.PropertyPath;

/**
 * What is read of an item, and what is made of it.
 *
 * @param type the type an item is read as
 * @param select the properties that are read, empty for all
 * @param converter makes a result of it, {@code null} if it is one
 * @param partition whether all items of a partition make one result
 */
record ResultMapping(Class<?> type, List<AttributePath> select, @Nullable Function<Object, Object> converter,
		boolean partition) {

	static ResultMapping identity(Class<?> type) {
		return new ResultMapping(type, List.of(), null, false);
	}

	/**
	 * All items of a partition as one result.
	 */
	static ResultMapping partition(Class<?> type) {
		return new ResultMapping(type, List.of(), null, true);
	}

	/**
	 * Some properties, read as a map of their values by their names.
	 */
	static ResultMapping rows(Stream<PropertyPath> properties, Function<Object, Object> converter) {
		return new ResultMapping(Map.class, properties.map(AttributePath::ofProperty).toList(), converter, false);
	}

	boolean isIdentity() {
		return this.converter == null;
	}

	Object one(Object read) {
		return (this.converter != null) ? this.converter.apply(read) : read;
	}

	List<?> all(List<?> read) {
		if (this.converter == null) {
			return read;
		}
		List<Object> results = new ArrayList<>(read.size());
		for (Object each : read) {
			results.add(this.converter.apply(each));
		}
		return results;
	}

}
