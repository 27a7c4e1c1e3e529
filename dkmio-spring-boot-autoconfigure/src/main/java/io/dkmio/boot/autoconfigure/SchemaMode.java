package io.dkmio.boot.autoconfigure;

/**
 * What to do about tables at start-up.
 */
enum SchemaMode {

	/** Create the tables that are missing, and compare the others. */
	CREATE,
	/** Compare all tables, and change nothing. */
	VALIDATE,
	/** Do nothing, and send no request. */
	NONE

}
