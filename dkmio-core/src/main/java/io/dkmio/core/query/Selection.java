package io.dkmio.core.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.Condition;
import io.dkmio.core.expression.ExpressionClauses;
import io.dkmio.core.expression.Expressions;
import io.dkmio.core.mapping.TableDefinition;
import org.jspecify.annotations.Nullable;

/**
 * The attributes a read brings: those asked for, those that tell where and what an item
 * is, and those that are left to check.
 */
final class Selection {

	private Selection() {
	}

	/**
	 * The paths to read.
	 * @return the paths, empty for all
	 */
	static List<AttributePath> paths(QueryShape shape, KeyPath path, Condition residual, PropertyPaths paths) {
		if (shape.answer() == QueryShape.Answer.ITEMS && shape.select().isEmpty()) {
			return List.of();
		}
		Set<AttributePath> selected = new LinkedHashSet<>();
		TableDefinition table = shape.type().getRequiredTable();
		path.keyNames(table).forEach((name) -> selected.add(AttributePath.of(name)));
		if (shape.answer() == QueryShape.Answer.ITEMS) {
			if (table.typeAttribute() != null) {
				selected.add(AttributePath.of(table.typeAttribute()));
			}
			shape.select().forEach((each) -> selected.add(paths.resolve(each)));
		}
		residual.paths().forEach((each) -> add(selected, paths.resolve(each)));
		return new ArrayList<>(selected);
	}

	/** Adds what is not read as a part of something else. */
	private static void add(Set<AttributePath> selected, AttributePath path) {
		boolean covered = selected.stream()
			.anyMatch((each) -> each.elements().size() <= path.elements().size()
					&& path.elements().subList(0, each.elements().size()).equals(each.elements()));
		if (!covered) {
			selected.removeIf((each) -> each.elements().size() > path.elements().size()
					&& each.elements().subList(0, path.elements().size()).equals(path.elements()));
			selected.add(path);
		}
	}

	/**
	 * The projection of a read by keys.
	 * @return the expression and its names, or {@code null} to read all
	 */
	static @Nullable Expressions of(QueryShape shape, KeyPath path, Condition residual, PropertyPaths paths) {
		List<AttributePath> selected = paths(shape, path, residual, paths);
		return selected.isEmpty() ? null : ExpressionClauses.none().withProjection(selected).render(paths, paths);
	}

}
