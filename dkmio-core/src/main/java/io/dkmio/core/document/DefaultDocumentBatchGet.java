package io.dkmio.core.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.dkmio.core.client.BatchKey;
import io.dkmio.core.client.DynamoOperation;
import io.dkmio.core.client.TableRead;
import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.expression.ExpressionClauses;
import io.dkmio.core.expression.Expressions;
import io.dkmio.core.expression.PathResolver;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.util.Assert;

/**
 * A read of several documents.
 */
final class DefaultDocumentBatchGet implements DocumentBatchGet {

	private final TableAccess access;

	private final TableKeys keys;

	private final List<Key> asked;

	private final List<AttributePath> select;

	private final boolean consistent;

	DefaultDocumentBatchGet(TableAccess access, TableKeys keys, List<Key> asked) {
		this(access, keys, asked, List.of(), false);
		asked.forEach((key) -> keys.attributes("batchGet", key));
	}

	private DefaultDocumentBatchGet(TableAccess access, TableKeys keys, List<Key> asked, List<AttributePath> select,
			boolean consistent) {
		this.access = access;
		this.keys = keys;
		this.asked = asked;
		this.select = select;
		this.consistent = consistent;
	}

	@Override
	public DocumentBatchGet consistent() {
		return new DefaultDocumentBatchGet(this.access, this.keys, this.asked, this.select, true);
	}

	@Override
	public DocumentBatchGet select(String... paths) {
		Assert.notEmpty(paths, "A selection needs a path");
		List<AttributePath> select = new ArrayList<>(this.select);
		Stream.of(paths).map(AttributePath::parse).forEach(select::add);
		return new DefaultDocumentBatchGet(this.access, this.keys, this.asked, List.copyOf(select), this.consistent);
	}

	@Override
	public List<Document> list() {
		return optional().stream().flatMap(Optional::stream).toList();
	}

	@Override
	public List<Optional<Document>> optional() {
		Set<String> hidden = hidden();
		TableRead read = read(hidden);
		List<BatchKey> keys = new ArrayList<>();
		this.asked.forEach((key) -> keys.add(read.key(this.keys.attributes("batchGet", key), key)));
		DynamoOperation operation = DynamoOperation.of("batchGet")
			.withTable(this.keys.table().name(), this.keys.table().logicalName());
		return this.access.batches()
			.reader()
			.read(keys, operation)
			.items()
			.stream()
			.map((item) -> document(item, hidden))
			.toList();
	}

	/**
	 * The key attributes that are read to tell which document is which, and are not asked
	 * for.
	 */
	private Set<String> hidden() {
		if (this.select.isEmpty()) {
			return Set.of();
		}
		Set<String> hidden = new LinkedHashSet<>(this.keys.names());
		this.select.forEach((path) -> hidden.remove(path.root()));
		return hidden;
	}

	private TableRead read(Set<String> hidden) {
		TableRead read = TableRead.of(this.keys.table().name()).withConsistent(this.consistent);
		if (this.select.isEmpty()) {
			return read;
		}
		List<AttributePath> paths = new ArrayList<>(this.select);
		hidden.forEach((name) -> paths.add(AttributePath.of(name)));
		Expressions expressions = ExpressionClauses.none()
			.withProjection(paths)
			.render(PathResolver.identity(), this.access.encoder());
		String projection = expressions.projection();
		return (projection != null) ? read.withProjection(projection, expressions.names()) : read;
	}

	private Optional<Document> document(Map<String, AttributeValue> item, Set<String> hidden) {
		if (item.isEmpty()) {
			return Optional.empty();
		}
		Map<String, AttributeValue> shown = item;
		if (!hidden.isEmpty()) {
			shown = new LinkedHashMap<>(item);
			shown.keySet().removeAll(hidden);
		}
		return Optional.of(DocumentValues.decode(shown, !this.select.isEmpty()));
	}

}
