package io.dkmio.core.mapping;

import io.dkmio.AttributeType;

import org.springframework.util.Assert;

/**
 * A key attribute of a table or an index: its name and type.
 *
 * @param name the attribute's name as stored
 * @param type {@link AttributeType#S}, {@link AttributeType#N} or {@link AttributeType#B}
 * @since 1.0
 */
public record KeyAttribute(String name, AttributeType type) {

	public KeyAttribute {
		Assert.hasText(name, "A key attribute needs a name");
		Assert.isTrue(type.isKeyType(),
				() -> "Key attribute '" + name + "' has type " + type + "; DynamoDB allows S, N and B");
	}

	/**
	 * Reads the short form used in configuration: {@code "pk"} for a string, or
	 * {@code "total:N"} and {@code "hash:B"}.
	 * @param specification the short form
	 * @return the key attribute
	 */
	public static KeyAttribute parse(String specification) {
		Assert.hasText(specification, "A key attribute needs a name");
		int colon = specification.lastIndexOf(':');
		if (colon < 0) {
			return new KeyAttribute(specification.trim(), AttributeType.S);
		}
		String type = specification.substring(colon + 1).trim();
		return switch (type) {
			case "S", "N", "B" ->
				new KeyAttribute(specification.substring(0, colon).trim(), AttributeType.valueOf(type));
			default -> throw new IllegalArgumentException("Key attribute '" + specification + "' has type '" + type
					+ "'; write 'name' for a string, or 'name:N' or 'name:B'");
		};
	}

	@Override
	public String toString() {
		return (this.type == AttributeType.S) ? this.name : this.name + ":" + this.type;
	}

}
