package io.dkmio.core.expression;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.util.Assert;

/**
 * Encodes values for their roles and checks what comes out.
 */
final class OperandEncoder {

	private final ValueEncoder encoder;

	OperandEncoder(ValueEncoder encoder) {
		Assert.notNull(encoder, "Encoder must not be null");
		this.encoder = encoder;
	}

	AttributeValue encode(ValueRole role, AttributePath path, Object value) {
		if (value instanceof AttributeValue attribute) {
			role.check(path, attribute);
			return attribute;
		}
		role.check(path, value);
		AttributeValue encoded = switch (role) {
			case LENGTH -> AttributeValue.fromN(value.toString());
			case ELEMENT -> this.encoder.encodeElement(path, value);
			default -> this.encoder.encode(path, value);
		};
		Assert.state(encoded != null, () -> "The encoder made nothing of the value for attribute '" + path + "'");
		role.check(path, encoded);
		return encoded;
	}

	AttributeValue encode(Slot slot, List<? extends @Nullable Object> arguments) {
		if (slot.role() == ValueRole.LIST || slot.role() == ValueRole.SET) {
			return encodeElements(slot, arguments);
		}
		Operand operand = slot.operands().get(0);
		Object value = (operand instanceof Operand.Parameter parameter)
				? Arguments.required(arguments, parameter, slot.path()) : value(operand, slot.path());
		return encode(slot.role(), slot.path(), value);
	}

	private AttributeValue encodeElements(Slot slot, List<? extends @Nullable Object> arguments) {
		List<AttributeValue> elements = new ArrayList<>();
		for (Operand operand : slot.operands()) {
			if (!(operand instanceof Operand.Parameter parameter)) {
				elements.add(element(slot.path(), value(operand, slot.path())));
			}
			else if (parameter.elements()) {
				Arguments.elements(arguments, parameter, slot.path())
					.forEach((element) -> elements.add(element(slot.path(), element)));
			}
			else {
				elements.add(element(slot.path(), Arguments.required(arguments, parameter, slot.path())));
			}
		}
		return (slot.role() == ValueRole.LIST) ? AttributeValue.fromL(elements) : set(slot.path(), elements);
	}

	private AttributeValue element(AttributePath path, @Nullable Object value) {
		if (value == null) {
			throw new InvalidDataAccessApiUsageException("An element for attribute '" + path
					+ "' is null. Leave it out, or pass an explicit NULL attribute");
		}
		return encode(ValueRole.ELEMENT, path, value);
	}

	private static AttributeValue set(AttributePath path, List<AttributeValue> members) {
		if (members.isEmpty()) {
			throw new InvalidDataAccessApiUsageException(
					"No members are given for the set at '" + path + "': leave the call out instead");
		}
		AttributeValue set = AttributeValues.set(members);
		if (set == null) {
			throw new InvalidDataAccessApiUsageException("The members given for the set at '" + path + "' are of type "
					+ String.join(", ",
							members.stream().map((member) -> AttributeValues.typeOf(member).name()).distinct().toList())
					+ ": a set holds only strings, only numbers or only binary data");
		}
		return set;
	}

	private static Object value(Operand operand, AttributePath path) {
		if (operand instanceof Operand.Value value) {
			return value.value();
		}
		throw new InvalidDataAccessApiUsageException("'" + operand + "' cannot be used as an element for attribute '"
				+ path + "': elements are values, not attributes");
	}

}
