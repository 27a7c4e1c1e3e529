package io.dkmio.core.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.dkmio.core.client.DynamoOperation;
import io.dkmio.core.expression.Condition;
import io.dkmio.core.expression.ExpressionClauses;
import io.dkmio.core.expression.Expressions;
import io.dkmio.core.expression.PathResolver;
import io.dkmio.core.expression.Update;
import io.dkmio.core.expression.UpdateAction;
import io.dkmio.core.write.NamedCondition;
import io.dkmio.core.write.WriteAction;
import io.dkmio.core.write.WriteCondition;
import io.dkmio.core.write.WriteCondition.Meaning;
import io.dkmio.core.write.WriteCondition.Part;
import io.dkmio.core.write.WriteTerms;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.util.Assert;

/**
 * The writes of a table's documents as data: planned and checked, and not sent. They can
 * be parts of transactions and batches together with those of items and of other tables.
 *
 * @since 1.0
 */
public final class DocumentActions {

	private final TableKeys keys;

	private final DocumentWriter writer;

	private final DocumentType type;

	private final TableAccess access;

	DocumentActions(TableAccess access, TableKeys keys, DocumentWriter writer) {
		this.access = access;
		this.keys = keys;
		this.writer = writer;
		this.type = new DocumentType(keys.table());
	}

	/**
	 * The writes of a table.
	 * @param table a table of dkmio
	 * @return the writes
	 */
	public static DocumentActions of(Table table) {
		Assert.notNull(table, "Table must not be null");
		if (table instanceof DefaultTable known) {
			return known.actions();
		}
		throw new IllegalArgumentException("A " + table.getClass().getSimpleName()
				+ " is no table of dkmio, so its documents cannot be written together with others. Use a table of"
				+ " DynamoTemplate.table(…)");
	}

	/**
	 * The table as DynamoDB knows it.
	 * @return the table's name
	 */
	public String tableName() {
		return this.keys.table().name();
	}

	/**
	 * Names an operation on the table.
	 * @param name the operation's name
	 * @return the operation
	 */
	public DynamoOperation operation(String name) {
		return this.writer.operation(name);
	}

	/**
	 * The attributes of a key.
	 * @param operation what the key is for
	 * @param key the key
	 * @return the attributes
	 */
	public Map<String, AttributeValue> key(String operation, Key key) {
		Assert.notNull(key, "Key must not be null");
		return this.keys.attributes(operation, key);
	}

	/**
	 * Stores a document.
	 * @param document the document
	 * @param terms on what terms
	 * @return the write
	 */
	public WriteAction put(Document document, WriteTerms terms) {
		Assert.notNull(document, "Document must not be null");
		return new WriteAction.Put(this.type, this.writer.item(document), condition(List.of(), terms),
				terms.returning());
	}

	/**
	 * Stores a document that must not exist yet.
	 * @param document the document
	 * @return the write
	 */
	public WriteAction insert(Document document) {
		Assert.notNull(document, "Document must not be null");
		return new WriteAction.Put(this.type, this.writer.item(document),
				condition(List.of(new Part(Meaning.ABSENT, null, this.writer.notExists())), WriteTerms.none()));
	}

	/**
	 * Deletes a document.
	 * @param key its key
	 * @param terms on what terms
	 * @return the write
	 */
	public WriteAction delete(Key key, WriteTerms terms) {
		return new WriteAction.Delete(this.type, key("delete", key), condition(List.of(), terms), terms.returning());
	}

	/**
	 * Checks a document, which must exist.
	 * @param key its key
	 * @param terms what it must be like
	 * @return the check
	 */
	public WriteAction check(Key key, WriteTerms terms) {
		List<Part> parts = parts(List.of(exists()), terms);
		return new WriteAction.Check(this.type, key("check", key), rendered(parts, expressions(parts, null)));
	}

	/**
	 * Fails if a document cannot be changed so.
	 * @param action the change
	 */
	public void check(UpdateAction action) {
		this.writer.check(action);
	}

	/**
	 * Changes attributes of a document.
	 * @param key its key
	 * @param update the changes
	 * @param terms on what terms
	 * @param upsert whether the document is created if there is none
	 * @return the write
	 */
	public WriteAction update(Key key, Update update, WriteTerms terms, boolean upsert) {
		return update(key("update", key), update, terms, upsert);
	}

	WriteAction update(Map<String, AttributeValue> key, Update update, WriteTerms terms, boolean upsert) {
		List<Part> parts = parts(upsert ? List.of() : List.of(exists()), terms);
		Expressions expressions = expressions(parts, update);
		WriteCondition condition = parts.isEmpty() ? null : rendered(parts, expressions);
		return new WriteAction.Update(this.type, key, String.valueOf(expressions.update()), expressions.names(),
				expressions.values(), condition, terms.returning());
	}

	private Part exists() {
		return new Part(Meaning.EXISTS, null, this.writer.exists());
	}

	private @Nullable WriteCondition condition(List<Part> first, WriteTerms terms) {
		List<Part> parts = parts(first, terms);
		return parts.isEmpty() ? null : rendered(parts, expressions(parts, null));
	}

	/** Values are encoded here, so that a part can be joined with others. */
	private List<Part> parts(List<Part> first, WriteTerms terms) {
		List<Part> parts = new ArrayList<>(first);
		for (NamedCondition named : terms.conditions()) {
			Condition resolved = named.condition().resolve(PathResolver.identity(), this.access.encoder());
			if (!resolved.isAlways()) {
				parts.add(new Part(Meaning.APPLICATION, named.name(), resolved));
			}
		}
		return parts;
	}

	private Expressions expressions(List<Part> parts, @Nullable Update update) {
		Condition condition = Condition.allOf(parts.stream().map(Part::condition).toList());
		Expressions expressions = ExpressionClauses.none()
			.withCondition(condition.isAlways() ? null : condition)
			.withUpdate(update)
			.render(PathResolver.identity(), this.access.encoder());
		if (expressions.isNever()) {
			throw new InvalidDataAccessApiUsageException("The condition of a write to " + this.keys.where()
					+ " can never hold, as of no candidates or of bounds in the wrong order. Check its values");
		}
		return expressions;
	}

	private static WriteCondition rendered(List<Part> parts, Expressions expressions) {
		return new WriteCondition(parts, String.valueOf(expressions.condition()), expressions.names(),
				expressions.values());
	}

}
