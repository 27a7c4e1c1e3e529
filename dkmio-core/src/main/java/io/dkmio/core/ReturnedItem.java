package io.dkmio.core;

/**
 * Which state of an item an update returns as a whole.
 *
 * @since 1.0
 */
public enum ReturnedItem {

	/** As it was before the update. */
	ALL_OLD,
	/** As it is after the update. */
	ALL_NEW

}
