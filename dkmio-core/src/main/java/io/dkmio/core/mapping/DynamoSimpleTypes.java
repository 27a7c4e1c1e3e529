package io.dkmio.core.mapping;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Currency;
import java.util.Set;
import java.util.UUID;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.data.mapping.model.SimpleTypeHolder;

/**
 * The types that are stored as one attribute without properties of their own, beyond
 * those Spring Data takes for simple anyway.
 */
final class DynamoSimpleTypes {

	static final Set<Class<?>> TYPES = Set.of(AttributeValue.class, SdkBytes.class, ByteBuffer.class, BigDecimal.class,
			BigInteger.class, UUID.class, URI.class, Currency.class);

	static final SimpleTypeHolder HOLDER = new SimpleTypeHolder(TYPES, true);

	private DynamoSimpleTypes() {
	}

}
