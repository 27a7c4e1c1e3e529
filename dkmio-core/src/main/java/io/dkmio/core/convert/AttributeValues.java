package io.dkmio.core.convert;

import java.util.ArrayList;
import java.util.List;

import io.dkmio.AttributeType;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Copies attributes as they are between {@link AttributeValue} and the streams.
 */
final class AttributeValues {

	private AttributeValues() {
	}

	static void copy(AttributeValue value, AttributeSink sink) {
		switch (value.type()) {
			case S -> sink.string(value.s());
			case N -> sink.number(value.n());
			case B -> sink.binary(value.b());
			case BOOL -> sink.bool(value.bool());
			case NUL -> sink.nullValue();
			case SS -> sink.stringSet(value.ss());
			case NS -> sink.numberSet(value.ns());
			case BS -> sink.binarySet(value.bs());
			case L -> {
				sink.beginList(value.l().size());
				value.l().forEach((element) -> copy(element, sink));
				sink.endList();
			}
			case M -> {
				sink.beginMap(value.m().size());
				value.m().forEach((name, content) -> {
					sink.name(name);
					copy(content, sink);
				});
				sink.endMap();
			}
			case UNKNOWN_TO_SDK_VERSION -> throw ConversionFault.of("an AttributeValue without a value");
		}
	}

	static AttributeValue copy(AttributeSource source) {
		AttributeValueSink sink = new AttributeValueSink();
		copy(source, sink);
		return sink.value();
	}

	private static void copy(AttributeSource source, AttributeSink sink) {
		AttributeType type = source.type();
		switch (type) {
			case S -> sink.string(source.string());
			case N -> sink.number(source.number());
			case B -> sink.binary(source.binary());
			case BOOL -> sink.bool(source.bool());
			case NULL -> sink.nullValue();
			case SS, NS -> {
				List<String> texts = new ArrayList<>(source.size());
				source.enterElements();
				while (source.nextElement()) {
					texts.add((type == AttributeType.SS) ? source.string() : source.number());
				}
				if (type == AttributeType.SS) {
					sink.stringSet(texts);
				}
				else {
					sink.numberSet(texts);
				}
			}
			case BS -> {
				List<SdkBytes> values = new ArrayList<>(source.size());
				source.enterElements();
				while (source.nextElement()) {
					values.add(source.binary());
				}
				sink.binarySet(values);
			}
			case L -> {
				sink.beginList(source.size());
				source.enterElements();
				while (source.nextElement()) {
					copy(source, sink);
				}
				sink.endList();
			}
			case M -> {
				sink.beginMap(source.size());
				source.enterMap();
				while (source.nextEntry()) {
					sink.name(source.name());
					copy(source, sink);
				}
				sink.endMap();
			}
		}
	}

}
