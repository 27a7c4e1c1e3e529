package io.dkmio.core.client;

/**
 * In which kind of transaction of the application a thread is.
 *
 * @since 1.0
 */
public enum TransactionScope {

	/** In none. */
	NONE,

	/**
	 * In one that keeps its writes and shows them to its reads, which therefore must come
	 * from its own thread.
	 */
	WRITE,

	/**
	 * In one that reads a batch as of one moment, which therefore cannot be sent in
	 * parts.
	 */
	READ

}
