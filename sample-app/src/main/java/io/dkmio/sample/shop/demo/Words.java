package io.dkmio.sample.shop.demo;

import java.util.List;

/**
 * What the demo data is made of.
 */
final class Words {

	static final List<String> FIRST_NAMES = List.of("Ada", "Alan", "Barbara", "Carlos", "Chidi", "Edsger", "Elena",
			"Frances", "Grace", "Hana", "Ines", "Jamal", "Jürgen", "Katherine", "Lin", "Margaret", "Niklaus", "Omar",
			"Priya", "Radia", "Sofia", "Tomás", "Uma", "Wei", "Zoë");

	static final List<String> LAST_NAMES = List.of("Abebe", "Andersen", "Bianchi", "Costa", "Dubois", "Fischer",
			"García", "Haddad", "Ito", "Kowalska", "Larsen", "Moreau", "Nguyen", "Okafor", "Patel", "Quispe", "Rossi",
			"Santos", "Tanaka", "Walker");

	static final List<String> LABELS = List.of("Home", "Work", "Parents");

	static final List<String> STREETS = List.of("Avenida del Sol", "Bahnhofstraße", "High Street", "Linden Lane",
			"Mill Road", "Rue de la Paix", "Station Road", "Via Roma");

	static final List<City> CITIES = List.of(new City("15001", "Lima", "PE"), new City("10115", "Berlin", "DE"),
			new City("75002", "Paris", "FR"), new City("1100", "Lisboa", "PT"), new City("D02", "Dublin", "IE"),
			new City("00184", "Roma", "IT"), new City("28013", "Madrid", "ES"), new City("150", "Tokyo", "JP"));

	static final List<String> MATERIALS = List.of("Ash", "Brass", "Canvas", "Ceramic", "Copper", "Cork", "Cotton",
			"Enamel", "Glass", "Linen");

	static final List<String> THINGS = List.of("apron", "basket", "bottle", "bowl", "candle holder", "coaster", "cup",
			"desk lamp", "flower pot", "jug", "lunch box", "mirror", "notebook", "pen tray", "plate", "salt cellar",
			"spoon rest", "tea caddy", "tray", "wall clock");

	private Words() {
	}

	/**
	 * A city.
	 */
	record City(String postalCode, String name, String country) {
	}

}
