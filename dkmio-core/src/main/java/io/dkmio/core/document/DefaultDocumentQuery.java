package io.dkmio.core.document;

/**
 * A query.
 */
final class DefaultDocumentQuery extends AbstractDocumentRead<DocumentQuery> implements DocumentQuery {

	DefaultDocumentQuery(TableAccess access, ReadSpec spec) {
		super(access, spec);
	}

	@Override
	DocumentQuery with(ReadSpec spec) {
		return new DefaultDocumentQuery(access(), spec);
	}

	@Override
	public DocumentQuery where(SortKeyCondition... conditions) {
		return with(spec().withSort(conditions));
	}

	@Override
	public DocumentQuery descending() {
		return with(spec().withBackwards());
	}

}
