package io.dkmio.boot.autoconfigure.web;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/**
 * What the shop keeps in a relational database.
 */
@Entity
class Invoice {

	@Id
	private String number;

	protected Invoice() {
	}

	Invoice(String number) {
		this.number = number;
	}

	String getNumber() {
		return this.number;
	}

}
