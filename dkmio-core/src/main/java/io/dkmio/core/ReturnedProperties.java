package io.dkmio.core;

/**
 * Which values an update returns of the properties it changes, and of no others.
 *
 * @since 1.0
 */
public enum ReturnedProperties {

	/** Those before the update. */
	UPDATED_OLD,
	/** Those after the update. */
	UPDATED_NEW

}
