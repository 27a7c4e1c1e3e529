package io.dkmio.core.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import io.dkmio.core.client.ConditionRefusal;
import io.dkmio.core.client.DynamoOperation;
import io.dkmio.core.expression.Condition;
import io.dkmio.core.mapping.IndexDefinition;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.core.schema.SchemaDiscovery;
import io.dkmio.core.write.NamedCondition;
import io.dkmio.core.write.WriteAction;
import io.dkmio.core.write.WriteTerms;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.util.Assert;

/**
 * A table of documents.
 */
final class DefaultTable implements Table {

	private static final WriteTerms RETURNING_OLD = new WriteTerms(List.of(), ReturnValue.ALL_OLD);

	private final TableAccess access;

	private final TableKeys keys;

	private final ReadSource source;

	private final Map<String, TableIndex> indexes = new LinkedHashMap<>();

	private final DocumentWriter writer;

	private final DynamoOperation put;

	private final DynamoOperation conditionalPut;

	private final DynamoOperation insert;

	private final DynamoOperation delete;

	private final DynamoOperation conditionalDelete;

	DefaultTable(TableDefinition definition, TableAccess access) {
		this.access = access;
		this.keys = new TableKeys(definition);
		this.source = ReadSource.table(definition);
		for (IndexDefinition index : definition.indexes()) {
			this.indexes.put(index.name(), new DefaultTableIndex(access, ReadSource.index(definition, index), index));
		}
		this.writer = new DocumentWriter(access, this.keys);
		this.put = this.writer.operation("put");
		this.conditionalPut = this.writer.operation("put", DocumentRefusals.condition(null));
		this.insert = this.writer.operation("insert", ConditionRefusal.insert());
		this.delete = this.writer.operation("delete");
		this.conditionalDelete = this.writer.operation("delete", DocumentRefusals.condition(null));
	}

	@Override
	public TableDefinition definition() {
		return this.keys.table();
	}

	@Override
	public DocumentLookup lookup(Key key) {
		return lookup("get", key);
	}

	DefaultDocumentLookup lookup(String operation, Key key) {
		Assert.notNull(key, "Key must not be null");
		return new DefaultDocumentLookup(this.access, this.keys, this.keys.attributes(operation, key));
	}

	@Override
	public boolean exists(Key key) {
		return lookup("exists", key).exists();
	}

	@Override
	public DocumentQuery query(Object partitionKey) {
		return new DefaultDocumentQuery(this.access,
				ReadSpec.query(this.source, this.source.condition(this.source.partition(partitionKey))));
	}

	@Override
	public TableIndex index(String name) {
		Assert.notNull(name, "Name must not be null");
		TableIndex index = this.indexes.get(name);
		if (index == null) {
			throw new InvalidDataAccessApiUsageException("There is no index '" + name + "' of " + this.keys.where()
					+ "; it has " + (this.indexes.isEmpty() ? "none" : String.join(", ", this.indexes.keySet()))
					+ ". Declare it with withIndex(…) of the table's definition");
		}
		return index;
	}

	@Override
	public DocumentScan scan() {
		return new DefaultDocumentScan(this.access, ReadSpec.scan(this.source));
	}

	@Override
	public void put(Document document) {
		Assert.notNull(document, "Document must not be null");
		this.writer.write(() -> actions().put(document, WriteTerms.none()), this.put);
	}

	@Override
	public void put(Document document, Condition condition) {
		Assert.notNull(document, "Document must not be null");
		Assert.notNull(condition, "Condition must not be null");
		this.writer.write(() -> actions().put(document, terms(condition, ReturnValue.NONE)), this.conditionalPut);
	}

	/**
	 * Puts a document and knows whether it did, in a transaction not at all.
	 */
	void putNow(Document document, Condition condition) {
		this.writer.send(actions().put(document, terms(condition, ReturnValue.NONE)), this.conditionalPut);
	}

	private static WriteTerms terms(Condition condition, ReturnValue returning) {
		return new WriteTerms(List.of(new NamedCondition(condition, null)), returning);
	}

	@Override
	public void insert(Document document) {
		Assert.notNull(document, "Document must not be null");
		this.writer.write(() -> actions().insert(document), this.insert);
	}

	@Override
	public boolean putIfAbsent(Document document) {
		Assert.notNull(document, "Document must not be null");
		try {
			this.writer.send(actions().insert(document), this.insert);
			return true;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	@Override
	public Optional<Document> putAndReturnOld(Document document) {
		return sendAndReturnOld(actions().put(document, RETURNING_OLD), this.put);
	}

	Optional<Document> putAndReturnOld(Document document, Condition condition) {
		return sendAndReturnOld(actions().put(document, terms(condition, ReturnValue.ALL_OLD)), this.conditionalPut);
	}

	private Optional<Document> sendAndReturnOld(WriteAction action, DynamoOperation operation) {
		Map<String, AttributeValue> old = this.writer.send(action, operation);
		return old.isEmpty() ? Optional.empty() : Optional.of(DocumentValues.decode(old, false));
	}

	@Override
	public DocumentUpdate update(Key key) {
		Assert.notNull(key, "Key must not be null");
		return new DefaultDocumentUpdate(this.writer, this.keys.attributes("update", key));
	}

	@Override
	public void delete(Key key) {
		Assert.notNull(key, "Key must not be null");
		this.writer.write(() -> actions().delete(key, WriteTerms.none()), this.delete);
	}

	@Override
	public void delete(Key key, Condition condition) {
		Assert.notNull(key, "Key must not be null");
		Assert.notNull(condition, "Condition must not be null");
		this.writer.write(() -> actions().delete(key, terms(condition, ReturnValue.NONE)), this.conditionalDelete);
	}

	/**
	 * Deletes a document and knows whether it did, in a transaction not at all.
	 */
	void deleteNow(Key key, Condition condition) {
		this.writer.send(actions().delete(key, terms(condition, ReturnValue.NONE)), this.conditionalDelete);
	}

	@Override
	public Optional<Document> deleteAndReturnOld(Key key) {
		return sendAndReturnOld(actions().delete(key, RETURNING_OLD), this.delete);
	}

	@Override
	public DocumentBatchGet batchGet(Iterable<?> keys) {
		Assert.notNull(keys, "Keys must not be null");
		List<Key> asked = new ArrayList<>();
		keys.forEach((key) -> asked.add(Key.of(key)));
		return new DefaultDocumentBatchGet(this.access, this.keys, asked);
	}

	@Override
	public void batchWrite(Consumer<DocumentBatch> writes) {
		Assert.notNull(writes, "Writes must not be null");
		DocumentBatch batch = new DocumentBatch(this.writer);
		writes.accept(batch);
		this.access.batches().writer().write(batch.writes(), this.writer.operation("batchWrite"));
	}

	@Override
	public DocumentMap asMap() {
		return new TableMap(this, false, false);
	}

	long estimateDocuments() {
		return new SchemaDiscovery(this.access.executor()).estimateItems(this.keys.table().name());
	}

	Condition exists() {
		return this.writer.exists();
	}

	DocumentActions actions() {
		return this.writer.actions();
	}

	TableKeys keys() {
		return this.keys;
	}

	/** Names the table. */
	@Override
	public String toString() {
		return this.keys.where();
	}

}
