package io.dkmio.core.convert;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;

/**
 * Sets stored as sets of DynamoDB. An empty one is not stored, because DynamoDB has none,
 * and a missing one reads as empty.
 */
abstract class SetCodec extends CollectionCodec {

	SetCodec(String expected, ValueCodec<Object> element, IntFunction<Collection<@Nullable Object>> factory) {
		super(expected, element, factory, true);
	}

	/**
	 * The codec for elements of a type.
	 * @return the codec, or {@code null} if DynamoDB has no sets of those
	 */
	@SuppressWarnings("unchecked")
	static @Nullable SetCodec find(ValueCodec<?> element, IntFunction<Collection<@Nullable Object>> factory) {
		if (element instanceof TextCodec<?> text) {
			return new Texts((TextCodec<Object>) text, factory);
		}
		if (element instanceof NumberCodec<?> number) {
			return new Numbers((NumberCodec<Object>) number, factory);
		}
		if (element instanceof BinaryCodec<?> binary) {
			return new Binaries((BinaryCodec<Object>) binary, factory);
		}
		return null;
	}

	@Override
	final void write(Iterable<@Nullable Object> value, AttributeSink sink) {
		Collection<@Nullable Object> values = (Collection<@Nullable Object>) value;
		if (values.isEmpty()) {
			sink.nullValue();
		}
		else {
			writeElements(values, sink);
		}
	}

	@Override
	final void writeField(String name, Iterable<@Nullable Object> value, AttributeSink sink) {
		Collection<@Nullable Object> values = (Collection<@Nullable Object>) value;
		if (!values.isEmpty()) {
			sink.name(name);
			writeElements(values, sink);
		}
	}

	abstract void writeElements(Collection<@Nullable Object> values, AttributeSink sink);

	static Object present(@Nullable Object element) {
		if (element == null) {
			throw ConversionFault.of("a set with a null element, which DynamoDB does not have; remove it");
		}
		return element;
	}

	private static final class Texts extends SetCodec {

		private final TextCodec<Object> element;

		private final boolean plain;

		Texts(TextCodec<Object> element, IntFunction<Collection<@Nullable Object>> factory) {
			super("SS" + element.expected().substring(1), element, factory);
			this.element = element;
			this.plain = ((ValueCodec<?>) element) instanceof TextCodec.Plain;
		}

		@Override
		@SuppressWarnings("unchecked")
		void writeElements(Collection<@Nullable Object> values, AttributeSink sink) {
			if (this.plain) {
				values.forEach(SetCodec::present);
				sink.stringSet((Collection<String>) (Collection<?>) values);
				return;
			}
			Set<String> texts = new LinkedHashSet<>(values.size() * 2);
			for (Object value : values) {
				texts.add(this.element.format(present(value)));
			}
			sink.stringSet(texts);
		}

	}

	private static final class Numbers extends SetCodec {

		private final NumberCodec<Object> element;

		Numbers(NumberCodec<Object> element, IntFunction<Collection<@Nullable Object>> factory) {
			super("NS" + element.expected().substring(1), element, factory);
			this.element = element;
		}

		@Override
		void writeElements(Collection<@Nullable Object> values, AttributeSink sink) {
			List<String> texts = new ArrayList<>(values.size());
			Set<BigDecimal> seen = this.element.isExact() ? null : new HashSet<>();
			for (Object value : values) {
				String text = this.element.format(present(value));
				if (seen == null || seen.add(new BigDecimal(text).stripTrailingZeros())) {
					texts.add(text);
				}
			}
			sink.numberSet(texts);
		}

	}

	private static final class Binaries extends SetCodec {

		private final BinaryCodec<Object> element;

		Binaries(BinaryCodec<Object> element, IntFunction<Collection<@Nullable Object>> factory) {
			super("BS" + element.expected().substring(1), element, factory);
			this.element = element;
		}

		@Override
		void writeElements(Collection<@Nullable Object> values, AttributeSink sink) {
			Set<SdkBytes> bytes = new LinkedHashSet<>(values.size() * 2);
			for (Object value : values) {
				bytes.add(this.element.format(present(value)));
			}
			sink.binarySet(bytes);
		}

	}

}
