package io.dkmio.core.document;

/**
 * A scan.
 */
final class DefaultDocumentScan extends AbstractDocumentRead<DocumentScan> implements DocumentScan {

	DefaultDocumentScan(TableAccess access, ReadSpec spec) {
		super(access, spec);
	}

	@Override
	DocumentScan with(ReadSpec spec) {
		return new DefaultDocumentScan(access(), spec);
	}

	@Override
	public DocumentScan segments(int segments) {
		return with(spec().withSegments(segments));
	}

	@Override
	public boolean completed() {
		return result().completed();
	}

}
