package io.dkmio.boot.autoconfigure.aot;

import java.time.Instant;
import java.util.List;

import io.dkmio.core.mapping.GlobalIndex;
import io.dkmio.core.mapping.Item;

import org.springframework.data.annotation.CreatedDate;
import org.springframework.data.annotation.Version;

@Item(pk = "CUSTOMER#{customerId}", sk = "PARCEL#{number}")
@GlobalIndex(name = "gsi1", pk = "CITY#{city}", sk = "{number}")
record Parcel(String customerId, long number, String city, List<Content> contents, Payment payment,
		@CreatedDate Instant createdAt, @Version Long version) {

	record Content(String name, int quantity) {

	}

	/**
	 * Nothing but its interface is part of the item's signature.
	 */
	sealed interface Payment permits Card, Cash {

	}

	record Card(String lastDigits) implements Payment {

	}

	record Cash(boolean exact) implements Payment {

	}

}
