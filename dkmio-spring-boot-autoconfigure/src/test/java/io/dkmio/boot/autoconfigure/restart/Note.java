package io.dkmio.boot.autoconfigure.restart;

import io.dkmio.core.mapping.Item;

@Item(pk = "NOTE#{noteId}", sk = "NOTE")
record Note(String noteId, String text, Author author) {

	record Author(String name) {

	}

	record Summary(String text) {

	}

}
