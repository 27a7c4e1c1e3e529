package io.dkmio.core.document;

import java.util.List;
import java.util.Map;

import io.dkmio.core.client.DynamoOperation;
import io.dkmio.core.expression.Condition;
import io.dkmio.core.expression.Update;
import io.dkmio.core.expression.UpdateAction;
import io.dkmio.core.write.NamedCondition;
import io.dkmio.core.write.WriteAction;
import io.dkmio.core.write.WriteTerms;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

import org.springframework.util.Assert;

/**
 * An update of one document.
 */
final class DefaultDocumentUpdate implements DocumentUpdate {

	private static final String MISSING = "Put it first, or use upsert() where it may be absent; nothing was written";

	private final DocumentWriter writer;

	private final Map<String, AttributeValue> key;

	private final Update update;

	private final Condition condition;

	private final @Nullable String conditionName;

	private final boolean upsert;

	DefaultDocumentUpdate(DocumentWriter writer, Map<String, AttributeValue> key) {
		this(writer, key, Update.empty(), Condition.always(), null, false);
	}

	private DefaultDocumentUpdate(DocumentWriter writer, Map<String, AttributeValue> key, Update update,
			Condition condition, @Nullable String conditionName, boolean upsert) {
		this.writer = writer;
		this.key = key;
		this.update = update;
		this.condition = condition;
		this.conditionName = conditionName;
		this.upsert = upsert;
	}

	@Override
	public DocumentUpdate with(UpdateAction action) {
		Assert.notNull(action, "Action must not be null");
		this.writer.check(action);
		return new DefaultDocumentUpdate(this.writer, this.key, this.update.with(action), this.condition,
				this.conditionName, this.upsert);
	}

	@Override
	public DocumentUpdate when(Condition condition) {
		Assert.notNull(condition, "Condition must not be null");
		return new DefaultDocumentUpdate(this.writer, this.key, this.update, this.condition.and(condition),
				this.conditionName, this.upsert);
	}

	@Override
	public DocumentUpdate when(Condition condition, String name) {
		Assert.notNull(condition, "Condition must not be null");
		Assert.hasText(name, "A condition needs a name");
		String both = (this.conditionName != null) ? this.conditionName + " and " + name : name;
		return new DefaultDocumentUpdate(this.writer, this.key, this.update, this.condition.and(condition), both,
				this.upsert);
	}

	@Override
	public DocumentUpdate upsert() {
		return new DefaultDocumentUpdate(this.writer, this.key, this.update, this.condition, this.conditionName, true);
	}

	@Override
	public void execute() {
		this.writer.write(() -> action(ReturnValue.NONE), operation());
	}

	@Override
	public @Nullable Document returning(ReturnValue returning) {
		Assert.notNull(returning, "ReturnValue must not be null");
		Map<String, AttributeValue> attributes = this.writer.send(action(returning), operation());
		boolean partial = returning == ReturnValue.UPDATED_NEW || returning == ReturnValue.UPDATED_OLD;
		return attributes.isEmpty() ? null : DocumentValues.decode(attributes, partial);
	}

	private WriteAction action(ReturnValue returning) {
		WriteTerms terms = new WriteTerms(List.of(new NamedCondition(this.condition, this.conditionName)), returning);
		return this.writer.actions().update(this.key, this.update, terms, this.upsert);
	}

	private DynamoOperation operation() {
		return this.writer.operation("update", this.upsert ? DocumentRefusals.condition(this.conditionName)
				: DocumentRefusals.existing(MISSING, this.conditionName));
	}

	/** Says what is changed: values stay out of logs. */
	@Override
	public String toString() {
		return "update in " + this.writer.keys().where() + ": " + this.update;
	}

}
