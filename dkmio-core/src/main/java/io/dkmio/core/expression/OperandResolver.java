package io.dkmio.core.expression;

import java.util.List;

import org.springframework.util.Assert;

/**
 * Resolves the paths and encodes the values of operands. Parameters become slots.
 */
final class OperandResolver implements UpdateRenderer.Operands {

	private final PathResolver resolver;

	private final OperandEncoder encoder;

	OperandResolver(PathResolver resolver, OperandEncoder encoder) {
		Assert.notNull(resolver, "Resolver must not be null");
		this.resolver = resolver;
		this.encoder = encoder;
	}

	@Override
	public AttributePath path(AttributePath path) {
		return this.resolver.resolve(path);
	}

	@Override
	public Operand operand(ValueRole role, AttributePath path, Operand operand) {
		return resolve(role, path, operand, false);
	}

	@Override
	public Operand elements(ValueRole role, AttributePath path, List<Operand> elements) {
		Slot slot = new Slot(role, path, elements, false);
		boolean fixed = elements.stream().noneMatch(Operand.Parameter.class::isInstance);
		return fixed ? new Operand.Value(this.encoder.encode(slot, List.of())) : slot;
	}

	Operand resolve(ValueRole role, AttributePath path, Operand operand, boolean nullChangesShape) {
		if (operand instanceof Operand.Value value) {
			return new Operand.Value(this.encoder.encode(role, path, value.value()));
		}
		if (operand instanceof Operand.Parameter) {
			return new Slot(role, path, List.of(operand), nullChangesShape);
		}
		return resolve(operand);
	}

	Operand resolve(Operand operand) {
		if (operand instanceof Operand.Attribute attribute) {
			return new Operand.Attribute(path(attribute.path()));
		}
		return (operand instanceof Operand.Size size) ? new Operand.Size(path(size.path())) : operand;
	}

}
