package io.dkmio.core.mapping;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.springframework.util.Assert;

/**
 * Which attributes an index holds beside the keys.
 *
 * @param kind all, keys only, or keys and the named attributes
 * @param attributes the named attributes of {@link Kind#INCLUDE}, in declared order
 * @since 1.0
 */
public record Projection(Kind kind, Set<String> attributes) {

	/** Every attribute. */
	public static final Projection ALL = new Projection(Kind.ALL, Set.of());

	/** The keys of the table and of the index alone. */
	public static final Projection KEYS_ONLY = new Projection(Kind.KEYS_ONLY, Set.of());

	public Projection {
		attributes = Collections.unmodifiableSet(new LinkedHashSet<>(attributes));
		Assert.isTrue((kind == Kind.INCLUDE) != attributes.isEmpty(), () -> (kind == Kind.INCLUDE)
				? "A projection of kind INCLUDE names no attribute; name some, or use KEYS_ONLY"
				: "A projection of kind " + kind + " names attributes, which only INCLUDE does; use include(…)");
	}

	/**
	 * The keys and the named attributes.
	 * @param attributes the attributes' names as stored
	 * @return the projection
	 */
	public static Projection include(String... attributes) {
		return include(List.of(attributes));
	}

	/**
	 * The keys and the named attributes.
	 * @param attributes the attributes' names as stored
	 * @return the projection
	 */
	public static Projection include(Collection<String> attributes) {
		return new Projection(Kind.INCLUDE, new LinkedHashSet<>(attributes));
	}

	/**
	 * The three kinds DynamoDB knows.
	 */
	public enum Kind {

		/** Every attribute. */
		ALL,
		/** Keys alone. */
		KEYS_ONLY,
		/** Keys and named attributes. */
		INCLUDE

	}

}
