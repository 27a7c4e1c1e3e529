package io.dkmio.core.expression;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * An update of an item: changes that are made together, as one expression. Every word
 * returns a new update. All values an update reads are those before it, list indexes
 * included.
 * <p>
 * A path is named once: elements appended to one list, and members added to one set, in
 * several calls are joined; any other second change of a path, or of something inside it,
 * is refused.
 *
 * @since 1.0
 */
public final class Update implements UpdateClauses<Update> {

	private static final Update EMPTY = new Update(List.of());

	private final List<UpdateAction> actions;

	private Update(List<UpdateAction> actions) {
		this.actions = List.copyOf(actions);
	}

	/**
	 * An update without changes, to start from.
	 * @return the update
	 */
	public static Update empty() {
		return EMPTY;
	}

	@Override
	public Update with(UpdateAction action) {
		Assert.notNull(action, "Action must not be null");
		List<UpdateAction> changed = new ArrayList<>(this.actions);
		for (int i = 0; i < changed.size(); i++) {
			UpdateAction joined = join(changed.get(i), action);
			if (joined != null) {
				changed.set(i, joined);
				return new Update(changed);
			}
			if (changed.get(i).path().isProperty() == action.path().isProperty()) {
				PathConflicts.refuse("update", changed.get(i).path(), action.path());
			}
		}
		changed.add(action);
		return new Update(changed);
	}

	/**
	 * This update and another, as one.
	 * @param other the other update
	 * @return the joined update
	 */
	public Update and(Update other) {
		Update joined = this;
		for (UpdateAction action : other.actions) {
			joined = joined.with(action);
		}
		return joined;
	}

	private static @Nullable UpdateAction join(UpdateAction first, UpdateAction second) {
		if (!first.path().equals(second.path())) {
			return null;
		}
		if (first instanceof UpdateAction.Append one && second instanceof UpdateAction.Append two
				&& one.front() == two.front()) {
			return new UpdateAction.Append(one.path(),
					one.front() ? join(two.elements(), one.elements()) : join(one.elements(), two.elements()),
					one.front());
		}
		if (first instanceof UpdateAction.AddToSet one && second instanceof UpdateAction.AddToSet two) {
			return new UpdateAction.AddToSet(one.path(), join(one.members(), two.members()));
		}
		if (first instanceof UpdateAction.RemoveFromSet one && second instanceof UpdateAction.RemoveFromSet two) {
			return new UpdateAction.RemoveFromSet(one.path(), join(one.members(), two.members()));
		}
		return null;
	}

	private static List<Operand> join(List<Operand> first, List<Operand> second) {
		List<Operand> joined = new ArrayList<>(first);
		joined.addAll(second);
		return joined;
	}

	/**
	 * The changes.
	 * @return an unmodifiable list
	 */
	public List<UpdateAction> actions() {
		return this.actions;
	}

	/**
	 * The paths that are changed.
	 * @return the paths as they were written
	 */
	public List<AttributePath> paths() {
		return this.actions.stream().map(UpdateAction::path).toList();
	}

	/**
	 * Whether there are no changes. Such an update cannot be rendered.
	 * @return {@code true} if there are none
	 */
	public boolean isEmpty() {
		return this.actions.isEmpty();
	}

	@Override
	public boolean equals(@Nullable Object object) {
		return object instanceof Update other && this.actions.equals(other.actions);
	}

	@Override
	public int hashCode() {
		return this.actions.hashCode();
	}

	/**
	 * The update's expression for people, without any value.
	 */
	@Override
	public String toString() {
		return UpdateRenderer.describe(this);
	}

}
