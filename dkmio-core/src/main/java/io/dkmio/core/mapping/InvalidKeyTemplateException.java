package io.dkmio.core.mapping;

import java.io.Serial;

/**
 * A key template is not well-formed. The message names the template, the position and
 * what to write instead.
 *
 * @since 1.0
 */
public final class InvalidKeyTemplateException extends IllegalArgumentException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String template;

	private final int position;

	InvalidKeyTemplateException(String template, int position, String fault) {
		super("Key template '" + template + "', position " + position + ": " + fault);
		this.template = template;
		this.position = position;
	}

	/**
	 * The template.
	 * @return the text as declared
	 */
	public String getTemplate() {
		return this.template;
	}

	/**
	 * Where the fault is.
	 * @return the position in the template, the first character being 1
	 */
	public int getPosition() {
		return this.position;
	}

}
