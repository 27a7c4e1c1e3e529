package io.dkmio.core.mapping;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects faults, so that all of them can be reported at once.
 */
final class Faults {

	/** Takes faults that are reported of another subject. */
	static final Of UNREPORTED = (text) -> {
	};

	private final Set<MappingFault> faults = new LinkedHashSet<>();

	private final Set<Throwable> causes = new LinkedHashSet<>();

	Of of(Class<?> type) {
		return of(type.getSimpleName());
	}

	Of of(String subject) {
		return (text) -> this.faults.add(new MappingFault(subject, text));
	}

	/**
	 * Adds what kept a type from being added: faults of its own, or whatever Spring Data
	 * found.
	 */
	void add(Class<?> type, Throwable cause) {
		if (cause instanceof InvalidMappingException ex) {
			this.faults.addAll(ex.getFaults());
			return;
		}
		of(type).add((cause.getMessage() != null) ? cause.getMessage().strip() : cause.toString());
		this.causes.add(cause);
	}

	void throwIfAny() {
		if (!this.faults.isEmpty()) {
			InvalidMappingException exception = new InvalidMappingException(List.copyOf(this.faults));
			this.causes.forEach(exception::addSuppressed);
			throw exception;
		}
	}

	/**
	 * The faults of one subject.
	 */
	interface Of {

		void add(String text);

	}

}
