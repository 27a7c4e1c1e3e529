package io.dkmio.core.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.dkmio.core.convert.DynamoConverter;
import io.dkmio.core.convert.ItemPaths;
import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.Condition;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.mapping.DynamoPersistentProperty;
import io.dkmio.core.write.WriteCondition.Meaning;
import io.dkmio.core.write.WriteCondition.Part;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The conditions of writes of items of one type as a whole.
 */
final class ItemConditions {

	private final ItemPaths paths;

	private final Part absentPart;

	private final Part existsPart;

	private final WriteCondition absent;

	private final WriteCondition exists;

	private final @Nullable AttributePath version;

	private final Map<String, String> versionNames;

	private final List<DynamoPersistentProperty> writtenOnce = new ArrayList<>();

	ItemConditions(DynamoPersistentEntity<?> type, DynamoConverter converter) {
		this.paths = new ItemPaths(type, converter);
		AttributePath key = AttributePath.of(type.getRequiredTable().partitionKey().name());
		this.absentPart = new Part(Meaning.ABSENT, null, new Condition.NotExists(key));
		this.existsPart = new Part(Meaning.EXISTS, null, new Condition.Exists(key));
		this.absent = Objects.requireNonNull(WriteCondition.of(List.of(this.absentPart)));
		this.exists = Objects.requireNonNull(WriteCondition.of(List.of(this.existsPart)));
		DynamoPersistentProperty version = type.getVersionProperty();
		this.version = (version != null) ? AttributePath.of(version.getAttributeName()) : null;
		this.versionNames = (version != null) ? Map.of("#n0", version.getAttributeName()) : Map.of();
		type.forEach((property) -> {
			if (property.isWriteOnce()) {
				this.writtenOnce.add(property);
			}
		});
	}

	/**
	 * The item may or may not exist.
	 */
	@Nullable WriteCondition put(Map<String, AttributeValue> item, WriteTerms terms) {
		if (this.writtenOnce.isEmpty() && terms.conditions().isEmpty()) {
			return null;
		}
		List<Part> parts = new ArrayList<>();
		keep(item, true, parts);
		add(terms, parts);
		return WriteCondition.of(parts);
	}

	WriteCondition absent(WriteTerms terms) {
		return with(this.absent, terms);
	}

	WriteCondition exists(Map<String, AttributeValue> item, WriteTerms terms) {
		List<Part> parts = new ArrayList<>();
		keep(item, false, parts);
		add(terms, parts);
		return parts.isEmpty() ? this.exists : this.exists.and(parts);
	}

	WriteCondition version(long expected, Map<String, AttributeValue> item, WriteTerms terms) {
		List<Part> parts = new ArrayList<>();
		keep(item, false, parts);
		add(terms, parts);
		WriteCondition version = version(expected);
		return parts.isEmpty() ? version : version.and(parts);
	}

	@Nullable WriteCondition delete(long version, WriteTerms terms) {
		if (version != 0) {
			return with(version(version), terms);
		}
		List<Part> parts = new ArrayList<>();
		add(terms, parts);
		return WriteCondition.of(parts);
	}

	WriteCondition check(WriteTerms terms) {
		List<Part> parts = new ArrayList<>();
		add(terms, parts);
		return this.exists.and(parts);
	}

	private WriteCondition version(long expected) {
		AttributeValue value = AttributeValue.fromN(Long.toString(expected));
		Condition condition = UpdateConditions.equal(Objects.requireNonNull(this.version), value);
		return new WriteCondition(List.of(new Part(Meaning.VERSION, null, condition)), "#n0 = :v0", this.versionNames,
				Map.of(":v0", value));
	}

	private WriteCondition with(WriteCondition condition, WriteTerms terms) {
		if (terms.conditions().isEmpty()) {
			return condition;
		}
		List<Part> parts = new ArrayList<>();
		add(terms, parts);
		return condition.and(parts);
	}

	/**
	 * Properties that are written once must be as they are stored.
	 */
	private void keep(Map<String, AttributeValue> item, boolean absentAllowed, List<Part> parts) {
		for (DynamoPersistentProperty property : this.writtenOnce) {
			AttributePath path = AttributePath.of(property.getAttributeName());
			AttributeValue value = item.get(property.getAttributeName());
			Condition same = (value != null) ? UpdateConditions.equal(path, value) : new Condition.NotExists(path);
			parts.add(new Part(Meaning.WRITE_ONCE, property.getName(),
					absentAllowed ? this.absentPart.condition().or(same) : same));
		}
	}

	private void add(WriteTerms terms, List<Part> parts) {
		for (NamedCondition named : terms.conditions()) {
			Condition resolved = named.condition().resolve(this.paths, this.paths);
			parts.add(new Part(Meaning.APPLICATION, named.name(), resolved.isNever() ? never() : resolved));
		}
	}

	/** DynamoDB has no expression for "never", and the item must come back. */
	private Condition never() {
		return this.existsPart.condition().and(this.absentPart.condition());
	}

}
