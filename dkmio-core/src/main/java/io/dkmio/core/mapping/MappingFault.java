package io.dkmio.core.mapping;

import java.io.Serializable;

/**
 * One thing wrong with a mapping.
 *
 * @param subject what is wrong: an item type's simple name, or a table
 * @param text what was found, and what to do about it
 * @since 1.0
 */
public record MappingFault(String subject, String text) implements Serializable {

	@Override
	public String toString() {
		return this.subject + ": " + this.text;
	}

}
