package io.dkmio.repository.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.dkmio.UnservableQueryException;
import io.dkmio.core.DeleteDefinition;
import io.dkmio.core.DynamoOperations;
import io.dkmio.core.PreparedItemDelete;
import io.dkmio.core.PreparedItemUpdate;
import io.dkmio.core.ReturnedItem;
import io.dkmio.core.UpdateDefinition;
import io.dkmio.core.expression.Condition;
import io.dkmio.core.expression.ConditionParser;
import io.dkmio.core.expression.Update;
import io.dkmio.core.expression.UpdateParser;
import io.dkmio.repository.MethodPlan;
import io.dkmio.repository.MethodPlan.Cost;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.util.StringUtils;

/**
 * What a method writes, read off its annotations.
 */
final class WriteDefinition {

	private final DynamoQueryMethod method;

	private final io.dkmio.repository.@Nullable Update annotation;

	private final @Nullable Update update;

	private final Map<io.dkmio.repository.Condition, Condition> conditions = new LinkedHashMap<>();

	private WriteDefinition(DynamoQueryMethod method, Set<Integer> key) {
		this.method = method;
		this.annotation = method.update();
		AnnotatedTexts texts = new AnnotatedTexts(method);
		String name = (this.annotation != null) ? "@Update" : "@Delete";
		List<ConditionParser.Parameter> parameters = texts.parameters(name,
				(this.annotation != null) ? "the update or a @Condition" : "a @Condition", texts(), key);
		this.update = (this.annotation != null)
				? texts.update(new UpdateParser(parameters), "the text of @Update", this.annotation.value()) : null;
		ConditionParser parser = new ConditionParser(parameters);
		for (io.dkmio.repository.Condition condition : method.conditions()) {
			this.conditions.put(condition, texts.condition(parser, "a @Condition", condition.value()));
		}
	}

	/**
	 * Reads a method.
	 * @param key the positions of the arguments that say which item is meant
	 * @throws UnservableQueryException if its annotations are not valid
	 */
	static WriteDefinition of(DynamoQueryMethod method, Set<Integer> key) {
		return new WriteDefinition(method, key);
	}

	/**
	 * Refuses annotations that do not go together.
	 */
	static void checkAnnotations(DynamoQueryMethod method) {
		boolean update = method.update() != null;
		if (!update && !method.isDelete()) {
			throw method.refused("it has a @Condition, and writes nothing",
					"Add @Update or @Delete, or use the filter of @Query");
		}
		if (update && method.isDelete()) {
			throw method.refused("it has @Update and @Delete", "Choose one of them");
		}
		if (method.isAnnotated()) {
			throw method.refused("it has @Query, which reads, and " + (update ? "@Update" : "@Delete"),
					"Choose one of them");
		}
	}

	private List<String> texts() {
		List<String> texts = new ArrayList<>();
		if (this.annotation != null) {
			texts.add(this.annotation.value());
		}
		this.method.conditions().forEach((condition) -> texts.add(condition.value()));
		return texts;
	}

	/**
	 * Plans the write.
	 * @param arguments how many arguments a call has
	 * @throws UnservableQueryException if it changes what must not be changed, or an
	 * index key that cannot be composed
	 */
	WriteCall plan(DynamoOperations operations, WriteAnswer answer, int arguments) {
		try {
			Update update = this.update;
			Class<?> type = this.method.entity().getType();
			return (update != null) ? update(operations, UpdateDefinition.of(type, update, arguments), answer)
					: delete(operations, DeleteDefinition.of(type, arguments), answer);
		}
		catch (UnservableQueryException ex) {
			throw ex;
		}
		catch (InvalidDataAccessApiUsageException ex) {
			throw this.method.refused(AnnotatedTexts.withoutStop(ex), "No such write is sent");
		}
	}

	private <T> WriteCall update(DynamoOperations operations, UpdateDefinition<T> planned, WriteAnswer answer) {
		UpdateDefinition<T> definition = planned.withRepositoryMethod(this.method.name());
		for (Map.Entry<io.dkmio.repository.Condition, Condition> condition : this.conditions.entrySet()) {
			definition = definition.when(condition.getValue(), name(condition.getKey()));
		}
		if (this.annotation != null && this.annotation.upsert()) {
			definition = definition.upsert();
		}
		PreparedItemUpdate<T> prepared = operations
			.prepare(answer.isItem() ? definition.returning(ReturnedItem.ALL_NEW) : definition);
		return new WriteCall((answer.kind() == WriteAnswer.Kind.DONE) ? prepared::attempt : prepared::execute,
				prepared.describe());
	}

	private <T> WriteCall delete(DynamoOperations operations, DeleteDefinition<T> planned, WriteAnswer answer) {
		DeleteDefinition<T> definition = planned.withRepositoryMethod(this.method.name());
		for (Map.Entry<io.dkmio.repository.Condition, Condition> condition : this.conditions.entrySet()) {
			definition = definition.when(condition.getValue(), name(condition.getKey()));
		}
		boolean mayBeAbsent = answer.kind() == WriteAnswer.Kind.NOTHING
				|| (answer.kind() == WriteAnswer.Kind.OPTIONAL && this.conditions.isEmpty());
		definition = mayBeAbsent ? definition : definition.mustExist();
		PreparedItemDelete<T> prepared = operations.prepare(answer.isItem() ? definition.returningOld() : definition);
		return new WriteCall((answer.kind() == WriteAnswer.Kind.DONE) ? prepared::attempt : prepared::execute,
				prepared.describe());
	}

	private static @Nullable String name(io.dkmio.repository.Condition condition) {
		return StringUtils.hasText(condition.name()) ? condition.name() : null;
	}

	/**
	 * Says how the method is served.
	 */
	MethodPlan describe(WriteCall call) {
		boolean unique = this.annotation == null && !this.method.entity().getUniques().isEmpty();
		String operation = (unique || this.method.isWriteTransaction()) ? "TransactWriteItems"
				: (this.annotation != null) ? "UpdateItem" : "DeleteItem";
		String table = this.method.entity().getRequiredTable().name();
		String key = PlanDescription.key(this.method.entity());
		String condition = this.method.conditions()
			.stream()
			.map((each) -> (name(each) != null) ? each.value() + " (" + each.name() + ")" : each.value())
			.collect(Collectors.joining(" AND "));
		return new MethodPlan(this.method.describe(), operation, table, null, key, "",
				(this.annotation != null) ? this.annotation.value() : "", condition, List.of(), Cost.ITEM,
				unique ? List.of("reads the item first, to free its unique values with it") : List.of(),
				operation + " " + table + " " + key + ": " + call.description());
	}

}
