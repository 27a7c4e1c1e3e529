package io.dkmio.core.client;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What the application asked for, so that observations and exceptions can name it. All
 * but the name may be unknown. Immutable: prepared once, and each {@code with…} returns
 * another one.
 *
 * @param name what is done, such as {@code insert} or {@code query}
 * @param tableName the table as DynamoDB knows it
 * @param logicalTableName the table as the mapping knows it
 * @param indexName the index as DynamoDB knows it
 * @param itemType the short name of the item's type
 * @param repositoryMethod the repository method, such as {@code OrderRepository.insert}
 * @param refusals what a failed condition means, by the position of the write in the
 * request; a position without one gives {@link ConditionRefusal#condition()}
 * @param parts what the application asked for by each action of a transaction, in their
 * order; empty where there is no transaction, or they are not known
 * @since 1.0
 */
public record DynamoOperation(String name, @Nullable String tableName, @Nullable String logicalTableName,
		@Nullable String indexName, @Nullable String itemType, @Nullable String repositoryMethod,
		List<ConditionRefusal> refusals, List<DynamoOperation> parts) {

	public DynamoOperation {
		Assert.hasText(name, "An operation needs a name");
		refusals = List.copyOf(refusals);
		parts = List.copyOf(parts);
	}

	/**
	 * An operation of which only the name is known yet.
	 * @param name what is done
	 * @return the operation
	 */
	public static DynamoOperation of(String name) {
		return new DynamoOperation(name, null, null, null, null, null, List.of(), List.of());
	}

	/**
	 * Sets the table.
	 * @param tableName the table as DynamoDB knows it
	 * @return the changed operation
	 */
	public DynamoOperation withTable(String tableName) {
		return withTable(tableName, null);
	}

	/**
	 * Sets the table.
	 * @param tableName the table as DynamoDB knows it
	 * @param logicalTableName the table as the mapping knows it
	 * @return the changed operation
	 */
	public DynamoOperation withTable(String tableName, @Nullable String logicalTableName) {
		return new DynamoOperation(this.name, tableName, logicalTableName, this.indexName, this.itemType,
				this.repositoryMethod, this.refusals, this.parts);
	}

	/**
	 * Sets the index.
	 * @param indexName the index as DynamoDB knows it, or {@code null} for the table
	 * itself
	 * @return the changed operation
	 */
	public DynamoOperation withIndex(@Nullable String indexName) {
		return new DynamoOperation(this.name, this.tableName, this.logicalTableName, indexName, this.itemType,
				this.repositoryMethod, this.refusals, this.parts);
	}

	/**
	 * Sets the type of the item.
	 * @param itemType the short name of the item's type
	 * @return the changed operation
	 */
	public DynamoOperation withItemType(@Nullable String itemType) {
		return new DynamoOperation(this.name, this.tableName, this.logicalTableName, this.indexName, itemType,
				this.repositoryMethod, this.refusals, this.parts);
	}

	/**
	 * Sets the repository method.
	 * @param repositoryMethod the method, such as {@code OrderRepository.insert}
	 * @return the changed operation
	 */
	public DynamoOperation withRepositoryMethod(@Nullable String repositoryMethod) {
		return new DynamoOperation(this.name, this.tableName, this.logicalTableName, this.indexName, this.itemType,
				repositoryMethod, this.refusals, this.parts);
	}

	/**
	 * Sets what a failed condition means.
	 * @param refusals one for each write of the request, in its order
	 * @return the changed operation
	 */
	public DynamoOperation withRefusals(List<ConditionRefusal> refusals) {
		return new DynamoOperation(this.name, this.tableName, this.logicalTableName, this.indexName, this.itemType,
				this.repositoryMethod, refusals, this.parts);
	}

	/**
	 * Sets what a failed condition means, for a request of one write.
	 * @param refusal the meaning
	 * @return the changed operation
	 */
	public DynamoOperation withRefusal(ConditionRefusal refusal) {
		return withRefusals(List.of(refusal));
	}

	/**
	 * Sets what the application asked for by each action of a transaction, each with what
	 * its failed condition means.
	 * @param parts one for each action, in their order
	 * @return the changed operation
	 */
	public DynamoOperation withParts(List<DynamoOperation> parts) {
		return new DynamoOperation(this.name, this.tableName, this.logicalTableName, this.indexName, this.itemType,
				this.repositoryMethod, parts.stream().map((part) -> part.refusal(0)).toList(), parts);
	}

	/**
	 * Names the operation for a message: {@code Operation 'insert' of Order on table
	 * 'shop'}.
	 * @return the beginning of a sentence
	 */
	public String describe() {
		StringBuilder text = new StringBuilder("Operation '").append(this.name).append('\'');
		if (this.itemType != null) {
			text.append(" of ").append(this.itemType);
		}
		if (this.indexName != null) {
			text.append(" on index '").append(this.indexName).append('\'');
		}
		if (this.tableName != null) {
			text.append((this.indexName != null) ? " of table '" : " on table '").append(this.tableName).append('\'');
		}
		if (this.repositoryMethod != null) {
			text.append(" (").append(this.repositoryMethod).append(')');
		}
		return text.toString();
	}

	/**
	 * What the application asked for by one action of the transaction.
	 */
	DynamoOperation part(int position) {
		if (position >= this.parts.size()) {
			return this;
		}
		DynamoOperation part = this.parts.get(position);
		return new DynamoOperation(part.name, part.tableName, part.logicalTableName, part.indexName, part.itemType,
				(part.repositoryMethod != null) ? part.repositoryMethod : this.repositoryMethod, this.refusals,
				this.parts);
	}

	ConditionRefusal refusal(int position) {
		return (position < this.refusals.size()) ? this.refusals.get(position) : ConditionRefusal.condition();
	}

}
