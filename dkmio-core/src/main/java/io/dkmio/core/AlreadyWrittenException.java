package io.dkmio.core;

import java.util.Map;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.dao.NonTransientDataAccessException;

/**
 * A write was refused because it had been done: its first answer was lost, and the client
 * has sent it again. Never leaves the {@link WriteSender}.
 */
final class AlreadyWrittenException extends NonTransientDataAccessException {

	private static final long serialVersionUID = 1L;

	private final transient Map<String, AttributeValue> item;

	AlreadyWrittenException(Map<String, AttributeValue> item, Throwable cause) {
		super("The write was done already", cause);
		this.item = item;
	}

	/**
	 * The item as it is stored.
	 */
	Map<String, AttributeValue> item() {
		return this.item;
	}

}
