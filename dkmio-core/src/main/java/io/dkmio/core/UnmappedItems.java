package io.dkmio.core;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import io.dkmio.UnknownTypeException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * What to do with items no known type reads, where items of several types are read: those
 * of a sealed interface, or all of a partition. They are left out of the result and
 * counted in it, and told here.
 *
 * @since 1.0
 */
@FunctionalInterface
public interface UnmappedItems {

	/**
	 * An item of an unknown type was read.
	 * @param table the table as DynamoDB knows it
	 * @param asked what was asked for, such as {@code CustomerItem}
	 * @param alias the type in the item, {@code null} if it has none
	 * @param known the aliases that are known
	 */
	void found(String table, String asked, @Nullable String alias, Set<String> known);

	/**
	 * Warns in the log, once for a type.
	 * @return the default
	 */
	static UnmappedItems logged() {
		Log log = LogFactory.getLog(UnmappedItems.class);
		Set<String> warned = ConcurrentHashMap.newKeySet();
		int enough = 100;
		return (table, asked, alias, known) -> {
			if (warned.size() < enough && warned.add(table + '#' + alias)) {
				log.warn(message(table, asked, alias, known) + " They are left out and counted.");
			}
		};
	}

	/**
	 * Fails the read.
	 * @return what throws an {@link UnknownTypeException}
	 */
	static UnmappedItems refused() {
		return (table, asked, alias, known) -> {
			throw new UnknownTypeException(message(table, asked, alias, known), alias, known);
		};
	}

	private static String message(String table, String asked, @Nullable String alias, Set<String> known) {
		return "A read of " + asked + " from table '" + table + "' found items "
				+ ((alias != null) ? "of type '" + alias + "'"
						: "without a type, whose keys fit no one type's templates")
				+ "; known are " + new TreeSet<>(known)
				+ ". Add the type to the mapping context, or the alias to the type that reads it.";
	}

}
