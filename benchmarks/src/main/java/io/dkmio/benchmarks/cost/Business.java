package io.dkmio.benchmarks.cost;

import java.util.List;

import io.dkmio.benchmarks.Shipment;

/**
 * What an application does, as the documentation of a library shows how to do it.
 */
interface Business {

	/** A customer with many shipments. */
	String BIG = "big";

	/** A customer with a few shipments, two addresses, and a profile. */
	String SMALL = "small";

	/** A customer whose shipments are stored and deleted. */
	String OTHER = "other";

	/** One shipment by its key. */
	Object one();

	/** The twenty latest shipments of a customer. */
	List<?> latest20();

	/** Whether a customer has any shipment. */
	boolean any();

	/** How many shipments a customer has. */
	long count();

	/** Three shipments by their keys. */
	List<?> three();

	/** A customer with addresses and shipments. */
	int overview();

	/** Ships what is pending. */
	void ship();

	/** Stores sixty shipments. */
	void saveAll(List<Shipment> shipments);

	/** Deletes all shipments of a customer. */
	void deleteAll();

	/**
	 * Stores three shipments together or not at all.
	 * @return whether the library can
	 */
	boolean together(List<Shipment> shipments);

}
