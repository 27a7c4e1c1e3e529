package io.dkmio.core.expression;

/**
 * Turns a path as a caller wrote it into the path of the attribute that is stored.
 *
 * @since 1.0
 */
@FunctionalInterface
public interface PathResolver {

	/**
	 * Resolves a path.
	 * @param path the path; {@link AttributePath#isProperty()} says in which names
	 * @return the path in the names of attributes
	 */
	AttributePath resolve(AttributePath path);

	/**
	 * A resolver for which properties and attributes have the same names.
	 * @return the resolver
	 */
	static PathResolver identity() {
		return (path) -> path.isProperty() ? AttributePath.of(path.elements()) : path;
	}

}
