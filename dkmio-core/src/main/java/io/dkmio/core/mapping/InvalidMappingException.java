package io.dkmio.core.mapping;

import java.util.List;
import java.util.stream.Collectors;

import org.springframework.data.mapping.MappingException;
import org.springframework.util.Assert;

/**
 * Thrown when tables and item types do not fit together. It holds every fault of every
 * type that was looked at, not only the first.
 *
 * @since 1.0
 */
public class InvalidMappingException extends MappingException {

	private static final long serialVersionUID = 1L;

	private final MappingFault[] faults;

	/**
	 * Creates the exception.
	 * @param faults the faults, at least one
	 */
	public InvalidMappingException(List<MappingFault> faults) {
		super(text(faults));
		this.faults = faults.toArray(MappingFault[]::new);
	}

	/**
	 * Everything that is wrong.
	 * @return the faults
	 */
	public List<MappingFault> getFaults() {
		return List.of(this.faults);
	}

	private static String text(List<MappingFault> faults) {
		Assert.notEmpty(faults, "A mapping without faults is not invalid");
		String heading = (faults.size() == 1) ? "The mapping has a fault:"
				: "The mapping has " + faults.size() + " faults:";
		return faults.stream().map((fault) -> "\n  - " + fault).collect(Collectors.joining("", heading, ""));
	}

}
