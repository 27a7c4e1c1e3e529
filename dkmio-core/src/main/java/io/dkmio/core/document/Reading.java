package io.dkmio.core.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The documents of one query or scan, up to its limits, read as they are asked for.
 */
final class Reading implements Iterator<Document> {

	private final PageReader reader;

	private final ReadSpec spec;

	private final Set<String> hidden;

	private final @Nullable Integer limit;

	private List<Map<String, AttributeValue>> items = new ArrayList<>();

	private int at;

	private Map<String, AttributeValue> pageStart = Map.of();

	private int returned;

	private int scanned;

	private double capacity;

	Reading(PageReader reader, ReadSpec spec) {
		this.reader = reader;
		this.spec = spec;
		this.hidden = spec.hidden();
		this.limit = spec.limits().items();
	}

	@Override
	public boolean hasNext() {
		if (isLimitReached()) {
			return false;
		}
		while (this.at == this.items.size() && this.reader.hasNext()) {
			nextPage();
		}
		return this.at < this.items.size();
	}

	private boolean isLimitReached() {
		return this.limit != null && this.returned >= this.limit;
	}

	private void nextPage() {
		this.items = new ArrayList<>();
		this.at = 0;
		this.pageStart = this.reader.position();
		for (Page page : this.reader.next((this.limit != null) ? Integer.valueOf(this.limit - this.returned) : null)) {
			this.items.addAll(page.items());
			this.scanned += page.scanned();
			this.capacity += page.capacity();
		}
	}

	@Override
	public Document next() {
		if (!hasNext()) {
			throw new NoSuchElementException();
		}
		this.returned++;
		return document(this.items.get(this.at++));
	}

	private Document document(Map<String, AttributeValue> item) {
		Map<String, AttributeValue> shown = item;
		if (!this.hidden.isEmpty()) {
			shown = new LinkedHashMap<>(item);
			shown.keySet().removeAll(this.hidden);
		}
		return DocumentValues.decode(shown, this.spec.readsPartOnly());
	}

	/**
	 * Where to go on: after the last document returned.
	 * @return the position, empty if there is no more
	 */
	Map<String, AttributeValue> position() {
		if (this.at == this.items.size()) {
			return this.reader.position();
		}
		if (this.at == 0) {
			return this.pageStart;
		}
		Map<String, AttributeValue> last = this.items.get(this.at - 1);
		Map<String, AttributeValue> position = new HashMap<>();
		for (String name : this.spec.source().positionNames()) {
			AttributeValue value = last.get(name);
			if (value != null) {
				position.put(name, value);
			}
		}
		return position;
	}

	/**
	 * Whether everything there is was returned.
	 */
	boolean isComplete() {
		return this.at == this.items.size() && this.reader.isAtEnd();
	}

	int scanned() {
		return this.scanned;
	}

	double capacity() {
		return this.capacity;
	}

}
